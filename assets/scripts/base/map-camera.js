/* What part of the flat map is shown, in its own units. */

/** The left top corner, and the width; the height follows from the picture.
 * @typedef {{ x: number, y: number, width: number }} Camera */
/** @typedef {{ width: number, height: number }} Size */

const LEAST_WIDTH = 40; // units of the map: about 160 kilometres
const MARGIN = 0.12;
const SMALLEST_FIT = 500; // units that a fit shows at least, so that one place has surroundings

/** @param {Camera} camera @param {Size} picture */
const heightOf = (camera, picture) => (camera.width * picture.height) / picture.width;

/** Return the camera within the map: no wider than shows it whole, never beside it.
 * @param {Camera} camera @param {Size} map @param {Size} picture @returns {Camera} */
const within = (camera, map, picture) => {
  const widest = Math.max(map.width, (map.height * picture.width) / picture.height);
  const width = Math.min(Math.max(camera.width, LEAST_WIDTH), widest);
  const height = heightOf({ ...camera, width }, picture);
  /** @param {number} at @param {number} length @param {number} whole */
  const held = (at, length, whole) =>
    length >= whole ? (whole - length) / 2 : Math.min(Math.max(at, 0), whole - length);
  return { x: held(camera.x, width, map.width), y: held(camera.y, height, map.height), width };
};

/** Zoom about a point of the map that keeps its place.
 * @param {Camera} camera @param {number} by below 1 is nearer @param {{ x: number, y: number }} about
 * @param {Size} map @param {Size} picture */
export const zoomed = (camera, by, about, map, picture) => {
  const width = camera.width * by;
  const share = width / camera.width;
  const x = about.x - (about.x - camera.x) * share;
  const y = about.y - (about.y - camera.y) * share;
  return within({ x, y, width }, map, picture);
};

/** Move by units of the map. @param {Camera} camera @param {number} dx @param {number} dy
 * @param {Size} map @param {Size} picture */
export const moved = (camera, dx, dy, map, picture) =>
  within({ ...camera, x: camera.x + dx, y: camera.y + dy }, map, picture);

/** Show all points; the whole map where there are none.
 * @param {{ x: number, y: number }[]} points @param {Size} map @param {Size} picture */
export const fitted = (points, map, picture) => {
  if (!points.length) return within({ x: 0, y: 0, width: Infinity }, map, picture);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const tall = ((bottom - top) * picture.width) / picture.height;
  const width = Math.max(Math.max(right - left, tall) * (1 + 2 * MARGIN), SMALLEST_FIT);
  const height = (width * picture.height) / picture.width;
  return within({ x: (left + right - width) / 2, y: (top + bottom - height) / 2, width }, map, picture);
};

/** Return where a point of the map lies on the picture, in pixels.
 * @param {Camera} camera @param {{ x: number, y: number }} point @param {Size} picture */
export const onPicture = (camera, point, picture) => {
  const scale = picture.width / camera.width;
  return { x: (point.x - camera.x) * scale, y: (point.y - camera.y) * scale };
};

/** Return the point of the map at a pixel of the picture.
 * @param {Camera} camera @param {{ x: number, y: number }} pixel @param {Size} picture */
export const onMap = (camera, pixel, picture) => {
  const scale = camera.width / picture.width;
  return { x: camera.x + pixel.x * scale, y: camera.y + pixel.y * scale };
};
