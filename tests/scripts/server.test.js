import assert from "node:assert/strict";
import { test } from "node:test";

import { standIn } from "./browser.js";

standIn();
const { bodyOf, fieldsOf, namesIn, namesOut } = await import("../../assets/scripts/page/server.js");

const sentOf = (request) => JSON.parse(JSON.stringify(bodyOf(request)));

test("names stand between semicolons or lines", () => {
  assert.deepEqual(namesIn(" Ana Berg;\nTom Ruiz ;; "), ["Ana Berg", "Tom Ruiz"]);
  assert.deepEqual(namesIn(""), []);
  assert.equal(namesOut(["Ana Berg", "Tom Ruiz"]), "Ana Berg; Tom Ruiz");
});

test("typed fields become values, lists where they hold names", () => {
  const typed = { title: "T; U", actors: "a; b", places: "", tags: "x", note: "a;b" };
  const wanted = { title: "T; U", actors: ["a", "b"], places: [], tags: ["x"], note: "a;b" };
  assert.deepEqual(fieldsOf(typed), wanted);
});

test("each edit takes what its type has, and nothing else", () => {
  const events = ["e1", "e2"];
  assert.deepEqual(sentOf({ do: "confirm", events, value: "x" }), { events });
  assert.deepEqual(sentOf({ do: "merge", events }), { events });
  assert.deepEqual(sentOf({ do: "tag", events, value: "t" }), { events, tag: "t" });
  assert.deepEqual(sentOf({ do: "status", events, value: "alleged" }), { events, status: "alleged" });
  assert.deepEqual(sentOf({ do: "revert", events, value: "title" }), { event: "e1", field: "title" });
  assert.deepEqual(sentOf({ do: "split", events, places: [1] }), { event: "e1", mentions: [1] });
  assert.deepEqual(sentOf({ do: "undo", events, change: 7 }), { edit: 7 });
  assert.deepEqual(sentOf({ do: "redo", events: [] }), {});
  const fields = { title: "T" };
  assert.deepEqual(sentOf({ do: "add", fields, document: "", quote: "q" }), { fields, quote: "q" });
  assert.deepEqual(sentOf({ do: "published", document: "a", date: null }), { document: "a", date: null });
});

test("what was seen goes along", () => {
  const seen = { title: "Old" };
  const sight = { by: "ana", as_of: 3, known: [4] };
  const request = { do: "edit", events: ["e"], fields: { title: "New" }, seen, ...sight };
  assert.deepEqual(sentOf(request), { event: "e", fields: { title: "New" }, seen, ...sight });
});
