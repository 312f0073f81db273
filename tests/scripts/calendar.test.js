import assert from "node:assert/strict";
import { test } from "node:test";

import { civil, dayNumber, fromAxis, iso, parse } from "../../assets/scripts/base/calendar.js";

const DAY = 86_400_000;
const EPOCH = 719163; // 1970-01-01

const days = () => {
  const found = [-800_000, -366, -1, 0, 1, 2, 59, 60, 3_652_059, 3_652_060, 3_700_000];
  for (let day = -700_000; day < 1_200_000; day += 997) found.push(day);
  return found;
};

test("a day is its year, month and day, and back", () => {
  for (const day of days()) assert.equal(dayNumber(...civil(day)), day);
});

test("days are those of JavaScript's own calendar", () => {
  for (const day of days()) {
    const own = new Date((day - EPOCH) * DAY);
    assert.deepEqual(civil(day), [own.getUTCFullYear(), own.getUTCMonth() + 1, own.getUTCDate()]);
  }
});

test("a day is read as it is written", () => {
  for (const day of days()) assert.equal(parse(iso(day)), day, iso(day));
  assert.equal(iso(dayNumber(-44, 3, 15)), "-0044-03-15");
  assert.equal(iso(dayNumber(12022, 1, 2)), "+12022-01-02");
});

test("what is no date is none", () => {
  for (const text of ["", "soon", null, "20-1-1", "2020"]) assert.equal(parse(text), null);
  assert.equal(fromAxis("soon"), null);
});

test("a place on the axis is a date with a time, or years", () => {
  const noon = dayNumber(2022, 6, 1) + 0.5;
  for (const place of ["2022-06-01 12:00", "2022-06-01T12:00:00.000"]) assert.equal(fromAxis(place), noon);
  assert.equal(fromAxis("2022-06"), dayNumber(2022, 6, 1));
  assert.equal(fromAxis("2022"), dayNumber(2022, 1, 1));
  assert.equal(fromAxis(-44), dayNumber(-44, 1, 1));
  assert.ok(Math.abs(fromAxis("1000.5") - dayNumber(1000, 7, 2)) < 2);
});
