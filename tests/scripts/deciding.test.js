import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { standIn } from "./browser.js";

const browser = standIn({ storage: { "timeline-name": "Ana" } });
const { connect } = await import("../../assets/scripts/page/host.js");
const server = await import("../../assets/scripts/page/server.js");
const { decide } = await import("../../assets/scripts/edits/deciding.js");
const { known } = await import("../../assets/scripts/edits/sight.js");

let failures = [];
globalThis.reportError = (error) => failures.push(error.message);
let sent = [];
let handed = [];
connect({ hand: (name) => handed.push(name), plotly: () => null });
const reply = (value, status = 200) => ({
  status,
  text: async () => (typeof value === "string" ? value : JSON.stringify(value)),
});
mock.method(globalThis, "fetch", (path, { method, body }) => {
  const { promise, resolve, reject } = Promise.withResolvers();
  sent.push({ path, method, body: body && JSON.parse(body), resolve, reject });
  return promise;
});
const announced = () => browser.elements.announce.textContent;
const settled = () => new Promise((done) => setImmediate(done));
const answer = async (value, status) => {
  sent.at(-1).resolve(reply(value, status));
  await settled();
};
const problem = (detail, more = {}) => ({ type: "about:blank", title: "x", status: 422, detail, ...more });

beforeEach(() => {
  sent = [];
  handed = [];
  failures = [];
  browser.elements.announce = browser.element();
});

test("an edit goes under a name, with what was seen and what is known", async () => {
  decide({ do: "confirm", events: ["e1"], as_of: 7 });
  await settled();
  const [{ path, method, body }] = sent;
  assert.deepEqual([method, path], ["POST", "api/v1/edits/confirm"]);
  assert.deepEqual(body, { events: ["e1"], as_of: 7, by: "Ana", known: [] });
  await answer({ said: "Confirmed", edit: 31, subject: "e1" });
  assert.equal(announced(), "Confirmed");
  assert.deepEqual(known(), [31]);
  assert.deepEqual(handed, ["tick"]); // Dash looks for news
});

test("edits go one after the other, each with what the answers before told", async () => {
  const told = [];
  decide({ do: "confirm", events: ["e1"] }, { then: (got) => told.push(got.said) });
  decide({ do: "reject", events: ["e2"] }, { then: (got) => told.push(got.said) });
  await settled();
  assert.equal(sent.length, 1);
  await answer({ said: "one", edit: 32 });
  assert.equal(sent.length, 2);
  assert.ok(sent[1].body.known.includes(32));
  await answer({ said: "two", edit: null });
  assert.deepEqual(told, ["one", "two"]);
});

test("a refusal is said, and the next goes on", async () => {
  decide({ do: "confirm", events: ["e1"] });
  decide({ do: "confirm", events: ["e2"] });
  await settled();
  await answer(problem("no such event"), 422);
  assert.equal(announced(), "no such event");
  assert.equal(sent.length, 2);
  await answer({ said: "Confirmed", edit: 33 });
});

test("one who fails on an answer holds up nobody", async () => {
  const fail = () => {
    throw new Error("mine");
  };
  decide({ do: "confirm", events: ["e1"] }, { then: fail });
  decide({ do: "confirm", events: ["e2"] });
  await settled();
  await answer({ said: "one", edit: 34 });
  assert.deepEqual(failures, ["mine"]);
  assert.equal(sent.length, 2);
  await answer({ said: "two", edit: 35 });
});

test("the next does not wait for ever", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  decide({ do: "confirm", events: ["e1"] });
  decide({ do: "confirm", events: ["e2"] });
  await settled();
  assert.equal(sent.length, 1);
  mock.timers.tick(20_000);
  await settled();
  assert.equal(sent.length, 2);
  mock.timers.reset();
  sent[0].resolve(reply({ said: "late", edit: 36 }));
  await answer({ said: "in time", edit: 37 });
  assert.ok(known().includes(36) && known().includes(37));
});

test("what the server refuses, in whatever words, or does not answer, is an error", async () => {
  const made = server.makeCollection("x");
  await answer(problem("The name is taken."), 422);
  assert.equal((await made).error, "The name is taken.");
  const good = server.makeCollection("x");
  await answer({ address: "/c/x/" });
  assert.deepEqual(await good, { address: "/c/x/" });
  const plain = server.makeCollection("x");
  await answer("Bad gateway\n", 502);
  assert.deepEqual(await plain, { error: "Bad gateway" });
  const gone = server.removeArticle("a/b.txt");
  assert.deepEqual([sent.at(-1).method, sent.at(-1).path], ["DELETE", "api/v1/articles/a%2Fb.txt"]);
  await answer("", 204);
  assert.deepEqual(await gone, {});
  const away = server.cancelRun("r");
  sent.at(-1).reject(new TypeError("away"));
  assert.deepEqual(await away, { error: "The server does not answer." });
});
