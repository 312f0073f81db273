/* What Plotly reports of hands on the timeline and its overview becomes a window or a selection. */
import { fromAxis } from "../../base/calendar.js";
import { unfolded } from "../../base/folding.js";
import { windowOf } from "../../base/windows.js";
import { select } from "../../page/selection.js";
import { clear, setWindow } from "../../page/state.js";
import { listenTo } from "./drawing.js";
import { byHand } from "./hands.js";
import { zoomInto } from "./moving.js";
import { pinching } from "./pinching.js";
import { view } from "./view.js";

/** @typedef {Record<string, any>} Report Plotly's own, by its names */

const REST = 160; // milliseconds after the last turn of the wheel
const TOGETHER = 60; // milliseconds in which both reports of a brush come

/** @param {unknown} value */
const onChart = (value) => {
  const { gaps, size } = view.drawn ?? {};
  return gaps?.length && size !== undefined ? unfolded(Number(value), { gaps, size }) : fromAxis(value);
};

/** @param {Report} report */
const rangeOf = (report) => report["xaxis.range"] || [report["xaxis.range[0]"], report["xaxis.range[1]"]];

/** @param {Report} report */
const endsOf = (report) => {
  const box = report.selections?.[report.selections.length - 1];
  return [box?.x0 ?? report["selections[0].x0"], box?.x1 ?? report["selections[0].x1"]];
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @param {() => void} run */
const later = (run) => {
  clearTimeout(waiting);
  waiting = setTimeout(run, REST);
};

/** @param {Report} report */
export const zoomed = (report) => {
  if (!byHand("timeline")) return;
  if (report["xaxis.autorange"]) later(() => clear("window"));
  const [first, last] = rangeOf(report);
  const found = first === undefined ? null : windowOf(first, last, onChart);
  if (found) later(() => setWindow(...found, { burst: "window" }));
};

/* Drawing a new brush reports where it was drawn; moving one reports where it went. */
let brushedAt = -TOGETHER;
/** @param {unknown[]} ends */
const brush = (ends) => {
  if (!byHand("overview")) return;
  const found = ends[0] === undefined ? null : windowOf(ends[0], ends[1], fromAxis);
  if (found) later(() => setWindow(...found, { burst: "window" }));
};
/** @param {Report | undefined} report */
export const brushed = (report) => {
  if (!report?.range?.x) return;
  brushedAt = performance.now();
  brush(report.range.x);
};
/** @param {Report} report */
export const moved = (report) => {
  if (performance.now() - brushedAt > TOGETHER) brush(endsOf(report));
};

/** Take a click on an event, or on a stretch of days drawn as density, into which it zooms.
 * @param {Report} click */
export const picked = (click) => {
  if (pinching()) return;
  const custom = click.points[0]?.customdata;
  const hit = Array.isArray(custom) ? custom[0] : custom;
  if (typeof hit !== "string" || !hit) return;
  const days = /^days:(-?\d+):(-?\d+)$/.exec(hit);
  if (days) zoomInto(Number(days[1]), Number(days[2]));
  else select(hit);
};

listenTo("timeline", { plotly_relayout: zoomed, plotly_click: picked });
listenTo("overview", { plotly_relayout: moved, plotly_selected: brushed });
