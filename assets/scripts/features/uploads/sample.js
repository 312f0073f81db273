/* The invented sample, added to an empty collection by a click. */
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { addSample } from "../../page/server.js";
import { lookAtRuns } from "./runs.js";

addActions({
  sample: async (el) => {
    const button = /** @type {HTMLButtonElement} */ (el);
    button.disabled = true; // one click is enough
    const answer = await addSample();
    button.disabled = false;
    if (answer.error) say(answer.error, { visible: true });
    lookAtRuns();
  },
});
