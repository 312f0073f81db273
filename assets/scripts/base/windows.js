/* Windows of time: pairs of a first and a last day, both within. */

/** @typedef {{ first: number, last: number }} Drawn the window that the chart shows */
/** @typedef {[number, number]} Window */

const LEAST_DAYS = 1;
const SLIVER = 1 / 1440;

/** Return a window around the same middle, `factor` times as long.
 * @param {Drawn} drawn @param {number} factor @returns {Window} */
export const zoomed = ({ first, last }, factor) => {
  const days = Math.max(last - first + 1, 1);
  const wanted = Math.max(Math.round(days * factor), LEAST_DAYS);
  const start = Math.round((first + last + 1 - wanted) / 2);
  return [start, start + wanted - 1];
};

/** Return a window that is moved by a share of its length, by a day at least.
 * @param {Drawn} drawn @param {number} share @returns {Window} */
export const panned = ({ first, last }, share) => {
  const by = Math.round((last - first + 1) * share) || Math.sign(share);
  return [first + by, last + by];
};

/** Return a window of the same length around a day.
 * @param {Drawn} drawn @param {number} day @returns {Window} */
export const centred = ({ first, last }, day) => {
  const half = Math.floor((last - first) / 2);
  return [day - half, day + half];
};

/** Return a stretch with some of what is around it: a cell of the density is a few pixels wide.
 * @param {number} first @param {number} last @returns {Window} */
export const widened = (first, last) => {
  const around = Math.max((last - first + 1) * 4, 2);
  return [first - around, last + around];
};

/** Return the whole days between two places of an axis, null where `read` knows one of them not.
 * @param {unknown} first @param {unknown} last @param {(place: unknown) => number | null} read
 * @returns {Window | null} */
export const windowOf = (first, last, read) => {
  const start = read(first);
  const end = read(last);
  if (start === null || end === null) return null;
  /* Pixels do not fall on midnights: a sliver of a day is no part of what was chosen. */
  const from = Math.floor(Math.min(start, end) + SLIVER);
  return [from, Math.max(Math.ceil(Math.max(start, end) - SLIVER) - 1, from + LEAST_DAYS - 1)];
};
