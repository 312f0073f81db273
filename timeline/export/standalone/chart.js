/* The whole chart: a lane for each category, its events in rows, the axis below. */
import { mark, patterns } from "./marks.js";
import { group, node } from "./nodes.js";
import { pixelOf, placeOf } from "./places.js";
import { ticks } from "./ticks.js";

/** @typedef {import("./places.js").Event} Event */
/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./places.js").View} View */
/** @typedef {import("./marks.js").Palette} Palette */
/** @typedef {import("./marks.js").Style} Style */
/** @typedef {{ events: Event[], categories: { key: string, name: string }[],
 *   palettes: { light: Palette, dark: Palette }, style: Omit<Style, "palette">,
 *   naming: import("./ticks.js").Naming, words: Record<string, string> }} Data */
/** A mark with its title: pixels.
 * @typedef {{ event: Event, place: Place, anchor: string, x: number, from: number, to: number,
 *   isTitled: boolean }} Placed */

const LANE = 8;
const ROW = 22;
const AXIS = 34;
const BESIDE = 6; // pixels between a mark and its title
const RING = 3;

/** @param {Event} e @param {View} view */
const reaches = (e, { begin, end }) => (e.first === null || e.first <= end) && (e.last === null || e.last >= begin);

/** Return an event with its title: right of its mark, left where that lacks room.
 * @param {Event} event @param {View} view @param {Style} style @returns {Placed} */
const placed = (event, view, style) => {
  const place = placeOf(event, view, style.sizes, Boolean(style.paints[event.look].hatch));
  const [left, right] = place.extent;
  const room = event.width + BESIDE;
  const mine = { event, place, isTitled: true };
  if (right + room <= view.right) return { ...mine, anchor: "start", x: right + BESIDE, from: left, to: right + room };
  if (left - room >= view.left) return { ...mine, anchor: "end", x: left - BESIDE, from: left - room, to: right };
  return { ...mine, anchor: "start", x: 0, from: left, to: right, isTitled: false };
};

/** Return what is drawn of an event at a height, and over it what is pointed at.
 * @param {Placed} placed @param {number} middle @param {View} view @param {Style} style
 * @param {string | null} chosen */
const drawn = ({ event, place, anchor, x, from, to, isTitled }, middle, view, style, chosen) => {
  const [left, right] = place.extent;
  const around = { y: middle - ROW / 2 + 1, height: ROW - 2, rx: 6 };
  const ring = node("rect", { x: left - RING, width: right - left + 2 * RING, ...around, class: "chosen" });
  const title = node("text", { x, y: middle, dy: "0.35em", class: "title", "text-anchor": anchor, fill: style.palette.text }, event.label);
  const target = node("rect", { x: from, width: to - from, ...around, fill: "transparent", "data-event": event.id });
  target.append(node("title", {}, [event.title, event.date, ...event.doubts].join("\n")));
  return [...(event.id === chosen ? [ring] : []), mark(event, place, middle, view, style), ...(isTitled ? [title] : []), target];
};

/** Return rows for events: each goes into the first in which it has room.
 * @param {Placed[]} all @returns {{ one: Placed, row: number }[]} */
const rowed = (all) => {
  /** @type {number[]} */
  const rows = [];
  return [...all].sort((a, b) => a.from - b.from).map((one) => {
    const free = rows.findIndex((end) => end < one.from);
    const row = free < 0 ? rows.length : free;
    rows[row] = one.to + BESIDE;
    return { one, row };
  });
};

/** Return the height of the chart and what it is made of, of the events that the filters keep.
 * @param {Data} data @param {Event[]} kept @param {View} view
 * @param {{ chosen: string | null, palette: Palette }} look */
export const chart = ({ categories, style: given, naming }, kept, view, { chosen, palette }) => {
  const style = { ...given, palette };
  /** @type {Element[]} */
  const ground = [];
  /** @type {Element[]} */
  const marks = [];
  let top = 4;
  const lanes = categories.filter(({ key }) => kept.some((e) => e.category === key && e.dated));
  lanes.forEach(({ key, name }, index) => {
    const own = kept.filter((e) => e.dated && e.category === key && reaches(e, view));
    const rows = rowed(own.map((event) => placed(event, view, style)));
    const height = 2 * LANE + Math.max(1, ...rows.map(({ row }) => row + 1)) * ROW;
    for (const { one, row } of rows) marks.push(...drawn(one, top + LANE + (row + 0.5) * ROW, view, style, chosen));
    const band = { x: view.left, y: top, width: view.right - view.left, height, fill: palette.band };
    if (index % 2 === 0) ground.push(node("rect", band));
    const named = { x: 8, y: top + height / 2, dy: "0.35em", class: "name", fill: palette.categories[key].colour };
    ground.push(node("text", named, `${name} (${own.length})`));
    top += height;
  });
  for (const [day, text] of ticks([view.begin, view.end], view.right - view.left, naming)) {
    const x = pixelOf(view, day);
    if (x < view.left || x > view.right) continue;
    ground.push(node("path", { d: `M${x} 0V${top + 6}`, stroke: palette.grid }));
    ground.push(node("text", { x, y: top + 20, "text-anchor": "middle", class: "tick" }, text));
  }
  const clip = node("clipPath", { id: "plot" });
  clip.append(node("rect", { x: view.left, y: 0, width: view.right - view.left, height: top }));
  const parts = [patterns(style), clip, ...ground, group(marks, { "clip-path": "url(#plot)" })];
  return { height: top + AXIS, parts };
};
