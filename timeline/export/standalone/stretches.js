/* The bars that a mark is drawn with, outermost first, as timeline/drawing/scene/layers.py has them. */
import { perDay } from "./places.js";

/** @typedef {import("./places.js").Event} Event */
/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./places.js").Sizes} Sizes */
/** @typedef {import("./places.js").View} View */
/** A bar from `begin` to `end` in time, in one of the shades, in its look where `isBody`, or as
 * ground behind it.
 * @typedef {{ begin: number, end: number, shade: number, isBody?: boolean, isGround?: boolean }} Bar */

const [PALE, MIDDLE, STRONG, FULL] = [0, 1, 2, 3];

/** @param {Event} event @param {Place} place @param {number} scale @param {Sizes} sizes
 * @returns {Bar[]} */
const halo = (event, { drawn: [begin, end] }, scale, sizes) => {
  if (!event.approximate) return [];
  return [1, 0.5].map((share) => {
    const reach = (sizes.fade * share) / scale;
    return { begin: begin - reach, end: end + reach, shade: PALE };
  });
};

/** Some time within: flat, for each day is as likely, with soft ends of two paler shades.
 * @param {Place} place @param {number} scale @param {Sizes} sizes @returns {Bar[]} */
const soft = ({ drawn: [begin, end] }, scale, sizes) => {
  const inset = Math.min(sizes.softInset / scale, (end - begin) * sizes.softShare);
  return [PALE, MIDDLE, STRONG].map((depth) => ({ begin: begin + depth * inset, end: end - depth * inset, shade: depth }));
};

/** Open or unknown at an end: strong where it is known, ever paler away from there.
 * @param {Event} event @param {Place} place @param {number} scale @param {Sizes} sizes
 * @returns {Bar[]} */
const runningOut = (event, { drawn: [begin, end] }, scale, sizes) => {
  /** @param {number} share @returns {{ begin: number, end: number }} */
  const stub = (share) => {
    const reach = (sizes.stub * share) / scale;
    return event.last === null
      ? { begin, end: Math.min(begin + reach, end) }
      : { begin: Math.max(end - reach, begin), end };
  };
  const body = { shade: event.shape === "solid" ? FULL : STRONG, isBody: true };
  return [
    { begin, end, shade: PALE },
    { ...stub(1), shade: MIDDLE },
    { ...stub(sizes.stubShare), ...body },
  ];
};

/** @param {Event} event @param {Place} place @param {View} view @param {Sizes} sizes
 * @param {{ solid: boolean, hatch: object | null }} paint @returns {Bar[]} */
export const barsOf = (event, place, view, sizes, { solid, hatch }) => {
  const scale = perDay(view);
  if (event.shape === "point") return halo(event, place, scale, sizes);
  if (event.first === null || event.last === null) return runningOut(event, place, scale, sizes);
  if (solid && event.shape === "soft") return [...halo(event, place, scale, sizes), ...soft(place, scale, sizes)];
  const [begin, end] = place.drawn;
  const body = { begin, end, shade: event.shape === "solid" ? FULL : STRONG, isBody: true };
  const ground = event.approximate && hatch ? [{ begin, end, shade: FULL, isGround: true }] : [];
  return [...halo(event, place, scale, sizes), ...ground, body];
};
