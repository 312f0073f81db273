import assert from "node:assert/strict";
import { test } from "node:test";

import { standIn } from "./browser.js";

standIn();
const { blamed, noteOf, sized } = await import("../../assets/scripts/features/uploads/chosen.js");

test("sizes are in words, none of them nothing", () => {
  assert.deepEqual([0, 1499, 1500, 999_499, 2_400_000].map(sized), ["1 kB", "1 kB", "2 kB", "999 kB", "2 MB"]);
});

test("a file that is too large is left out, and says so", () => {
  const blame = blamed({ size: 3_000_000 }, 2_000_000);
  assert.equal(noteOf({ file: { size: 3_000_000 }, held: true, blame }), "is too large: 3 MB; it is left out");
  assert.equal(blamed({ size: 2_000_000 }, 2_000_000), "");
});

test("a name that is there already is told", () => {
  assert.equal(noteOf({ file: { size: 5000 }, held: true, blame: "" }), "5 kB · there is one of this name");
  assert.equal(noteOf({ file: { size: 5000 }, held: false, blame: "" }), "5 kB");
});
