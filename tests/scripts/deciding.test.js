import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { standIn } from "./browser.js";

const browser = standIn({ storage: { "timeline-name": "Ana" } });
const { connect } = await import("../../assets/scripts/page/host.js");
const server = await import("../../assets/scripts/page/server.js");
const { decide } = await import("../../assets/scripts/edits/deciding.js");
const { known } = await import("../../assets/scripts/edits/sight.js");

let sent = [];
connect({ hand: (name, value) => sent.push([name, value]), plotly: () => null });
const announced = () => browser.elements.announce.textContent;
const settled = () => new Promise((done) => setImmediate(done));
const answer = async (value) => {
  server.answered({ ...value, count: sent.at(-1)[1].count });
  await settled();
};

beforeEach(() => {
  sent = [];
  browser.elements.announce = browser.element();
});

test("a decision goes under a name, with what was seen and what is known", async () => {
  decide({ do: "confirm", events: ["e1"], as_of: 7 });
  const [[property, request]] = sent;
  assert.equal(property, "decide");
  assert.deepEqual({ ...request, count: 0 }, { do: "confirm", events: ["e1"], as_of: 7, by: "Ana", known: [], count: 0 });
  await answer({ said: "Confirmed", change: 31 });
  assert.equal(announced(), "Confirmed");
  assert.deepEqual(known(), [31]);
});

test("decisions go one after the other, each with what the answers before told", async () => {
  const told = [];
  decide({ do: "confirm", events: ["e1"] }, { then: (got) => told.push(got.said) });
  decide({ do: "reject", events: ["e2"] }, { then: (got) => told.push(got.said) });
  assert.equal(sent.length, 1);
  await answer({ said: "one", change: 32 });
  assert.equal(sent.length, 2);
  assert.ok(sent[1][1].known.includes(32));
  await answer({ said: "two" });
  assert.deepEqual(told, ["one", "two"]);
});

test("an answer to somebody else is nobody's", async () => {
  const told = [];
  decide({ do: "confirm", events: ["e1"] }, { then: (got) => told.push(got) });
  server.answered({ count: -1, said: "other" });
  server.answered(null);
  await settled();
  assert.deepEqual(told, []);
  await answer({ said: "mine" });
  assert.equal(told.length, 1);
});

test("a refusal is said, and the next goes on", async () => {
  decide({ do: "confirm", events: ["e1"] });
  decide({ do: "confirm", events: ["e2"] });
  await answer({ error: "no such event" });
  assert.equal(announced(), "no such event");
  assert.equal(sent.length, 2);
  await answer({ said: "Confirmed" });
});

test("the next does not wait for ever", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  decide({ do: "confirm", events: ["e1"] });
  decide({ do: "confirm", events: ["e2"] });
  assert.equal(sent.length, 1);
  mock.timers.tick(20_000);
  assert.equal(sent.length, 2);
  mock.timers.reset();
  await answer({ said: "late" });
});

test("what the server refuses in words, or not at all, is an error", async () => {
  const fetched = mock.method(globalThis, "fetch", async () => ({ text: async () => "The name is taken.\n" }));
  assert.deepEqual(await server.post("/collections", { name: "x" }), { error: "The name is taken." });
  fetched.mock.mockImplementation(async () => ({ text: async () => '{"address": "/c/x/"}' }));
  assert.deepEqual(await server.post("/collections", { name: "x" }), { address: "/c/x/" });
  fetched.mock.mockImplementation(async () => Promise.reject(new TypeError("away")));
  assert.deepEqual(await server.post("/collections", {}), { error: "The server does not answer." });
  fetched.mock.restore();
});
