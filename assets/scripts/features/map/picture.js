/* The map as SVG: land and borders from a file of this host, and a circle for each place. */
import * as camera from "../../base/map-camera.js";
import { labelled } from "../../base/map-labels.js";
import { find, setAttribute } from "../../page/dom.js";

/** @typedef {{ x: number, y: number, count: number, label: string, names: string[], chosen: boolean }} Spot */
/** @typedef {{ width: number, height: number, land: string, borders: string }} Outlines */
/** @typedef {import("../../base/map-camera.js").Camera} Camera */

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 4; // pixels
const LARGEST = 22;
const MOST_LABELS = 40;

/** @param {string} kind @param {Record<string, string | number>} attributes @param {Element} within
 * @param {string} [className] */
const made = (kind, attributes, within, className = "") => {
  const element = document.createElementNS(SVG, kind);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
  if (className) element.setAttribute("class", className);
  within.append(element);
  return element;
};

/** @type {Promise<Outlines> | null} */
let asked = null;
/** Ask for the outlines, once; again where the server did not answer. @param {string} address */
export const outlines = (address) =>
  (asked ??= fetch(address)
    .then((answer) => answer.json())
    .catch((error) => {
      asked = null;
      throw error;
    }));

/** Draw land and borders in a place, where they are not drawn yet.
 * @param {HTMLElement} place @param {Outlines} world */
export const prepared = (place, world) => {
  if (find("svg", place)) return;
  const svg = made("svg", { "aria-hidden": "true" }, place, "map-svg");
  const ground = made("g", {}, svg, "map-ground");
  made("path", { d: world.land }, ground, "map-land");
  made("path", { d: world.borders }, ground, "map-borders");
  made("g", {}, svg, "map-spots");
  made("rect", { width: 0, height: 0 }, svg, "map-selecting");
};

/** @param {HTMLElement} place */
export const sizeOf = (place) => ({ width: place.clientWidth || 1, height: place.clientHeight || 1 });

/** Read the places that the server has written. @param {HTMLElement} place @returns {Spot[]} */
export const spotsOf = (place) =>
  JSON.parse(place.dataset.places || "[]").map(
    (/** @type {[number, number, number, string, string[], boolean]} */ [x, y, count, label, names, chosen]) => ({
      x, y, count, label, names, chosen,
    }),
  );

/** @param {number} count @param {number} most */
const radius = (count, most) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((count - 1) / Math.max(most - 1, 1));

/** Show the part of the map that the camera looks at, with its places.
 * @param {HTMLElement} place @param {Spot[]} spots @param {Camera} looks */
export const show = (place, spots, looks) => {
  const svg = find("svg", place);
  if (!svg) return;
  const size = sizeOf(place);
  const scale = size.width / looks.width;
  setAttribute(svg, "viewBox", `0 0 ${size.width} ${size.height}`);
  const ground = /** @type {Element} */ (svg.querySelector(".map-ground"));
  setAttribute(ground, "transform", `scale(${scale}) translate(${-looks.x} ${-looks.y})`);
  const most = Math.max(1, ...spots.map(({ count }) => count));
  const marks = spots
    .map((spot) => ({ ...spot, ...camera.onPicture(looks, spot, size), radius: radius(spot.count, most) }))
    .filter(({ x, y, radius: r }) => x > -r && y > -r && x < size.width + r && y < size.height + r);
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "map-spots");
  marks.forEach(({ x, y, radius: r, label, count, names, chosen }) => {
    const circle = made("circle", { cx: x, cy: y, r, "data-chosen": chosen ? "yes" : "no" }, group, "map-spot");
    circle.setAttribute("data-action", "map-place");
    circle.setAttribute("data-names", JSON.stringify(names));
    made("title", {}, circle).textContent = `${label}: ${count.toLocaleString("en")}`;
  });
  labelled(marks, size, MOST_LABELS).forEach(({ x, y, radius: r, label }) => {
    made("text", { x: x + r + 3, y, dy: "0.35em" }, group, "map-label").textContent = label;
  });
  svg.querySelector(".map-spots")?.replaceWith(group);
};
