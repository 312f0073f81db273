/* What the page asks of the API, made of what its buttons, keys and forms know. */

/** What is asked of the events: what to `do`, on which, and what of it the editor chose or typed.
 * @typedef {{ do: string, events?: string[], value?: string, change?: number, places?: number[],
 *   sentences?: string, fields?: Record<string, string>, seen?: Record<string, string>,
 *   document?: string, quote?: string, start?: number, end?: number, date?: string | null,
 *   by?: string, as_of?: number, known?: number[] }} Request */

/** The fields that hold several names. */
const LISTS = ["actors", "places", "tags"];
/** What `value` is to an edit of each kind. @type {Record<string, string>} */
const VALUES = { status: "status", category: "category", tag: "tag", untag: "tag", revert: "field" };
const OF_ONE = ["edit", "split", "revert"];
const OF_NONE = ["undo", "redo", "add", "published"];

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
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, LISTS.includes(name) ? namesIn(text) : text]));

/** @param {Request} request */
const subjectOf = ({ do: kind, events = [] }) => {
  if (OF_NONE.includes(kind)) return {};
  return OF_ONE.includes(kind) ? { event: events[0] ?? "" } : { events };
};

/** Return the body of the edit; what is undefined is left out as it is written.
 * @param {Request} request @returns {Record<string, unknown>} */
export const bodyOf = (request) => {
  const { do: kind, value, change, places, sentences, fields, seen, date, by, as_of, known } = request;
  const { document: name, quote, start, end } = request;
  return {
    ...subjectOf(request),
    ...(kind in VALUES ? { [VALUES[kind]]: value ?? "" } : {}),
    ...(fields ? { fields: fieldsOf(fields) } : {}),
    ...(kind === "published" ? { date } : {}),
    ...(kind === "add" || kind === "published" ? { document: name || undefined } : {}),
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
