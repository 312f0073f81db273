/* The form that corrects an event, filled from the evidence. What somebody has typed and not saved
   comes back when the form is opened on that event again. */
import { decide } from "../../edits/deciding.js";
import { asOf, shown } from "../../edits/sight.js";
import { addActions } from "../../page/actions.js";
import { byId, data, first, onSubmit } from "../../page/dom.js";
import { addEditKeys } from "../../page/edit-keys.js";
import { registry } from "../../page/registry.js";
import { afterRendering } from "../../page/rendering.js";
import { get } from "../../page/state.js";
import { blame, field, fill, readDate, readDatesOf } from "./fields.js";

/** @typedef {Record<string, string>} Values by the names of the fields */
/** What the form was filled with: `shown` in the fields, `held` in the store.
 * @typedef {{ event: string, asOf: number, document: string, shown: Values, held: Values }} Opened */

/** @type {Map<string, Values>} */
const drafts = new Map();
/** The event that the form is about. @type {Opened | null} */
let opened = null;

const form = () => /** @type {HTMLFormElement} */ (byId("edit-form"));
const focusEdit = () => first('#decide-bar [data-action="edit"]').focus();

/** @param {Opened} from @returns {Values} */
const changed = (from) => {
  const now = /** @type {Values} */ (Object.fromEntries(new FormData(form())));
  return Object.fromEntries(registry.fields.edit.filter((name) => now[name] !== from.shown[name]).map((name) => [name, now[name]]));
};
const leave = () => {
  if (!opened) return;
  const open = changed(opened);
  Object.keys(open).length ? drafts.set(opened.event, open) : drafts.delete(opened.event);
  close();
};
const close = () => {
  opened = null;
  form().hidden = true;
  blame(form(), "");
};

const openEdit = () => {
  const now = shown();
  if (!now || !form()) return;
  if (opened?.event === now.dataset.shown) return void field("edit", "title").focus();
  leave();
  const filled = { event: data(now, "shown"), asOf: asOf(now), ...JSON.parse(data(now, "values")) };
  opened = filled;
  fill("edit", { ...filled.shown, ...drafts.get(filled.event) });
  form().hidden = false;
  byId("evidence-panel").scrollTop = 0;
  requestAnimationFrame(() => {
    readDate("edit", filled.document);
    field("edit", "title").focus();
  });
};

const save = () => {
  if (!opened) return;
  const { event, held, asOf: as_of } = opened;
  const fields = changed(opened);
  if (!Object.keys(fields).length) return leave();
  const seen = Object.fromEntries(Object.keys(fields).map((name) => [name, held[name]]));
  form().setAttribute("aria-busy", "true");
  const request = { do: "edit", events: [event], fields, seen, as_of };
  decide(request, { then: (answer) => saved(event, answer), keptTheirs });
};

/** @param {string} event @param {import("../../page/server.js").Answer} answer */
const saved = (event, answer) => {
  form().removeAttribute("aria-busy");
  if (answer.error && !answer.kept) {
    if (opened?.event === event) blame(form(), answer.error);
    return;
  }
  drafts.delete(event);
  if (opened?.event !== event) return;
  close();
  focusEdit();
};

/** What somebody else put stays: the form no longer holds another value for it.
 * @param {import("../../base/conflicts.js").Request} request
 * @param {import("../../page/server.js").Answer} answer */
const keptTheirs = (request, answer) => {
  const current = shown();
  if (!opened || opened.event !== request.events?.[0] || !current) return;
  const now = JSON.parse(data(current, "values"));
  for (const { field: name } of answer.conflicts) {
    fill("edit", { [name]: now.shown[name] });
    opened.shown[name] = now.shown[name];
    opened.held[name] = now.held[name];
  }
};

onSubmit("edit-form", () => {
  blame(form(), "");
  save();
});
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !opened || !form().contains(/** @type {Node} */ (event.target))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
    focusEdit();
  },
  true,
);

readDatesOf("edit", () => opened?.document ?? "");
addEditKeys({ e: () => get("event") && openEdit() });
addActions({ edit: openEdit, "close-edit": leave });
afterRendering(() => opened && get("event") !== opened.event && leave());
