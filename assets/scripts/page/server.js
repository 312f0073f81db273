/* All that the page asks of the server or sends to it by itself: the JSON API. What Dash renders, Dash
   asks for. */
import { hand } from "./host.js";
import { registry } from "./registry.js";
import { words } from "./words.js";

/** @typedef {import("../base/conflicts.js").Request} Request */

const API = "api/v1";

/** JSON of the server; `error` where it refuses, in its words, beside what else its problem tells.
 * @typedef {Record<string, any>} Answer */

/** Return what the server answers; `{ error }` where it refuses or does not answer.
 * @param {string} method @param {string} path @param {unknown} [value] @returns {Promise<Answer>} */
const call = async (method, path, value) => {
  const body = value === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) };
  const answer = await fetch(`${API}/${path}`, { method, ...body }).catch(() => null);
  const text = await answer?.text().catch(() => "");
  if (answer?.status === 204) return {};
  return read(text || words("page.no-answer"));
};

/** @param {string} text @returns {Answer} */
const read = (text) => {
  try {
    const told = JSON.parse(text);
    return "detail" in told && "status" in told ? { ...told, error: told.detail } : told;
  } catch {
    return { error: text.trim() };
  }
};

/** Make an edit. @param {Request} request */
export const edit = (request) => call("POST", `edits/${request.do}`, bodyOf(request));

/** Ask what would come of something: of a `date`, an `event` at a passage, a publication date
 * (`published`), or under which `names` files would be kept.
 * @param {string} what @param {object} body */
export const preview = (what, body) => call("POST", `previews/${what}`, body);

/** @param {string} name */
export const removeArticle = (name) => call("DELETE", `articles/${encodeURIComponent(name)}`);

export const addSample = () => call("POST", "sample", {});

/** @param {string} run */
export const cancelRun = (run) => call("POST", `runs/${encodeURIComponent(run)}/cancel`);

/** @param {string} run */
export const putRunAway = (run) => call("DELETE", `runs/${encodeURIComponent(run)}`);

/** @param {string} name */
export const makeCollection = (name) => call("POST", "collections", { name });

/** Send articles; `progress` is told which share of them was sent.
 * @param {FormData} body @param {(share: number) => void} progress
 * @returns {Promise<{ status: number, response: Answer | null }>} */
export const upload = (body, progress) =>
  new Promise((done) => {
    const asking = new XMLHttpRequest(); // fetch does not tell how much was sent
    asking.upload.addEventListener("progress", ({ loaded, total }) => progress(total ? loaded / total : 0));
    asking.addEventListener("loadend", () =>
      done({ status: asking.status, response: asking.responseText ? read(asking.responseText) : null }),
    );
    asking.open("POST", `${API}/articles`);
    asking.send(body);
  });

/** Have Dash look whether the collection has changed, and render what has. */
export const lookForNews = () => hand("tick", Date.now());

/* ---------- edits, made of what buttons, keys and forms know ---------- */
/** What `value` is to an edit of each kind. @type {Record<string, string>} */
const VALUES = { status: "status", category: "category", tag: "tag", untag: "tag", revert: "field" };
const OF_ONE = ["edit", "split", "revert"];
const OF_NONE = ["undo", "redo", "add", "published", "place", "join", "part"];

/** Return the names that stand between semicolons or line breaks.
 * @param {string} text */
export const namesIn = (text) =>
  text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** @param {string[]} names */
export const namesOut = (names) => names.join("; ");

/** Return typed fields as the API takes them.
 * @param {Record<string, string>} fields */
export const fieldsOf = (fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, registry.fields.names.includes(name) ? namesIn(text) : text]));

/** @param {Request} request */
const subjectOf = ({ do: kind, events = [] }) => {
  if (OF_NONE.includes(kind)) return {};
  return OF_ONE.includes(kind) ? { event: events[0] ?? "" } : { events };
};

/** Return the body of the edit; what is undefined is left out as it is written.
 * @param {Request} request @returns {Record<string, unknown>} */
export const bodyOf = (request) => {
  const { do: kind, value, change, places, sentences, fields, seen, date, by, as_of, known } = request;
  const { document: name, quote, start, end, place, other } = request;
  return {
    ...subjectOf(request),
    ...(kind in VALUES ? { [VALUES[kind]]: value ?? "" } : {}),
    ...(fields ? { fields: fieldsOf(fields) } : {}),
    ...(kind === "published" ? { date } : {}),
    ...(kind === "add" || kind === "published" ? { document: name || undefined } : {}),
    ...(kind === "place" ? { name: value ?? "", place } : {}),
    ...(kind === "join" || kind === "part" ? { name: value ?? "", other } : {}),
    edit: change,
    mentions: places,
    sentences,
    seen,
    quote,
    start,
    end,
    by,
    as_of,
    known,
  };
};
