/* All that the page asks of the server or sends to it, but for what Dash does by itself. */
import { hand } from "./host.js";

/** @typedef {Record<string, any>} Answer JSON of the server; `error` where it refuses, in its words */

/** Send JSON, and return what the server answers; `{ error }` where it refuses or does not answer.
 * @param {string} path @param {unknown} value @returns {Promise<any>} */
export const post = async (path, value) => {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) };
  const answer = await fetch(path, request).catch(() => null);
  const text = (await answer?.text().catch(() => "")) || "The server does not answer.";
  try {
    return JSON.parse(text);
  } catch {
    return { error: text.trim() };
  }
};

/** @param {string} run @param {string} deed */
export const askOfRun = (run, deed) => fetch(`runs/${run}/${deed}`, { method: "POST" }).catch(() => null);

/** Send articles; `progress` is told which share of them was sent.
 * @param {FormData} body @param {(share: number) => void} progress
 * @returns {Promise<{ status: number, response: Answer | null }>} */
export const upload = (body, progress) =>
  new Promise((done) => {
    const asking = new XMLHttpRequest(); // fetch does not tell how much was sent
    asking.upload.addEventListener("progress", ({ loaded, total }) => progress(total ? loaded / total : 0));
    asking.addEventListener("loadend", () => done(asking));
    asking.open("POST", "articles");
    asking.responseType = "json";
    asking.send(body);
  });

/* ---------- over properties of Dash, which answers by another one ---------- */
/** @type {Map<number, (answer: Answer) => void>} */
const waiting = new Map();
let count = 0;

/** @param {string} property @param {object} request @returns {Promise<Answer>} */
const call = (property, request) => {
  count += 1;
  hand(property, { ...request, count });
  return new Promise((done) => waiting.set(count, done));
};

/** Take an answer of the server to the one who asked.
 * @param {Answer | null} answer */
export const answered = (answer) => {
  const done = answer && waiting.get(answer.count);
  if (!done) return;
  waiting.delete(answer.count);
  done(answer);
};

/** Decide on events. @param {object} request */
export const decide = (request) => call("decide", request);
/** Ask how a date would be read, or what an event could be called. @param {object} question */
export const ask = (question) => call("ask", question);
/** Set or foresee a publication date. @param {object} request */
export const publish = (request) => call("publish_request", request);
