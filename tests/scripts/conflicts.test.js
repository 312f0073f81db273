import assert from "node:assert/strict";
import { test } from "node:test";

import { ALONE, choices as named, insisting, yielding } from "../../assets/scripts/base/conflicts.js";
import { standIn } from "./browser.js";

standIn();
const { words } = await import("../../assets/scripts/page/words.js");
const choices = (what, events) => named(what, events).map((name) => words(name));

const conflict = (field, held) => ({ title: "T", name: field, theirs: "x", mine: "y", by: "Ana", field, held });
const refusal = { as_of: 9, conflicted: ["e1"], conflicts: [conflict("title", "Theirs")] };
const form = {
  do: "edit",
  events: ["e1"],
  fields: { title: "Mine", note: "n" },
  seen: { title: "Old", note: "" },
  as_of: 5,
};

test("who insists has seen what the others put", () => {
  const again = insisting(form, refusal);
  assert.equal(again.as_of, 9);
  assert.deepEqual(again.seen, { title: "Theirs", note: "" });
  assert.deepEqual(again.fields, form.fields);
  assert.deepEqual(form.seen, { title: "Old", note: "" }); // the request is as it was
  assert.equal("seen" in insisting({ do: "confirm", events: ["e1"] }, refusal), false);
});

test("who yields changes the other fields, where there are any", () => {
  assert.deepEqual(yielding(form, refusal).fields, { note: "n" });
  assert.equal(yielding({ ...form, fields: { title: "Mine" } }, refusal), null);
});

test("who yields changes the other events, where there are any", () => {
  const many = { do: "reject", events: ["e1", "e2"], as_of: 5 };
  assert.deepEqual(yielding(many, refusal), { do: "reject", events: ["e2"], as_of: 9 });
  assert.equal(yielding({ ...many, events: ["e1"] }, refusal), null);
});

test("what is done as a whole is done or not", () => {
  for (const what of ALONE) assert.equal(yielding({ do: what, events: ["e1", "e2"] }, refusal), null);
});

test("the choices say what they do", () => {
  assert.deepEqual(choices("undo", 1), ["Leave it", "Undo anyway"]);
  assert.deepEqual(choices("redo", 1), ["Leave it", "Redo anyway"]);
  assert.deepEqual(choices("reject", 3), ["Leave these, do the rest", "Change all anyway"]);
  assert.deepEqual(choices("merge", 3), ["Keep theirs", "Save mine anyway"]);
  assert.deepEqual(choices("edit", 1), ["Keep theirs", "Save mine anyway"]);
});
