/* How many of the days that matter are shown. */
import { targetOf } from "../../page/dom.js";
import { put } from "../../page/state.js";

const REST = 120; // milliseconds after the last move

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
document.addEventListener("input", (event) => {
  const field = /** @type {HTMLInputElement} */ (targetOf(event));
  if (field.id !== "days-slider") return;
  clearTimeout(resting);
  resting = setTimeout(() => put("days", field.value, { burst: "days" }), REST);
});
