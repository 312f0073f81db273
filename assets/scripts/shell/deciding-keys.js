/* Editing the selected event by key, and undoing. */
import { find, isTypedIn, maybe } from "../page/dom.js";
import { editKeys } from "../page/edit-keys.js";

document.addEventListener("keydown", (event) => {
  if (!maybe("decide-bar") || isTypedIn(event.target) || event.altKey) return;
  const held = event.ctrlKey || event.metaKey;
  const own = held ? event.key.toLowerCase() : event.key;
  const key = [held && "Ctrl", held && event.shiftKey && "Shift", own].filter(Boolean).join("+");
  if (!editKeys[key] || (!held && find("dialog[open]"))) return;
  event.preventDefault();
  editKeys[key]();
});
