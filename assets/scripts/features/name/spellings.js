/* What people say of the spellings of a name: that two are one, or that they are two names. */
import { decide } from "../../edits/deciding.js";
import { addActions } from "../../page/actions.js";
import { data, first, targetOf } from "../../page/dom.js";

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLElement | null} */ (targetOf(event).closest('form[data-form="join"]'));
  if (!form) return;
  event.preventDefault();
  const other = /** @type {HTMLInputElement} */ (first("input", form)).value.trim();
  if (other) decide({ do: "join", value: data(form, "name"), other });
});

addActions({
  "join-name": (el) => decide({ do: "join", value: data(el, "whose"), other: data(el, "value") }),
  "part-name": (el) => decide({ do: "part", value: data(el, "whose"), other: data(el, "value") }),
});
