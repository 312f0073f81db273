/* What the buttons do: one listener for the page, by `data-action`. Features add theirs. */
import { data, targetOf } from "./dom.js";
import { deselect, select } from "./selection.js";

/** @typedef {(el: HTMLElement, event: MouseEvent) => unknown} Action */

/** By the value of `data-action`. @type {Record<string, Action>} */
export const actions = {};

/** @param {Record<string, Action>} further */
export const addActions = (further) => {
  Object.entries(further).forEach(([name, action]) => {
    if (actions[name]) throw new Error(`two actions are called ${name}`);
    actions[name] = action;
  });
};

document.addEventListener("click", (event) => {
  const el = /** @type {HTMLElement | null} */ (targetOf(event).closest("[data-action]"));
  const action = el && actions[data(el, "action")];
  if (action) {
    event.preventDefault();
    // Words of an article that somebody is selecting are no click on their event.
    if (el.tagName === "MARK" && getSelection()?.toString()) return;
    action(el, event);
    return;
  }
  const row = /** @type {HTMLElement | null} */ (targetOf(event).closest("tr[data-event]"));
  if (row && !getSelection()?.toString()) select(data(row, "event"));
});

addActions({ select: (el) => select(data(el, "event")), deselect: () => deselect() });
