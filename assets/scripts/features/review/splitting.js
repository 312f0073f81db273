/* Splitting an event: the sentences that are ticked become an event of their own. */
import { decide } from "../../edits/deciding.js";
import { shown } from "../../edits/sight.js";
import { addActions } from "../../page/actions.js";
import { all, first } from "../../page/dom.js";
import { get } from "../../page/state.js";

/** @typedef {import("../../page/server.js").Answer} Answer */

const ticked = () => all('.split-choices [aria-checked="true"]');

addActions({
  "tick-mention": (el) => el.setAttribute("aria-checked", String(el.getAttribute("aria-checked") !== "true")),
  split: (el) => {
    const places = ticked().map((choice) => Number(choice.dataset.value));
    const error = first(".field-error", /** @type {HTMLElement} */ (el.closest(".splitting")));
    error.textContent = "";
    const sentences = shown()?.dataset.sentences;
    const then = (/** @type {Answer} */ answer) => {
      if (answer.error) error.textContent = answer.error;
    };
    decide({ do: "split", events: [get("event")], places, sentences }, { then });
  },
});
