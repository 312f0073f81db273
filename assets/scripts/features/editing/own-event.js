/* An event of somebody's own: from words selected in an article, from words typed, or from none. */
import { decide } from "../../edits/deciding.js";
import { addActions } from "../../page/actions.js";
import { dialogOf } from "../../page/dialogs.js";
import { byId, inputOf, maybe, onSubmit, targetOf } from "../../page/dom.js";
import { registry } from "../../page/registry.js";
import { select } from "../../page/selection.js";
import { namesOut, preview } from "../../page/server.js";
import { get } from "../../page/state.js";
import { words } from "../../page/words.js";
import { blame, fill, readDatesOf, showReading } from "./fields.js";
import { selectedPassage } from "./passage.js";

/** @typedef {import("./passage.js").Passage} Passage */
/** @typedef {{ document: string, touched: Set<string> } & Partial<Passage>} Adding */

const { add: FIELDS, begun: EMPTY } = registry.fields;
const LONGEST = 90; // characters of a title

/** The words that are selected. @type {Passage | null} */
let picked = null;
/** @type {Adding} */
let adding = { document: "", touched: new Set() };

const dialog = () => dialogOf("event-dialog");
const form = () => maybe("event-form");
const quote = () => inputOf("event-quote");
const bar = () => maybe("selection-bar");

document.addEventListener("selectionchange", () => {
  const button = bar();
  if (!button || !form()) return;
  picked = dialog().open ? null : selectedPassage();
  if (button.hidden !== !picked) button.hidden = !picked;
});
// A press on the button must not take the selection away before it is used.
document.addEventListener(
  "mousedown",
  (event) => targetOf(event).closest("#selection-bar, .add-event") && event.preventDefault(),
);

/** Return a title made of words, cut between two of them where they are many.
 * @param {string} quoted */
const titleOf = (quoted) => {
  const signs = [...quoted]; // a cut between two halves of a sign would leave half of it
  return signs.length > LONGEST ? signs.slice(0, LONGEST).join("").replace(/\s\S*$/, "") : quoted;
};

const open = () => {
  const name = get("article");
  const passage = picked;
  adding = { document: name, touched: new Set(), ...passage };
  const quoted = passage?.text || "";
  fill("event", { ...EMPTY, title: titleOf(quoted) });
  quote().value = [...quoted].slice(0, quote().maxLength).join("");
  /** @type {HTMLElement} */ (quote().closest(".passage")).hidden = !name;
  blame(byId("event-form"), "");
  byId("event-reading").textContent = "";
  dialog().showModal();
  byId("selection-bar").hidden = true;
  (name && !quoted ? quote() : byId("event-title")).focus();
  if (passage) suggest(name, passage);
};

/** @param {string | string[]} value */
const textOf = (value) => (Array.isArray(value) ? namesOut(value) : value);

/** Let what the sentence tells fill what nobody has typed in yet.
 * @param {string} name @param {Passage} passage */
const suggest = async (name, { start, end }) => {
  const answer = await preview("event", { document: name, start, end });
  if (answer.error || !dialog().open) return;
  const free = FIELDS.filter((one) => !adding.touched.has(one));
  fill("event", Object.fromEntries(free.map((one) => [one, textOf(answer.fields[one])])));
  if (free.includes("when")) showReading("event", answer.read, false);
};
document.addEventListener("input", (event) => {
  if (form()?.contains(targetOf(event))) adding.touched.add(targetOf(event).id.replace("event-", ""));
});

onSubmit("event-form", (sent) => {
  blame(sent, "");
  const fields = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(sent)));
  if (!fields.title.trim()) return blame(sent, words("edits.title-missing"));
  if (!fields.when.trim()) return blame(sent, words("edits.date-missing"));
  const { document: documentName, start, end } = adding;
  const request = { do: "add", fields, document: documentName, quote: quote().value, start, end };
  decide(request, {
    then: (answer) => {
      if (answer.error) return blame(sent, answer.error);
      dialog().close();
      if (!documentName && answer.subject) select(answer.subject);
    },
  });
});

readDatesOf("event", () => adding.document);
addActions({ "add-event": open, "close-adding": () => dialog().close() });
