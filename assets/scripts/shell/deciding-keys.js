/* Deciding on the selected event by key, and undoing. */
import { openEdit } from "../features/editing/form.js";
import { goOn, judge, pinning, travel } from "../features/review/judging.js";
import { find, isTypedIn, maybe } from "../page/dom.js";
import { get, openTab } from "../page/state.js";

/** @param {(id: string) => unknown} act */
const ofSelected = (act) => () => get("event") && act(get("event"));

/** @type {Record<string, () => unknown>} */
const keys = {
  c: ofSelected((id) => judge("confirm", id)),
  x: ofSelected((id) => judge("reject", id)),
  s: ofSelected((id) => goOn(id)),
  p: ofSelected((id) => judge(pinning(), id)),
  e: ofSelected(openEdit),
  r: () => openTab("review"),
};

document.addEventListener("keydown", (event) => {
  if (!maybe("decide-bar") || isTypedIn(event.target) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    const what = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
    if (!what) return;
    event.preventDefault();
    travel(what);
  } else if (keys[event.key] && !find("dialog[open]")) {
    event.preventDefault();
    keys[event.key]();
  }
});
