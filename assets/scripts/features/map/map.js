/* The map: zoom, move, choose places by a click or an area, and say what an open name means. */
import * as camera from "../../base/map-camera.js";
import { decide } from "../../edits/deciding.js";
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { data, find, first, setAttribute, targetOf } from "../../page/dom.js";
import { afterRendering } from "../../page/rendering.js";
import { go, putAll } from "../../page/state.js";
import { words } from "../../page/words.js";
import { outlines, prepared, show, sizeOf, spotsOf } from "./picture.js";

/** @typedef {import("./picture.js").Spot} Spot */
/** @typedef {import("../../base/map-camera.js").Camera} Camera */

const WHEEL = 1.2;
const STEP = 1.6;
const MOSTLY = 0.85; // of the events, whose places are shown first
const STILL = 4; // pixels that a click may move

/** @type {{ width: number, height: number }} */
let map = { width: 1, height: 1 };
/** What the viewer looks at; null shows the busiest places, whichever they are. @type {Camera | null} */
let looks = null;
let spots = /** @type {Spot[]} */ ([]);
let drawn = "";

const picture = () => find(".map-picture");
/** Return the busiest places, which together have nearly all events: a few far ones would leave no
 * room for them. @param {Spot[]} all */
const most = (all) => {
  let left = MOSTLY * all.reduce((sum, { count }) => sum + count, 0);
  return all.filter(({ count }) => (left -= count) > -count);
};

/** @param {HTMLElement} place */
const present = (place) => looks ?? camera.fitted(most(spots), map, sizeOf(place));

const redraw = () => {
  const place = picture();
  if (place) show(place, spots, present(place));
};

/** @param {HTMLElement} place */
const draw = async (place) => {
  const world = await outlines(data(place, "outlines"));
  map = world;
  prepared(place, world);
  redraw();
};

/** Draw anew where the server has written other places, or the picture is another one. */
const follow = () => {
  const place = picture();
  const now = place ? `${data(place, "places")} ${sizeOf(place).width}` : "";
  if (!place || (now === drawn && find("svg", place))) return;
  drawn = now;
  spots = spotsOf(place);
  draw(place).catch(console.error);
};
afterRendering(follow);
addEventListener("resize", follow);

/** @param {number} by @param {{ x: number, y: number }} [pixel] */
const zoom = (by, pixel) => {
  const place = picture();
  if (!place) return;
  const size = sizeOf(place);
  const now = present(place);
  const about = camera.onMap(now, pixel ?? { x: size.width / 2, y: size.height / 2 }, size);
  looks = camera.zoomed(now, by, about, map, size);
  redraw();
};

/** @param {HTMLElement} place @param {MouseEvent} event */
const pixelOf = (place, event) => {
  const box = place.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

/* ---------- dragging: moves the map, or marks an area ---------- */
/** @type {{ from: { x: number, y: number }, at: Camera, area: boolean, far: boolean } | null} */
let drag = null;
let dragged = false;
const areaButton = () => find('[data-action="map-area"]');
const marksArea = () => areaButton()?.getAttribute("aria-pressed") === "true";

document.addEventListener("pointerdown", (event) => {
  const place = /** @type {HTMLElement | null} */ (targetOf(event).closest?.(".map-picture"));
  if (!place || event.button) return;
  drag = { from: pixelOf(place, event), at: present(place), area: marksArea() || event.shiftKey, far: false };
});

document.addEventListener("pointermove", (event) => {
  const place = picture();
  if (!drag || !place) return;
  const to = pixelOf(place, event);
  const [dx, dy] = [to.x - drag.from.x, to.y - drag.from.y];
  drag.far ||= Math.hypot(dx, dy) > STILL;
  if (!drag.far) return;
  if (drag.area) return mark(place, drag.from, to);
  const size = sizeOf(place);
  const scale = drag.at.width / size.width;
  looks = camera.moved(drag.at, -dx * scale, -dy * scale, map, size);
  redraw();
});

document.addEventListener("pointerup", (event) => {
  const place = picture();
  const was = drag;
  drag = null;
  if (!was?.far || !place) return;
  dragged = true; // and no click on the circle below the pointer
  setTimeout(() => (dragged = false));
  if (was.area) choose(place, was.from, pixelOf(place, event));
});

/** @param {HTMLElement} place @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
const mark = (place, from, to) => {
  const rect = first(".map-selecting", place);
  setAttribute(rect, "x", String(Math.min(from.x, to.x)));
  setAttribute(rect, "y", String(Math.min(from.y, to.y)));
  setAttribute(rect, "width", String(Math.abs(to.x - from.x)));
  setAttribute(rect, "height", String(Math.abs(to.y - from.y)));
};

/** Show the events of the places in an area alone.
 * @param {HTMLElement} place @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
const choose = (place, from, to) => {
  mark(place, from, from);
  areaButton()?.setAttribute("aria-pressed", "false");
  const size = sizeOf(place);
  const now = present(place);
  const [one, other] = [camera.onMap(now, from, size), camera.onMap(now, to, size)];
  /** @param {number} at @param {number} begin @param {number} end */
  const between = (at, begin, end) => at >= Math.min(begin, end) && at <= Math.max(begin, end);
  const inside = spots.filter(({ x, y }) => between(x, one.x, other.x) && between(y, one.y, other.y));
  const names = inside.flatMap((spot) => spot.names);
  if (names.length) putAll("place", names);
  else say(words("map.nothing-there"), { visible: true });
};

document.addEventListener(
  "wheel",
  (event) => {
    const place = /** @type {HTMLElement | null} */ (targetOf(event).closest?.(".map-picture"));
    if (!place || !(event.ctrlKey || event.metaKey)) return; // the page scrolls otherwise
    event.preventDefault();
    zoom(event.deltaY > 0 ? WHEEL : 1 / WHEEL, pixelOf(place, event));
  },
  { passive: false },
);

/** Choose the place of these names, or no longer where it is chosen. @param {string[]} names */
const toggleNames = (names) =>
  go((query) => {
    const now = query.getAll("place");
    const on = names.some((name) => now.includes(name));
    const left = now.filter((name) => !names.includes(name));
    query.delete("place");
    [...left, ...(on ? [] : names)].forEach((name) => query.append("place", name));
    query.delete("rows");
  });

/** @param {string} name @param {object | null} place */
const settle = (name, place) => decide({ do: "place", value: name, place });

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLElement | null} */ (targetOf(event).closest('form[data-form="place"]'));
  if (!form) return;
  event.preventDefault();
  const typed = /** @type {HTMLInputElement} */ (first("input", form)).value;
  const [lat, lon, ...more] = typed.split(/[,;\s]+/).filter(Boolean).map(Number);
  const fits = !more.length && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  if (fits) settle(data(form, "name"), { lat, lon });
  else say(words("map.no-point"), { visible: true });
});

addActions({
  "map-place": (el) => dragged || toggleNames(JSON.parse(data(el, "names"))),
  "map-choose": (el) => settle(data(el, "value"), JSON.parse(data(el, "place"))),
  "map-forget": (el) => settle(data(el, "value"), null),
  "map-zoom-in": () => zoom(1 / STEP),
  "map-zoom-out": () => zoom(STEP),
  "map-fit": () => {
    const place = picture();
    if (place) looks = camera.fitted(spots, map, sizeOf(place));
    redraw();
  },
  "map-area": (el) => setAttribute(el, "aria-pressed", String(!marksArea())),
});
