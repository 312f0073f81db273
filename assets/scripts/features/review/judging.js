/* Confirming, rejecting and pinning, one event after the other of the queue of the review. */
import { decide } from "../../edits/deciding.js";
import { asOf, asOfAll, asOfEvent, shown } from "../../edits/sight.js";
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { all, data, find, setAttribute } from "../../page/dom.js";
import { addEditKeys } from "../../page/edit-keys.js";
import { afterRendering } from "../../page/rendering.js";
import { deselect, select } from "../../page/selection.js";
import { get, openTab } from "../../page/state.js";
import { words } from "../../page/words.js";

const queue = () => all("#review li[data-queued]");
/** @param {string} id */
const place = (id) => queue().findIndex((item) => item.dataset.queued === id);
/** @param {string} id */
const after = (id) => {
  const items = queue();
  return items[place(id) + 1] || items.find((item) => item.dataset.queued !== id);
};

/** Go on to the event that follows in the queue, to its same button where one was pressed.
 * @param {string} id @param {HTMLElement} [button] */
const goOn = (id, button) => {
  if (get("tab") !== "review" || place(id) < 0) return;
  const item = after(id);
  if (!item) return deselect();
  const twin = button && find(`[data-do="${button.dataset.do}"]`, item);
  if (button?.closest("#review")) twin?.focus();
  select(data(item, "queued"));
};

/** @param {string} what @param {string} id @param {HTMLElement} [button] */
const judge = (what, id, button) => {
  if (!id) return say(words("edits.first-select"), { visible: true });
  if (what === "confirm" || what === "reject") goOn(id, button);
  decide({ do: what, events: [id], as_of: button ? asOf(button) : asOfEvent(id) });
};

/** What pressing the pin does to the event on show. */
const pinning = () => (shown()?.dataset.pinned === "yes" ? "unpin" : "pin");

/** Undo or redo the last edit of all. @param {string} what */
const travel = (what) => decide({ do: what, as_of: asOfAll() });

/** @param {(id: string) => unknown} act */
const ofSelected = (act) => () => get("event") && act(get("event"));
const undo = () => travel("undo");
const redo = () => travel("redo");

addEditKeys({
  c: ofSelected((id) => judge("confirm", id)),
  x: ofSelected((id) => judge("reject", id)),
  s: ofSelected((id) => goOn(id)),
  p: ofSelected((id) => judge(pinning(), id)),
  r: () => openTab("review"),
  "Ctrl+z": undo,
  "Ctrl+Shift+z": redo,
  "Ctrl+y": redo,
  "Ctrl+Shift+y": redo,
});
addActions({
  decide: (el) => {
    const { do: what = "", value, change } = el.dataset;
    const id = el.dataset.event || get("event");
    if (what === "confirm" || what === "reject") return judge(what, id, el);
    if (what === "pin" && !el.dataset.event) return judge(pinning(), id, el);
    const isTravel = what === "undo" || what === "redo";
    decide({
      do: what,
      events: id ? [id] : [],
      value,
      as_of: isTravel ? asOfAll() : asOf(el),
      ...(change ? { change: Number(change) } : {}),
    });
  },
  "review-first": () => {
    const first = queue()[0];
    if (first) select(data(first, "queued"));
  },
});

afterRendering(() => {
  const pin = find('#decide-bar [data-do="pin"]');
  if (pin) setAttribute(pin, "aria-pressed", String(shown()?.dataset.pinned === "yes"));
});
