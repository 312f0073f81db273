/* Two fingers apart zoom in, together out; one finger pulls, which the drawing does itself. */
import { targetOf } from "../../page/dom.js";
import { zoom } from "./moving.js";

/** @param {TouchList} touches */
const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

const LIFTED = 400; // milliseconds after a pinch, in which the lifted fingers pick nothing
let endedAt = -LIFTED;
/** @type {{ from: number, to: number } | null} */
let pinched = null;

/** Return whether two fingers are on the drawing, or were a moment ago. */
export const pinching = () => pinched !== null || performance.now() - endedAt < LIFTED;

document.addEventListener(
  "touchstart",
  (event) => {
    if (event.touches.length === 2 && targetOf(event).closest?.("#timeline-wrap"))
      pinched = { from: apart(event.touches), to: apart(event.touches) };
  },
  { capture: true, passive: true },
);
document.addEventListener(
  "touchmove",
  (event) => {
    if (!pinched || event.touches.length !== 2) return;
    event.preventDefault();
    event.stopPropagation();
    pinched.to = apart(event.touches);
  },
  { capture: true, passive: false },
);
document.addEventListener(
  "touchend",
  () => {
    if (pinching()) endedAt = performance.now();
    if (pinched && pinched.to !== pinched.from) zoom(pinched.from / pinched.to);
    pinched = null;
  },
  { capture: true, passive: true },
);
