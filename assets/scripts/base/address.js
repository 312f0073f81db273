/* The page's state as the query of its address: which keys there are, which panel takes which of
   them, and how each changes. Functions change the query that they are given. */
import { iso } from "./calendar.js";

const FILTERS = ["q", "from", "to", "within"];
const ALSO = "also"; // events that are shown although they are of little worth
const LONGEST_PART = 20000; // characters

/** Return the keys that each panel takes, of a page whose events have these facets.
 * @param {string[]} facets @returns {Record<string, string[]>} */
export const partsFor = (facets) => ({
  view: [...facets, ...FILTERS, ALSO],
  lanes: ["lanes", "first", "collapsed", "fold"],
  selected: ["event"],
  article: ["article", "at"],
  listing: ["sort", "rows"],
  story: ["story"],
  comparison: ["compare", "told"],
  tab: ["tab"],
  digest: ["days"],
  named: ["name"],
});

/** Return what a panel takes of the query. What is longer than the server takes (limits.py) is cut
 * after a whole value.
 * @param {URLSearchParams} query @param {string[]} keys */
export const partOf = (query, keys) => {
  const pairs = keys.flatMap((key) => query.getAll(key).map((value) => new URLSearchParams([[key, value]]).toString()));
  let room = LONGEST_PART + 1;
  const kept = pairs.filter((pair) => (room -= pair.length + 1) >= 0);
  return kept.join("&") || "-";
};

/** Set a key, or take it out where the value is empty.
 * @param {URLSearchParams} query @param {string} key @param {string | number | null} value */
export const put = (query, key, value) =>
  value === "" || value === null ? query.delete(key) : query.set(key, String(value));

/** Put a list of values in the place of those of a key, in their order.
 * @param {URLSearchParams} query @param {string} key @param {string[]} values */
export const putAll = (query, key, values) => {
  query.delete(key);
  values.forEach((value) => query.append(key, value));
};

/** @param {URLSearchParams} query @param {string} facet @param {string} value */
const remove = (query, facet, value) => putAll(query, facet, query.getAll(facet).filter((other) => other !== value));

/** Take out one value of a facet, all of them, or the window of time.
 * @param {URLSearchParams} query @param {string} facet @param {string} [value] */
export const clear = (query, facet, value) => {
  if (facet === "window") ["from", "to", "within"].forEach((key) => query.delete(key));
  else if (value) remove(query, facet, value);
  else query.delete(facet);
  query.delete("rows");
};

/** Take out every filter.
 * @param {URLSearchParams} query @param {string[]} facets */
export const clearAll = (query, facets) => [...facets, ...FILTERS, ALSO].forEach((key) => query.delete(key));

/** @param {URLSearchParams} query @param {string} facet @param {string} value */
export const toggle = (query, facet, value) => {
  if (query.getAll(facet).includes(value)) remove(query, facet, value);
  else query.append(facet, value);
  query.delete("rows");
};

/** @param {URLSearchParams} query @param {number} first @param {number} last */
export const setWindow = (query, first, last) => {
  query.set("from", iso(first));
  query.set("to", iso(last));
};

/** Show a list of its name, beside the chart; the one that opens without a name is `usual`.
 * @param {URLSearchParams} query @param {string} name @param {string} [usual] */
export const openTab = (query, name, usual = "events") => {
  put(query, "tab", name === usual ? "" : name);
  if (query.get("show") === "chart") query.delete("show");
};

/** Select an event, and close the article and the page of a name. @param {URLSearchParams} query @param {string} id */
export const select = (query, id) => {
  query.set("event", id);
  query.delete("article");
  query.delete("at");
  query.delete("name");
};

/** Choose what the lanes are, `usual` where the address says nothing; another choice forgets the
 * order of the lanes.
 * @param {URLSearchParams} query @param {string} name @param {string} usual */
export const chooseLanes = (query, name, usual) => {
  ["first", "collapsed", "lanes"].forEach((key) => query.delete(key));
  if (name !== usual) query.set("lanes", name);
};

/** Sort by a column, or the other way round where it is sorted so already.
 * @param {URLSearchParams} query @param {string} key */
export const sortBy = (query, key) => {
  const now = query.get("sort") || "date";
  put(query, "sort", now === key ? `-${key}` : key === "date" ? "" : key);
};

/** Compare two sources; a third takes the place of the first.
 * @param {URLSearchParams} query @param {string} name */
export const compare = (query, name) => {
  const now = query.getAll("compare");
  putAll(query, "compare", now.includes(name) ? now.filter((n) => n !== name) : [...now, name].slice(-2));
};

/** Open an article, at a place in it where one is given.
 * @param {URLSearchParams} query @param {string} name @param {string} at */
export const openArticle = (query, name, at) => {
  query.set("article", name);
  put(query, "at", at);
};
