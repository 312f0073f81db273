/* Setting an article's publication date: the form asks, the server answers, the page says so. */
import { showConflict } from "../../edits/conflict-dialog.js";
import { decide } from "../../edits/deciding.js";
import { who } from "../../edits/identity.js";
import { asOf, known, noteChange } from "../../edits/sight.js";
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { all, data, first, inputOf, made, targetOf } from "../../page/dom.js";
import * as server from "../../page/server.js";

/** @typedef {import("../../page/server.js").Answer} Answer */
/** @typedef {{ title: string, before: string, after: string }} Move */

const FORM = 'form[data-form="publish"]';
const UNTYPED = "Type a date first, such as 8 February 2023.";

/** @param {HTMLElement} form */
const fieldOf = (form) => /** @type {HTMLInputElement} */ (first("input", form));
/** Return the form of a field; the page may have rendered it anew meanwhile.
 * @param {Answer} answer */
const formOf = (answer) => all(FORM).find((form) => fieldOf(form).id === answer.form);

/** @param {HTMLElement} form @param {string} words */
const blame = (form, words) => {
  const field = fieldOf(form);
  first(".field-error", form).textContent = words;
  words ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
  if (words) field.focus();
};

/** Show what would move, as text: titles come from articles.
 * @param {HTMLElement} form @param {string} words @param {Move[]} moves */
const showMoves = (form, words, moves) => {
  const place = first(".foreseen", form);
  place.replaceChildren();
  if (!words) return;
  place.append(made("p", words));
  const list = document.createElement("ul");
  moves.forEach(({ title, before, after }) => {
    const item = document.createElement("li");
    item.append(made("span", title), made("del", before), " → ", made("ins", after));
    list.append(item);
  });
  if (moves.length) place.append(list);
};

/** Set a publication date, or take it back where the text is null.
 * @param {string} name @param {string | null} text @param {HTMLElement | null | undefined} form
 * @param {{ foresee?: boolean, as_of?: number }} [wishes] */
const publish = async (name, text, form, wishes = {}) => {
  if (form) {
    blame(form, "");
    showMoves(form, "", []);
    form.setAttribute("aria-busy", "true");
  }
  const field = form ? fieldOf(form).id : "";
  const sight = { as_of: asOf(form), known: known() };
  const answer = await server.publish({ document: name, text, form: field, by: who(), ...sight, ...wishes });
  noteChange(answer.change);
  show(answer);
  showConflict(answer, "publish", {
    mine: () => publish(name, text, formOf(answer), { as_of: answer.as_of }),
    theirs: () => {
      const asking = formOf(answer);
      if (asking) fieldOf(asking).value = "";
      if (asking) blame(asking, "");
      say("Kept as it is.", { visible: true });
    },
  });
};

/** @param {Answer} answer */
const show = (answer) => {
  const form = formOf(answer);
  if (form) {
    form.removeAttribute("aria-busy");
    blame(form, answer.error || "");
    showMoves(form, answer.foreseen || "", answer.moves || []);
  }
  if (!answer.said) return;
  if (form) inputOf(answer.form).value = "";
  // Without a history there is only the date of before to go back to.
  const before = () => publish(answer.document, answer.undo ?? null, null);
  const undo = () => (answer.change ? decide({ do: "undo", change: answer.change }) : before());
  say(answer.said, { visible: true, undo });
};

/** Send what is typed in a form. @param {HTMLElement} form @param {{ foresee?: boolean }} [wishes] */
const send = (form, wishes) => {
  const text = fieldOf(form).value.trim();
  if (text) publish(data(form, "document"), text, form, wishes);
  else blame(form, UNTYPED);
};

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLElement | null} */ (targetOf(event).closest(FORM));
  if (!form) return;
  event.preventDefault();
  send(form);
});
addActions({
  foresee: (el) => send(/** @type {HTMLElement} */ (el.closest("form")), { foresee: true }),
  "take-back": (el) => publish(data(el, "document"), null, el.closest("form")),
});
