/* Where the axis of the exported page has its ticks, and how they are called. */
import { monthBegins, yearOf } from "./calendar.js";

/** @typedef {{ calendar: import("./calendar.js").Calendar, months: string[], bce: string }} Naming */

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000]; // years
const LARGEST_STEP = 10000;
const ROOM = 80; // pixels a tick
const DAYS_A_MONTH = 30.4;

/** Return days and what they are called, for a view of so many pixels.
 * @param {[number, number]} view @param {number} width @param {Naming} naming
 * @returns {[number, string][]} */
export const ticks = (view, width, { calendar, months, bce }) => {
  const most = Math.max(2, Math.floor(width / ROOM));
  const [first, last] = view.map((day) => yearOf(calendar, day));
  /** @param {number} year */
  const said = (year) => (year > 0 ? String(year) : `${1 - year} ${bce}`);
  /** @type {[number, string][]} */
  const found = [];
  if (last - first < 2) {
    const step = Math.max(1, Math.ceil((view[1] - view[0]) / DAYS_A_MONTH / most));
    for (let y = first; y <= last; y += 1)
      for (let m = 1; m <= 12; m += step) found.push([monthBegins(calendar, y, m), `${months[m - 1]} ${said(y)}`]);
    return found;
  }
  const step = STEPS.find((s) => (last - first) / s <= most) || LARGEST_STEP;
  for (let y = Math.ceil(first / step) * step; y <= last; y += step) found.push([monthBegins(calendar, y, 1), said(y)]);
  return found;
};
