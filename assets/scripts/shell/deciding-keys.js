/* Editing the selected event by key, and undoing. */
import { find, isTypedIn, maybe } from "../page/dom.js";
import { editKeys } from "../page/edit-keys.js";

document.addEventListener("keydown", (event) => {
  if (!maybe("decide-bar") || isTypedIn(event.target) || event.altKey) return;
  const held = event.ctrlKey || event.metaKey;
  const key = held ? `Ctrl+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}` : event.key;
  if (!editKeys[key] || (!held && find("dialog[open]"))) return;
  event.preventDefault();
  editKeys[key]();
});
