import assert from "node:assert/strict";
import { test } from "node:test";

import * as address from "../../assets/scripts/base/address.js";

const FACETS = ["category", "tag", "document", "mood"];
const PARTS = address.partsFor(FACETS);
const query = (text = "") => new URLSearchParams(text);
const after = (text, change) => {
  const made = query(text);
  change(made);
  return made.toString();
};

test("a value that is toggled twice is as before", () => {
  const before = "category=law&category=sport&event=e1";
  const twice = after(before, (q) => {
    address.toggle(q, "category", "economy");
    address.toggle(q, "category", "economy");
  });
  assert.deepEqual(query(twice).getAll("category"), ["law", "sport"]);
  assert.equal(after(before, (q) => address.toggle(q, "category", "law")), "event=e1&category=sport");
});

test("another filter shows the table from its beginning", () => {
  for (const change of [(q) => address.toggle(q, "tag", "x"), (q) => address.clear(q, "tag")])
    assert.equal(query(after("rows=300&tag=y", change)).get("rows"), null);
});

test("an empty value is none", () => {
  assert.equal(after("q=dam&fold=yes", (q) => address.put(q, "q", "")), "fold=yes");
  assert.equal(after("q=dam", (q) => address.put(q, "q", null)), "");
  assert.equal(after("", (q) => address.put(q, "rows", 300)), "rows=300");
});

test("values come in the order in which they are put", () => {
  assert.deepEqual(query(after("first=x", (q) => address.putAll(q, "first", ["b", "a"]))).getAll("first"), ["b", "a"]);
});

test("a facet is cleared of one value, or of all, and the window whole", () => {
  const text = "tag=a&tag=b&from=2020-01-01&to=2021-01-01&within=certainly";
  assert.deepEqual(query(after(text, (q) => address.clear(q, "tag", "a"))).getAll("tag"), ["b"]);
  assert.equal(query(after(text, (q) => address.clear(q, "tag"))).has("tag"), false);
  assert.equal(after(text, (q) => address.clear(q, "window")), "tag=a&tag=b");
});

test("clearing all leaves no filter, whatever was set, and nothing else goes", () => {
  const filled = query("sort=title&story=e2&tab=review");
  PARTS.view.forEach((key) => filled.append(key, "x"));
  address.clearAll(filled, FACETS);
  assert.equal(filled.toString(), "sort=title&story=e2&tab=review");
});

test("every key belongs to one panel", () => {
  const keys = Object.values(PARTS).flat();
  assert.equal(new Set(keys).size, keys.length);
  assert.deepEqual(FACETS.filter((facet) => !PARTS.view.includes(facet)), []);
});

test("a panel takes its part and no other, and it reads as the address", () => {
  const text = "category=law&q=dam+break&event=e1&category=a%26b&from=-0044-03-15";
  const part = address.partOf(query(text), PARTS.view);
  assert.deepEqual(query(part).getAll("category"), ["law", "a&b"]);
  assert.equal(query(part).get("q"), "dam break");
  assert.equal(query(part).has("event"), false);
  assert.equal(address.partOf(query(""), PARTS.view), "-");
});

test("a part that is too long is cut after a whole value", () => {
  const many = query();
  for (let i = 0; i < 3000; i += 1) many.append("document", `article-${i}.txt`);
  const part = address.partOf(many, PARTS.view);
  assert.ok(part.length <= 20000);
  const kept = query(part).getAll("document");
  assert.ok(kept.length > 500);
  assert.deepEqual(kept, many.getAll("document").slice(0, kept.length));
});

test("a window of days is written as dates", () => {
  assert.equal(after("", (q) => address.setWindow(q, 1, 738155)), "from=0001-01-01&to=2021-12-31");
});

test("selecting closes the article", () => {
  assert.equal(after("article=a.txt&at=3", (q) => address.select(q, "e1")), "event=e1");
});

test("an article is opened at a place or at its beginning", () => {
  assert.equal(after("at=9", (q) => address.openArticle(q, "a.txt", "")), "article=a.txt");
  assert.equal(after("", (q) => address.openArticle(q, "a.txt", "3")), "article=a.txt&at=3");
});

test("the first list needs no word in the address, and the lists come back", () => {
  assert.equal(after("tab=review&show=chart", (q) => address.openTab(q, "events")), "");
  assert.equal(after("show=list", (q) => address.openTab(q, "review")), "show=list&tab=review");
});

test("other lanes forget their order", () => {
  assert.equal(after("lanes=status&first=x&collapsed=y", (q) => address.chooseLanes(q, "category", "category")), "");
  assert.equal(after("", (q) => address.chooseLanes(q, "actor", "category")), "lanes=actor");
});

test("sorting by a column again turns it round", () => {
  const title = after("", (q) => address.sortBy(q, "title"));
  assert.equal(title, "sort=title");
  assert.equal(after(title, (q) => address.sortBy(q, "title")), "sort=-title");
  assert.equal(after(title, (q) => address.sortBy(q, "date")), "");
  assert.equal(after("", (q) => address.sortBy(q, "date")), "sort=-date");
});

test("two sources are compared; a third takes the place of the first", () => {
  const three = after("compare=a&compare=b", (q) => address.compare(q, "c"));
  assert.deepEqual(query(three).getAll("compare"), ["b", "c"]);
  assert.deepEqual(query(after(three, (q) => address.compare(q, "b"))).getAll("compare"), ["c"]);
});
