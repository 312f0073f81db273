/* An axis on which empty stretches of time are folded up: days of which some take less room. */

/** @typedef {{ gaps: [number, number][], size: number }} Folds first and last days, and their room */

/** Return the day at a place of a folded axis; the inverse of timeline/drawing/scene/fold.py.
 * @param {number} at @param {Folds} folds */
export const unfolded = (at, { gaps, size }) => {
  let saved = 0;
  for (const [first, last] of gaps) {
    const start = first - saved;
    if (at < start) break;
    const whole = last + 1 - first;
    if (at < start + size) return first + ((at - start) / size) * whole;
    saved += whole - size;
  }
  return at + saved;
};
