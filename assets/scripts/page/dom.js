/* Looking things up in the page. */

/** Return the element of an id that the page always has.
 * @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Return the element of an id, null where this page has none.
 * @param {string} id */
export const maybe = (id) => document.getElementById(id);

/** @param {string} id */
export const inputOf = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/** @param {string} id */
export const buttonOf = (id) => /** @type {HTMLButtonElement} */ (document.getElementById(id));

/** Return the first element that matches, null where none does.
 * @param {string} selector @param {ParentNode} [within] @returns {HTMLElement | null} */
export const find = (selector, within = document) => within.querySelector(selector);

/** Return the first element that matches, which is always there.
 * @param {string} selector @param {ParentNode} [within] */
export const first = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export const all = (selector, within = document) => [
  .../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector)),
];

/** Return what an event happened to.
 * @param {Event} event */
export const targetOf = (event) => /** @type {HTMLElement} */ (event.target);

/** Return a `data-` attribute, empty where there is none.
 * @param {HTMLElement} el @param {string} name as in `dataset` */
export const data = (el, name) => el.dataset[name] ?? "";

/** Return a new element with a text.
 * @param {string} kind @param {string} text @param {string} [className] */
export const made = (kind, text, className = "") =>
  Object.assign(document.createElement(kind), { textContent: text, className });

/** Set an attribute where it is another one, so that nobody is told of a change that is none.
 * @param {Element} el @param {string} name @param {string} value */
export const setAttribute = (el, name, value) => {
  if (el.getAttribute(name) !== value) el.setAttribute(name, value);
};

/** Set the text of an element where it is another one.
 * @param {HTMLElement} el @param {string} text */
export const setText = (el, text) => {
  if (el.textContent !== text) el.textContent = text;
};

/** Whether somebody types in an element.
 * @param {EventTarget | null} el */
export const isTypedIn = (el) =>
  el instanceof HTMLElement && el.matches("input, textarea, select, [contenteditable]");

/** Take the form of an id when it is sent.
 * @param {string} id @param {(form: HTMLFormElement) => unknown} act */
export const onSubmit = (id, act) =>
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.id !== id) return;
    event.preventDefault();
    act(form);
  });
