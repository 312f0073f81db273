import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { standIn } from "./browser.js";

const browser = standIn();
mock.timers.enable({ apis: ["setTimeout"] });
const { dayNumber, iso } = await import("../../assets/scripts/base/calendar.js");
const { brushed, moved, picked, zoomed } = await import("../../assets/scripts/features/chart/reports.js");
const { view } = await import("../../assets/scripts/features/chart/view.js");

const clock = mock.method(performance, "now", () => 0);
let now = 10_000;
const touch = (name) => browser.tell("pointerdown", { buttons: 1, target: { closest: (s) => s === `#${name}` } });
const shown = () => new URLSearchParams(browser.location.search);
const windowShown = () => [shown().get("from"), shown().get("to")];

beforeEach(() => {
  now += 10_000;
  clock.mock.mockImplementation(() => now);
  browser.location.search = "";
  view.drawn = { first: 0, last: 10 };
});

test("what a hand does on the timeline becomes a window, after a rest", () => {
  touch("timeline");
  zoomed({ "xaxis.range[0]": "2022-01-10", "xaxis.range[1]": "2022-02-01 00:00" });
  assert.deepEqual(windowShown(), [null, null]);
  mock.timers.tick(200);
  assert.deepEqual(windowShown(), ["2022-01-10", "2022-01-31"]);
});

test("what plotly does by itself moves nothing", () => {
  zoomed({ "xaxis.range": ["2022-01-10", "2022-02-01"] });
  touch("overview");
  zoomed({ "xaxis.range": ["2022-01-10", "2022-02-01"] });
  mock.timers.tick(200);
  assert.deepEqual(windowShown(), [null, null]);
});

test("on a folded axis a place is a day that is folded up", () => {
  view.drawn = { first: 0, last: 3000, gaps: [[1000, 1999]], size: 10 };
  touch("timeline");
  zoomed({ "xaxis.range": [900, 1110] });
  mock.timers.tick(200);
  assert.deepEqual(windowShown(), [iso(900), iso(2099)]);
});

test("all of it is no window", () => {
  browser.location.search = "?from=2022-01-01&to=2022-02-01";
  touch("timeline");
  zoomed({ "xaxis.autorange": true });
  mock.timers.tick(200);
  assert.deepEqual(windowShown(), [null, null]);
});

test("a brush that is drawn counts where it was drawn, one that is moved where it went", () => {
  touch("overview");
  brushed({ range: { x: ["2001-01-01", "2002-01-01"] } });
  moved({ selections: [{ x0: "1990-01-01", x1: "1991-01-01" }] }); // reports the same once more
  mock.timers.tick(200);
  assert.deepEqual(windowShown(), ["2001-01-01", "2001-12-31"]);
  now += 500;
  moved({ "selections[0].x0": "1990-01-01", "selections[0].x1": "1991-01-01" });
  mock.timers.tick(200);
  assert.deepEqual(windowShown(), ["1990-01-01", "1990-12-31"]);
});

test("a click selects an event, or zooms into a stretch of days", () => {
  picked({ points: [{ customdata: ["e1"] }] });
  assert.equal(shown().get("event"), "e1");
  picked({ points: [{ customdata: `days:${dayNumber(2022, 1, 5)}:${dayNumber(2022, 1, 5)}` }] });
  assert.deepEqual(windowShown(), ["2022-01-01", "2022-01-09"]);
  picked({ points: [{ customdata: null }] });
  picked({ points: [] });
  assert.equal(shown().get("event"), "e1");
});
