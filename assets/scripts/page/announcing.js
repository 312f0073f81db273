/* Tell the ear, and on request the eye, with a way back where there is one. */
import { addActions } from "./actions.js";
import { byId, find, maybe } from "./dom.js";

const SHOWN = 6000; // milliseconds

/** @typedef {{ visible?: boolean, undo?: (() => void) | null, time?: number }} Way */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;
/** @type {(() => void) | null} */
let back = null;
/** @type {Element | null} */
let home = null; // where the message stands while no dialog is open

/** Say something. What can be undone stays until somebody has seen it, or for its own `time`.
 * @param {string} words @param {Way} [way] */
export const say = (words, { visible = false, undo: way = null, time = way ? 0 : SHOWN } = {}) => {
  const region = maybe("announce");
  if (region) region.textContent = words;
  const toast = maybe("toast");
  if (!visible || !toast) return;
  back = () => {
    hideToast();
    way?.();
    back = null;
  };
  byId("toast-words").textContent = words;
  ["toast-undo", "toast-close"].forEach((id) => (byId(id).hidden = !way));
  home ??= toast.parentElement;
  find("dialog[open]")?.append(toast); // what lies outside of a dialog is out of reach
  toast.dataset.shown = "yes";
  clearTimeout(fading);
  if (time) fading = setTimeout(hideToast, time);
};

document.addEventListener(
  "close",
  ({ target }) => {
    const toast = maybe("toast");
    if (home && toast && target === toast.parentElement) home.append(toast);
  },
  true,
);

const hideToast = () => (byId("toast").dataset.shown = "no");

/** Undo what the last message offers to undo. */
export const undo = () => back?.();

addActions({ undo: () => undo(), "hide-toast": hideToast });
