/* How the exported page draws an event: where it stands, and its mark with its title. */

/** @typedef {{ id: string, title: string, date: string, first: number | null, last: number | null,
 *   dated: boolean, throughout: boolean, approximate: boolean, status: string, category: string,
 *   doubts: string[] }} Event */
/** @typedef {{ key: string, name: string, colour: string }} Lane */
/** Pixels: the mark, its title, and both together.
 * @typedef {{ event: Event, fact: boolean, left: number, right: number, text: string, anchor?: string,
 *   x?: number, from: number, to: number }} Placed */

export const GUTTER = 110;
export const ROW = 18;
export const EDGE = 8; // pixels that stay free on the right
const BAR = 10;
const LEAST = 8;
const LONGEST = 40; // characters of a title
const LETTER = 6.4;

/** Return a new element of SVG.
 * @param {string} name @param {Record<string, unknown>} attributes @param {string} [text] */
export const node = (name, attributes, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
};

/** Return where an event's mark and its title stand: the title right of it, left where that lacks
 * room.
 * @param {Event} event @param {(day: number) => number} at @param {number} width @returns {Placed} */
export const place = (event, at, width) => {
  const edge = width - EDGE;
  let left = Math.max(event.first === null ? GUTTER : at(event.first), GUTTER);
  let right = Math.min(event.last === null ? edge : at(event.last + 1), edge);
  if (right - left < LEAST) [left, right] = [(left + right - LEAST) / 2, (left + right + LEAST) / 2];
  const fact = event.status === "happened" || event.status === "ongoing";
  const title = event.title.length > LONGEST ? `${event.title.slice(0, LONGEST - 1)}…` : event.title;
  const text = fact ? title : `${title} [${event.status}]`;
  const room = text.length * LETTER + 10;
  const mark = { event, fact, left, right };
  if (right + room <= edge) return { ...mark, text, anchor: "start", x: right + 5, from: left, to: right + room };
  if (left - room >= GUTTER) return { ...mark, text, anchor: "end", x: left - 5, from: left - room, to: right };
  return { ...mark, text: "", from: left, to: right };
};

/** Return what is drawn of an event in a lane, at a height.
 * @param {Placed} placed @param {Lane} lane @param {number} y
 * @param {{ background: string, chosen: string | null }} look */
export const mark = ({ event, fact, left, right, text, anchor, x }, lane, y, { background, chosen }) => {
  const day = event.first !== null && event.first === event.last && !event.approximate;
  const dashed = event.approximate || event.first === null || event.last === null;
  const paint = {
    "data-event": event.id,
    fill: fact ? lane.colour : background,
    "fill-opacity": fact && !day && !event.throughout ? 0.45 : 1,
    stroke: lane.colour,
    "stroke-width": fact && !dashed ? 0 : 1.6,
    "stroke-dasharray": dashed ? "3 2" : "none",
    class: event.id === chosen ? "chosen" : "",
  };
  const shape = day
    ? node("circle", { ...paint, cx: (left + right) / 2, cy: y + ROW / 2, r: 5.5 })
    : node("rect", { ...paint, x: left, y: y + (ROW - BAR) / 2, width: Math.max(right - left, LEAST), height: BAR, rx: 3 });
  shape.append(node("title", {}, `${event.title}\n${event.date}\n${event.doubts.join("\n")}`));
  if (!text) return [shape];
  const title = { x, y: y + ROW / 2 + 4, class: "title", "text-anchor": anchor, "data-event": event.id };
  return [shape, node("text", title, text)];
};
