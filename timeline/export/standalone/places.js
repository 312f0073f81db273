/* Where an event's mark lies in a view: the scene's rules, by the scene's own sizes. */

/** @typedef {{ id: string, title: string, date: string, first: number | null, last: number | null,
 *   dated: boolean, at: number, shape: string, look: string, starts: string, ends: string,
 *   approximate: boolean, disputed: boolean, signs: string, room: number, label: string,
 *   width: number, status: string, category: string, doubts: string[] }} Event
 * `at` is the share of its day at which a point stands, `room` the width of its signs, `width` that
 * of its label. */
/** @typedef {Record<string, number>} Sizes pixels, by the names of timeline/export/chart_data.py */
/** @typedef {{ begin: number, end: number, left: number, right: number }} View days and pixels */
/** @typedef {[number, number]} Stretch */
/** @typedef {{ drawn: Stretch, body: Stretch, extent: Stretch, signsAt: "right" | "left" | "inside",
 *   cutLeft: boolean, cutRight: boolean }} Place
 * `drawn` are places in time, the others pixels. */

/** @param {View} view */
export const perDay = ({ begin, end, left, right }) => (right - left) / (end - begin);

/** @param {View} view @param {number} place */
export const pixelOf = (view, place) => view.left + (place - view.begin) * perDay(view);

/** @param {Event} event @param {View} view @param {Sizes} sizes @param {number} least
 * @returns {Stretch} */
const drawnOf = (event, view, sizes, least) => {
  if (event.shape === "point" && event.first !== null) {
    const at = event.first + event.at;
    const half = sizes.point / 2 / perDay(view);
    return [at - half, at + half];
  }
  const days = view.end - view.begin;
  let begin = event.first === null ? view.begin - days : event.first;
  let end = event.last === null ? view.end + days : event.last + 1;
  const length = least / perDay(view);
  if (end - begin < length) [begin, end] = [(begin + end - length) / 2, (begin + end + length) / 2];
  return [Math.max(begin, view.begin - days), Math.min(end, view.end + days)];
};

/** Return the part in view, moved in from an edge where less than a mark's least width would show.
 * @param {Stretch} pixels @param {View} view @param {Sizes} sizes @returns {Stretch} */
const within = (pixels, view, sizes) => {
  const left = Math.max(pixels[0], view.left);
  const right = Math.min(pixels[1], view.right);
  if (right - left >= sizes.bar / 2) return [left, right];
  return left <= view.left ? [view.left, view.left + sizes.bar] : [view.right - sizes.bar, view.right];
};

/** @param {Event} event @param {Stretch} body @param {View} view @param {Sizes} sizes
 * @returns {Stretch} */
const faded = (event, body, view, sizes) => {
  if (!event.approximate) return body;
  const left = body[0] - (event.first === null ? 0 : sizes.fade);
  const right = body[1] + (event.last === null ? 0 : sizes.fade);
  return within([left, right], view, sizes);
};

/** Return where the signs stand, right, else left, else inside a long bar, and the extent with them.
 * @param {Event} event @param {Stretch} around @param {View} view @param {Sizes} sizes
 * @returns {Pick<Place, "signsAt" | "extent">} */
const withSigns = (event, around, view, sizes) => {
  const room = event.room && event.room + sizes.signGap;
  if (around[1] + room <= view.right || !room) return { signsAt: "right", extent: [around[0], around[1] + room] };
  if (around[0] - room >= view.left) return { signsAt: "left", extent: [around[0] - room, around[1]] };
  return { signsAt: "inside", extent: around };
};

/** @param {Event} event @param {View} view @param {Sizes} sizes @param {boolean} isHatched
 * @returns {Place} */
export const placeOf = (event, view, sizes, isHatched) => {
  const drawn = drawnOf(event, view, sizes, isHatched ? sizes.hatchedBar : sizes.bar);
  const body = within([pixelOf(view, drawn[0]), pixelOf(view, drawn[1])], view, sizes);
  return {
    drawn,
    body,
    ...withSigns(event, faded(event, body, view, sizes), view, sizes),
    cutLeft: event.first === null || event.first < view.begin,
    cutRight: event.last === null || event.last + 1 > view.end,
  };
};
