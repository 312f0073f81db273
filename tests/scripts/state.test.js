import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { standIn } from "./browser.js";

const browser = standIn();
const { connect } = await import("../../assets/scripts/page/host.js");
const state = await import("../../assets/scripts/page/state.js");
const { PARTS } = state;

let handed = [];
connect({ hand: (name, value) => handed.push([name, value]), plotly: () => null });

beforeEach(() => {
  browser.location.search = "";
  browser.tell("popstate");
  browser.steps.length = 0;
  handed = [];
});

test("a change is a step in the history, and the server is handed it", () => {
  state.put("q", "dam break");
  assert.equal(browser.location.search, "?q=dam+break");
  assert.deepEqual(browser.steps, ["push"]);
  assert.deepEqual(handed, [["state", "?q=dam+break"]]);
});

test("the address alone is the state", () => {
  browser.location.search = "?q=x&tag=a&tag=b";
  assert.equal(state.get("q"), "x");
  assert.deepEqual(state.state().getAll("tag"), ["a", "b"]);
  assert.equal(state.get("event"), "");
});

test("no change is no step", () => {
  state.put("q", "");
  assert.deepEqual(browser.steps, []);
  assert.deepEqual(handed, []);
});

test("the last value that goes leaves the bare path", () => {
  state.put("q", "x");
  state.put("q", "");
  assert.equal(browser.location.search, "");
  assert.deepEqual(handed.at(-1), ["state", "?"]);
});

test("what follows itself closely is one step", () => {
  const clock = mock.method(performance, "now", () => 1000);
  state.setWindow(1, 10, { burst: "window" });
  state.setWindow(2, 11, { burst: "window" });
  clock.mock.mockImplementation(() => 2400);
  state.setWindow(3, 12, { burst: "window" });
  assert.deepEqual(browser.steps, ["push", "replace", "replace"]);
  clock.mock.mockImplementation(() => 3901);
  state.setWindow(4, 13, { burst: "window" });
  state.put("q", "x", { burst: "q" });
  state.put("tag", "y");
  state.put("tag", "z");
  assert.deepEqual(browser.steps.slice(3), ["push", "push", "push", "push"]);
  clock.mock.restore();
});

test("going back ends a burst", () => {
  state.setWindow(1, 10, { burst: "window" });
  browser.tell("popstate");
  state.setWindow(2, 11, { burst: "window" });
  assert.deepEqual(browser.steps, ["push", "push"]);
});

test("what replaces leaves no step", () => {
  state.put("rows", 300, { replace: true });
  assert.deepEqual(browser.steps, ["replace"]);
});

test("a panel is handed its part only where it has changed", () => {
  const names = Object.keys(PARTS);
  state.changedParts();
  assert.deepEqual(state.changedParts(), names.map(() => undefined));
  browser.location.search = "?event=e1";
  assert.deepEqual(state.changedParts(), names.map((name) => (name === "selected" ? "event=e1" : undefined)));
});

test("what was lost is asked for anew", () => {
  state.changedParts();
  state.askAgain();
  assert.deepEqual(handed, [["state", "?"]]);
  const parts = Object.fromEntries(Object.keys(PARTS).map((name, place) => [name, place]));
  const found = state.changedParts();
  for (const name of ["view", "selected", "article"]) assert.equal(found[parts[name]], "-");
  assert.equal(found[parts.lanes], undefined);
});
