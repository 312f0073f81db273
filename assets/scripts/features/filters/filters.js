/* Filters: facets, words and the panel that holds them. */
import { addActions } from "../../page/actions.js";
import { all, data, inputOf, maybe, targetOf } from "../../page/dom.js";
import { clear, clearAll, put, putAll, toggle } from "../../page/state.js";

const REST = 90; // milliseconds after the last letter, so that each is not a request

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
document.addEventListener("input", (event) => {
  if (targetOf(event).id !== "search") return;
  clearTimeout(resting);
  resting = setTimeout(() => put("q", inputOf("search").value.trim(), { burst: "q" }), REST);
});

/** Show the words that are searched for, where they are others than those in the field.
 * @param {string} words */
export const showWords = (words) => {
  const field = /** @type {HTMLInputElement | null} */ (maybe("search"));
  if (field && field.value.trim() !== words) field.value = words;
};

/* An example is pressed with the cursor still in the field, so that the examples stay until then. */
document.addEventListener("mousedown", (event) => {
  if (targetOf(event).closest("#search-help")) event.preventDefault();
});

/** Put the cursor into the search. */
export const openSearch = () => maybe("search")?.focus();

/** Forget the words; false where none are typed or the cursor is elsewhere. */
export const leaveSearch = () => {
  const field = document.activeElement;
  if (field?.id !== "search" || !(/** @type {HTMLInputElement} */ (field).value)) return false;
  put("q", "");
  return true;
};

addActions({
  toggle: (el) => toggle(data(el, "facet"), data(el, "value")),
  clear: (el) => clear(data(el, "facet"), el.dataset.value),
  "clear-all": clearAll,
  "search-for": (el) => put("q", data(el, "value")),
  within: (el) => put("within", data(el, "value")),
  "show-added": (el) => putAll("document", JSON.parse(data(el, "value"))),
  filters: () => {
    const open = document.documentElement.dataset.filters !== "open";
    document.documentElement.dataset.filters = open ? "open" : "closed";
    all('[data-action="filters"][aria-controls]').forEach((button) => button.setAttribute("aria-expanded", String(open)));
  },
});
