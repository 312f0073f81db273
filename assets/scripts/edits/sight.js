/* What a person had seen goes with every edit, so that the server knows where others were quicker. */
import { all, data, find } from "../page/dom.js";

const MOST_KNOWN = 200; // edits
/** Numbers of the edits that were acknowledged to this page. @type {number[]} */
const acknowledged = [];

/** @param {HTMLElement | null | undefined} el */
const seen = (el) => Number(el?.dataset.asof) || 0;

/** The event on show, where there is one. */
export const shown = () => find("#evidence [data-shown]");

/** @param {unknown} number */
export const noteEdit = (number) => {
  if (!Number.isInteger(number)) return;
  acknowledged.push(Number(number));
  if (acknowledged.length > MOST_KNOWN) acknowledged.shift();
};
export const known = () => [...acknowledged];

/** Return the number of the last edit that is shown where an element stands, or of the event on show.
 * @param {Element | null} [el] */
export const asOf = (el) => seen(el?.closest("[data-asof]") || shown());

/** @param {string} id */
export const asOfEvent = (id) => {
  const rows = all("#review [data-queued], #table tr[data-event]");
  const row = rows.find((one) => (data(one, "queued") || data(one, "event")) === id);
  return shown()?.dataset.shown === id || !row ? seen(shown()) : asOf(row);
};
export const asOfAll = () => Math.max(0, ...all("[data-asof]").map(seen));
