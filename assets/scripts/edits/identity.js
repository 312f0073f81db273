/* The name that a person's edits are kept under. */
import { say } from "../page/announcing.js";
import { all, find, setText, targetOf } from "../page/dom.js";
import { hand } from "../page/host.js";
import { afterRendering } from "../page/rendering.js";
import { words } from "../page/words.js";

const NAME = "timeline-name";
const LONGEST_NAME = 80; // characters, as the history keeps it

const given = () => {
  try {
    return [...(localStorage.getItem(NAME) || "")].slice(0, LONGEST_NAME).join("");
  } catch {
    return ""; // storage may be forbidden; the login serves
  }
};
export const who = () => given() || find(".page")?.dataset.name || "";

/** @param {string} name */
const remember = (name) => {
  try {
    name ? localStorage.setItem(NAME, name) : localStorage.removeItem(NAME);
  } catch {
    /* as above */
  }
};

export const tellWho = () => hand("who", who());

const isNameField = (/** @type {Event} */ event) => targetOf(event).id?.startsWith("who-");
document.addEventListener("change", (event) => {
  if (!isNameField(event)) return;
  remember(/** @type {HTMLInputElement} */ (event.target).value.trim());
  tellWho();
  say(words("edits.name-kept", { name: who() }), { visible: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && isNameField(event)) targetOf(event).blur();
});

afterRendering(() => {
  all(".who").forEach((el) => setText(el, who()));
  const fields = /** @type {HTMLInputElement[]} */ (all(".who-field"));
  fields.filter((field) => field !== document.activeElement).forEach((field) => (field.value = who()));
});
