import assert from "node:assert/strict";
import { test } from "node:test";

import { centred, panned, widened, windowOf, zoomed } from "../../assets/scripts/base/windows.js";

const WINDOWS = [
  { first: 0, last: 0 },
  { first: -7, last: 3 },
  { first: 738000, last: 738400 },
  { first: -900000, last: 900001 },
];
const daysOf = ([first, last]) => last - first + 1;

test("zooming changes the length around the same middle", () => {
  for (const drawn of WINDOWS)
    for (const factor of [0.25, 0.5, 1, 2, 8]) {
      const found = zoomed(drawn, factor);
      const days = drawn.last - drawn.first + 1;
      assert.equal(daysOf(found), Math.max(Math.round(days * factor), 1));
      const middle = (drawn.first + drawn.last) / 2;
      assert.ok(Math.abs((found[0] + found[1]) / 2 - middle) <= 1, `${drawn.first} ${factor}`);
    }
});

test("no window is shorter than a day", () => {
  let found = [0, 100];
  for (let turn = 0; turn < 20; turn += 1) found = zoomed({ first: found[0], last: found[1] }, 0.5);
  assert.equal(daysOf(found), 1);
});

test("panning keeps the length and moves, be it by a day", () => {
  for (const drawn of WINDOWS)
    for (const share of [-1, -0.5, 0.5, 1]) {
      const found = panned(drawn, share);
      assert.equal(daysOf(found), drawn.last - drawn.first + 1);
      assert.equal(Math.sign(found[0] - drawn.first), Math.sign(share));
    }
});

test("a day is centred in a window of about the same length", () => {
  assert.deepEqual(centred({ first: 10, last: 20 }, 100), [95, 105]);
  assert.deepEqual(centred({ first: 10, last: 10 }, 100), [100, 100]);
});

test("a stretch of days is shown with what is around it", () => {
  assert.deepEqual(widened(100, 100), [96, 104]);
  assert.deepEqual(widened(100, 109), [60, 149]);
});

test("what a hand chose becomes whole days", () => {
  const read = (place) => (typeof place === "number" ? place : null);
  assert.deepEqual(windowOf(10, 20, read), [10, 19]);
  assert.deepEqual(windowOf(20, 10, read), [10, 19]);
  assert.deepEqual(windowOf(9.9999, 20.0001, read), [10, 19]); // slivers
  assert.deepEqual(windowOf(10.2, 10.3, read), [10, 10]);
  assert.deepEqual(windowOf(10.4, 12.6, read), [10, 12]);
  assert.equal(windowOf("x", 3, read), null);
  assert.equal(windowOf(3, undefined, read), null);
});
