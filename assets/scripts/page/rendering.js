/* The server renders lists anew without knowing what only the browser knows: which event is
   selected, ticked, in the story. What marks it is run again after each change. */
import { keepFocus } from "./focus.js";

/** @type {(() => unknown)[]} */
const marks = [];

/** Run a function whenever something was rendered. @param {() => unknown} mark */
export const afterRendering = (mark) => void marks.push(mark);

let pending = false;
const soon = () => {
  if (pending) return;
  pending = true;
  requestAnimationFrame(() => {
    pending = false;
    marks.forEach((mark) => mark());
    keepFocus();
  });
};

document.addEventListener("DOMContentLoaded", () =>
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true }),
);
