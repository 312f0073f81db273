import assert from "node:assert/strict";
import { test } from "node:test";

import { dayNumber } from "../../assets/scripts/base/calendar.js";
import { monthBegins, yearOf } from "../../timeline/export/standalone/calendar.js";
import { ticks as ticksOf } from "../../timeline/export/standalone/ticks.js";

/* As timeline/export/chart_data.py hands it to the exported page. */
const MONTHS = [...Array(12).keys()].map((month) => month + 1);
const lengths = (year) => [...MONTHS.map((m) => dayNumber(year, m, 1)), dayNumber(year + 1, 1, 1)].map((day) => day - dayNumber(year, 1, 1));
const origin = dayNumber(0, 1, 1);
const calendar = {
  origin,
  cycle: dayNumber(400, 1, 1) - origin,
  years: [...Array(400).keys()].map((year) => dayNumber(year, 1, 1) - origin),
  months: [lengths(1), lengths(0)],
};
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ticks = (view, width) => ticksOf(view, width, { calendar, months, bce: "BCE" });

test("years and months begin where the calendar of the product has them", () => {
  for (const year of [-9999, -401, -400, -399, -1, 0, 1, 4, 100, 399, 400, 1900, 2000, 2023, 2024, 12345]) {
    for (const month of MONTHS) assert.equal(monthBegins(calendar, year, month), dayNumber(year, month, 1));
    assert.equal(yearOf(calendar, dayNumber(year, 1, 1)), year);
    assert.equal(yearOf(calendar, dayNumber(year + 1, 1, 1) - 0.5), year);
  }
});

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
