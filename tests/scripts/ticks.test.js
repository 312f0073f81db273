import assert from "node:assert/strict";
import { test } from "node:test";

import { dayNumber } from "../../assets/scripts/base/calendar.js";
import { ticks } from "../../timeline/export/standalone/ticks.js";

test("a long view has years, a short one months, each at its first day", () => {
  const years = ticks([dayNumber(1900, 5, 5), dayNumber(2000, 5, 5)], 800);
  assert.deepEqual(years[1], [dayNumber(1910, 1, 1), "1910"]);
  const months = ticks([dayNumber(2022, 1, 10) + 0.5, dayNumber(2022, 6, 3)], 800);
  assert.ok(months.some(([day, name]) => day === dayNumber(2022, 3, 1) && name === "Mar 2022"));
});

test("ticks keep their distance and cover the view", () => {
  for (const span of [3, 40, 400, 4000, 40_000, 4_000_000]) {
    const found = ticks([0.25, span], 800).filter(([day]) => day >= 0.25 && day <= span);
    assert.ok(found.length <= 12, `${span}`);
    found.slice(1).forEach(([day], place) => assert.ok(day > found[place][0]));
  }
});

test("years before the first are named as people do", () => {
  assert.ok(ticks([dayNumber(-500, 1, 1), dayNumber(300, 1, 1)], 800).some(([, name]) => name === "101 BCE"));
});
