/* Plotly reports its own redrawing too: only what a hand has just done moves the window. */
import { targetOf } from "../../page/dom.js";

/** @typedef {"timeline" | "overview"} Name */

const HANDLED = 1000; // milliseconds
const touched = { timeline: -HANDLED, overview: -HANDLED };
const KINDS = /** @type {const} */ (["pointerdown", "pointermove", "pointerup", "wheel", "touchmove", "touchend"]);

/** @type {Name | null} */
let held = null;

/** @param {Event} event @returns {Name | null} */
const nameOf = (event) => {
  const target = targetOf(event);
  if (target.closest?.("#overview")) return "overview";
  return target.closest?.("#timeline") ? "timeline" : null;
};

KINDS.forEach((kind) =>
  document.addEventListener(
    kind,
    (event) => {
      const pressed = "buttons" in event && event.buttons;
      if (kind === "pointermove" && !pressed) return;
      const name = nameOf(event);
      if (name) held = name;
      const moved = name ?? (kind === "pointerup" || pressed ? held : null);
      if (moved) touched[moved] = performance.now();
      if (kind === "pointerup") held = null;
    },
    { capture: true, passive: true },
  ),
);

/** @param {Name} name */
export const byHand = (name) => performance.now() - touched[name] < HANDLED;
