/* Focus is never lost: where a list is rendered anew, the same button gets it back; where that
   button is gone, the field of its form, or the panel that held it. */
import { find, targetOf } from "./dom.js";

/** @type {{ el: HTMLElement, name: string, boxes: string[] } | null} */
let held = null;

/** @param {HTMLElement} el */
const nameOf = (el) => {
  if (el.id) return `#${CSS.escape(el.id)}`;
  const marks = Object.entries(el.dataset).map(([key, value]) => `[data-${key}="${CSS.escape(value ?? "")}"]`);
  return el.tagName.toLowerCase() + marks.join("");
};

document.addEventListener("focusin", (event) => {
  const el = targetOf(event);
  const boxes = [];
  for (let box = el.parentElement?.closest("[id]"); box; box = box.parentElement?.closest("[id]")) {
    boxes.push(`#${CSS.escape(box.id)}`);
  }
  held = { el, name: nameOf(el), boxes };
});

/** @param {Element} el */
const isSeen = (el) => el.getClientRects().length > 0;

/** @param {Element | null} el */
const unfold = (el) => {
  const closed = "details:not([open])";
  for (let box = el?.closest(closed); box; box = box.closest(closed)) {
    /** @type {HTMLDetailsElement} */ (box).open = true;
  }
};

export const keepFocus = () => {
  if (!held || document.activeElement !== document.body) return;
  if (held.el.isConnected && isSeen(held.el)) return; // the viewer has left it
  const box = held.boxes.map((name) => find(name)).find((seen) => seen && isSeen(seen));
  const found = box ? find(held.name, box) : null;
  unfold(found); // what was unfolded when it was left is so when it comes back
  const same = found && isSeen(found) ? found : null;
  const target = same || (box?.matches("form") && find("input", box)) || box;
  if (!target || target.id === "react-entry-point") return;
  if (!same && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
};
