/* Which places on a map get a label: the first ones, as long as no label covers another one. */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ x: number, y: number, radius: number, label: string }} Mark */

const HEIGHT = 14; // pixels
const LETTER = 6.4; // pixels
const BESIDE = 3; // pixels between circle and label

/** @param {Mark} mark @returns {Box} */
const boxOf = ({ x, y, radius, label }) => {
  const left = x + radius + BESIDE;
  return { left, right: left + label.length * LETTER, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
};

/** @param {Box} one @param {Box} other */
const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Return those of the marks, the most important first, whose labels fit.
 * @template {Mark} T @param {T[]} marks @param {{ width: number, height: number }} picture @param {number} most */
export const labelled = (marks, picture, most) => {
  /** @type {Box[]} */
  const taken = [];
  return marks.filter((mark) => {
    const box = boxOf(mark);
    const inside = box.left >= 0 && box.right <= picture.width && box.top >= 0 && box.bottom <= picture.height;
    if (taken.length >= most || !inside || taken.some((other) => meet(box, other))) return false;
    taken.push(box);
    return true;
  });
};
