/* What part of the map is shown, and which places get labels. */
import assert from "node:assert/strict";
import test from "node:test";

import { fitted, moved, onMap, onPicture, zoomed } from "../../assets/scripts/base/map-camera.js";
import { labelled } from "../../assets/scripts/base/map-labels.js";

const MAP = { width: 10000, height: 4870 };
const PICTURE = { width: 800, height: 400 };
const WHOLE = fitted([], MAP, PICTURE);

test("without places the whole map is shown", () => {
  assert.equal(WHOLE.width, 10000);
  const tall = fitted([], MAP, { width: 400, height: 400 });
  assert.equal(tall.width, 10000);
});

test("zooming keeps the point below the pointer where it is", () => {
  const about = { x: 6000, y: 1500 };
  const near = zoomed(WHOLE, 0.5, about, MAP, PICTURE);
  const [before, after] = [onPicture(WHOLE, about, PICTURE), onPicture(near, about, PICTURE)];
  assert.ok(Math.abs(before.x - after.x) < 1e-9);
  assert.ok(Math.abs(before.y - after.y) < 1e-9);
});

test("nobody gets beside the map, nearer than a city or further than the world", () => {
  const near = zoomed(WHOLE, 1e-9, { x: 5000, y: 2000 }, MAP, PICTURE);
  assert.equal(near.width, 40);
  assert.deepEqual(zoomed(near, 1e9, { x: 0, y: 0 }, MAP, PICTURE), WHOLE);
  const corner = moved(near, 1e9, 1e9, MAP, PICTURE);
  assert.ok(corner.x + corner.width <= MAP.width);
  assert.ok(corner.y + (corner.width * PICTURE.height) / PICTURE.width <= MAP.height);
});

test("a point of the map and its pixel name each other", () => {
  const camera = { x: 1200, y: 300, width: 900 };
  const point = { x: 1500, y: 420 };
  assert.deepEqual(onMap(camera, onPicture(camera, point, PICTURE), PICTURE), point);
});

test("what is fitted is in the picture, and one place has surroundings", () => {
  const points = [{ x: 5100, y: 1500 }, { x: 5900, y: 1900 }];
  const camera = fitted(points, MAP, PICTURE);
  points.forEach((point) => {
    const { x, y } = onPicture(camera, point, PICTURE);
    assert.ok(x > 0 && x < PICTURE.width && y > 0 && y < PICTURE.height);
  });
  assert.equal(fitted([points[0]], MAP, PICTURE).width, 500);
});

test("labels do not cover each other, and the first ones have them", () => {
  const marks = [0, 1, 2, 3].map((n) => ({ x: 100, y: 100 + n * 8, radius: 4, label: `Place ${n}` }));
  assert.deepEqual(labelled(marks, PICTURE, 10).map(({ label }) => label), ["Place 0", "Place 2"]);
  assert.equal(labelled(marks, PICTURE, 1).length, 1);
  assert.deepEqual(labelled([{ x: 790, y: 100, radius: 4, label: "Outside" }], PICTURE, 9), []);
});
