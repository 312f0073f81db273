import assert from "node:assert/strict";
import { test } from "node:test";

import { unfolded } from "../../assets/scripts/base/folding.js";

/** The place of a day on the axis, as timeline/drawing/scene/fold.py has it. */
const folded = (day, { gaps, size }) => {
  let saved = 0;
  for (const [first, last] of gaps) {
    const whole = last + 1 - first;
    if (day < first) break;
    if (day < last + 1) return first - saved + ((day - first) / whole) * size;
    saved += whole - size;
  }
  return day - saved;
};

const FOLDS = [
  { gaps: [], size: 0 },
  { gaps: [[100, 199]], size: 10 },
  { gaps: [[-500, -200], [0, 999], [1000, 5000]], size: 7.5 },
];

test("what is folded is unfolded", () => {
  for (const folds of FOLDS)
    for (let day = -1000; day < 6000; day += 3.25)
      assert.ok(Math.abs(unfolded(folded(day, folds), folds) - day) < 1e-6, `${day}`);
});

test("unfolding keeps the order of time", () => {
  for (const folds of FOLDS)
    for (let place = -1000; place < 1500; place += 0.5)
      assert.ok(unfolded(place, folds) < unfolded(place + 0.5, folds));
});

test("nothing folded is nothing moved", () => {
  assert.equal(unfolded(12.5, { gaps: [], size: 3 }), 12.5);
});
