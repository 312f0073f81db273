/* Where somebody else was quicker, both values are shown and the person chooses. Nothing is saved
   until then. */
import { choices } from "../base/conflicts.js";
import { addActions } from "../page/actions.js";
import { say } from "../page/announcing.js";
import { dialogOf, onClose, openDialog } from "../page/dialogs.js";
import { byId, first, made } from "../page/dom.js";
import { words } from "../page/words.js";

/** @typedef {{ mine: () => unknown, theirs: () => unknown, events?: number }} Choices */
/** @typedef {import("../base/conflicts.js").Conflict} Conflict */

/** What to do with either choice. @type {Choices | null} */
let open = null;

const dialog = () => dialogOf("conflict-dialog");

/** @param {Conflict} conflict */
const item = ({ title, name, theirs, mine, by, at }) => {
  const el = document.createElement("li");
  el.dir = "auto";
  const theirsLine = document.createElement("p");
  theirsLine.append(made("span", at ? words("edits.theirs-at", { by, at }) : words("edits.theirs", { by }), "muted"), made("ins", theirs));
  const mineLine = document.createElement("p");
  mineLine.append(made("span", words("edits.mine"), "muted"), made("ins", mine));
  el.append(made("strong", `${title} · ${name}`), theirsLine, mineLine);
  return el;
};

/** Show a refused request; `mine` and `theirs` do what is chosen. False where it cannot be shown.
 * @param {import("../page/server.js").Answer} answer @param {string} what @param {Choices} chosen */
export const showConflict = (answer, what, chosen) => {
  if (!dialog() || !answer.conflicts?.length) return false;
  open = chosen;
  const [keep, insist] = choices(what, chosen.events || 1).map((name) => words(name));
  byId("conflict-said").textContent = words("edits.refused");
  byId("conflict-list").replaceChildren(...answer.conflicts.map(item));
  const more = byId("conflict-more");
  more.hidden = !answer.more;
  more.textContent = answer.more ? words("edits.more", { count: answer.more }) : "";
  first('[data-action="keep-theirs"]', dialog()).textContent = keep;
  first('[data-action="save-mine"]', dialog()).textContent = insist;
  openDialog(dialog());
  byId("conflict-heading").focus();
  return true;
};

/** @param {"mine" | "theirs"} which */
const choose = (which) => {
  const chosen = open;
  open = null;
  dialog().close();
  chosen?.[which]();
};

onClose("conflict-dialog", () => {
  if (!open) return;
  open = null;
  say(words("edits.unchanged"), { visible: true });
});

addActions({
  "keep-theirs": () => choose("theirs"),
  "save-mine": () => choose("mine"),
  "close-conflict": () => dialog().close(),
});
