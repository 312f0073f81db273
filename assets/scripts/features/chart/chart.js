/* The chart: its width, what it shows, and where its lanes are scrolled to. Drawing is the server's. */
import { maybe } from "../../page/dom.js";
import { hand } from "../../page/host.js";
import { get } from "../../page/state.js";
import { AXIS_HEIGHT, holdAxis, watchAxis } from "./axis-copy.js";
import { tellPlace } from "./speaking.js";
import { view } from "./view.js";

const REST = 120; // milliseconds after the last change of the width
const ROOM = 34; // pixels above and below a mark

let revealed = "";
/** Scroll the lanes to a mark that was just selected, unless it is in sight already.
 * @param {number | undefined} at */
const reveal = (at) => {
  const wrap = maybe("timeline-wrap");
  const id = get("event");
  if (!wrap || id === revealed) return;
  if (!id || typeof at === "number") revealed = id;
  if (typeof at !== "number") return;
  const seen = wrap.clientHeight - AXIS_HEIGHT;
  if (at < wrap.scrollTop + ROOM) wrap.scrollTop = at - ROOM;
  else if (at > wrap.scrollTop + seen - ROOM) wrap.scrollTop = at - seen + ROOM;
};

/** Keep what the server says that the chart shows.
 * @param {import("./view.js").Order | null} order @param {import("./view.js").Drawn | null} drawn */
export const keep = (order, drawn) => {
  view.order = order || view.order;
  tellPlace();
  view.drawn = drawn || null;
  reveal(drawn?.at);
};

/** Return the chart's width, and hand it on whenever it changes. */
export const measure = () => {
  const wrap = maybe("timeline-wrap");
  if (!wrap) return 0;
  watchAxis(wrap);
  let seen = wrap.clientWidth;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  new ResizeObserver(() => {
    holdAxis(wrap);
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (!wrap.clientWidth || wrap.clientWidth === seen) return;
      seen = wrap.clientWidth;
      hand("width", seen);
    }, REST);
  }).observe(wrap);
  return seen;
};
