/* The page's state is the query of its address, so that a copied link restores the page and the
   browser's back and forward work. Every change goes through `go`; the server is handed the parts
   it needs. */
import * as address from "../base/address.js";
import { find } from "./dom.js";
import { hand } from "./host.js";
import { registry } from "./registry.js";

const BURST = 1500; // milliseconds
/** The keys that each panel takes. */
export const PARTS = address.partsFor(registry.facets);

/** @typedef {{ replace?: boolean, burst?: string | null }} Step */

export const state = () => new URLSearchParams(location.search);
/** @param {string} key */
export const get = (key) => state().get(key) || "";

export const publishState = () => hand("state", location.search || "?");

/** @type {{ burst: string | null, at: number }} */
let before = { burst: null, at: 0 };

/** Change the address. What follows itself closely (turns of the wheel, letters, arrow keys) is one
 * burst, and one step to go back; `replace` leaves no step at all.
 * @param {(query: URLSearchParams) => unknown} change @param {Step} [step] */
export const go = (change, { replace = false, burst = null } = {}) => {
  const query = state();
  change(query);
  const text = query.toString();
  if (text === state().toString()) return;
  const next = location.pathname + (text ? `?${text}` : "");
  const now = performance.now();
  const goesOn = burst !== null && burst === before.burst && now - before.at < BURST;
  before = { burst, at: now };
  history[replace || goesOn ? "replaceState" : "pushState"](null, "", next);
  publishState();
};

addEventListener("popstate", () => {
  before = { burst: null, at: 0 };
  publishState();
});

/** @param {string} key @param {string | number | null} value @param {Step} [step] */
export const put = (key, value, step) => go((query) => address.put(query, key, value), step);

/** @param {string} key @param {string[]} values */
export const putAll = (key, values) => go((query) => address.putAll(query, key, values));

/** @param {number} first @param {number} last @param {Step} [step] */
export const setWindow = (first, last, step) => go((query) => address.setWindow(query, first, last), step);

/** @param {string} facet @param {string} value */
export const toggle = (facet, value) => go((query) => address.toggle(query, facet, value));

/** @param {string} facet @param {string} [value] */
export const clear = (facet, value) => go((query) => address.clear(query, facet, value));

export const clearAll = () => go((query) => address.clearAll(query, registry.facets));

/** The list that is open where the address names none. */
export const usualTab = () => find(".lists")?.dataset.usual || "events";

/** @param {string} name */
export const openTab = (name) => go((query) => address.openTab(query, name, usualTab()));

/** The parts that were handed last; no article or name is open before the address has one.
 * @type {Record<string, string>} */
const last = { article: "-", named: "-" };

/** Return a part where it is another one than was handed last, nothing where it is the same.
 * @param {string} name @param {string} value */
export const changed = (name, value) => {
  const same = last[name] === value;
  last[name] = value;
  return same ? undefined : value;
};

/** Return each part of the state that has changed, in the order of `PARTS`. */
export const changedParts = () => {
  const query = state();
  if (!query.get("tab") && usualTab() !== "events") query.set("tab", usualTab());
  return Object.entries(PARTS).map(([name, keys]) => changed(name, address.partOf(query, keys)));
};

/** Hand a part anew with the next change of the address, the same as it may be.
 * @param {string} name */
export const forget = (name) => void delete last[name];

/** Ask anew for what the address names: what was asked meanwhile was lost. */
export const askAgain = () => {
  ["view", "selected", "article", "named"].forEach((name) => delete last[name]);
  publishState();
};
