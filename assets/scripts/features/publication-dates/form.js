/* Setting an article's publication date: the form asks, the server answers, the page says so. */
import { showConflict } from "../../edits/conflict-dialog.js";
import { decide, send } from "../../edits/deciding.js";
import { who } from "../../edits/identity.js";
import { asOf } from "../../edits/sight.js";
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { all, data, first, made, targetOf } from "../../page/dom.js";
import { preview } from "../../page/server.js";
import { words } from "../../page/words.js";

/** @typedef {import("../../page/server.js").Answer} Answer */
/** @typedef {{ title: string, before: string, after: string }} Move */

const FORM = 'form[data-form="publish"]';

/** @param {HTMLElement} form */
const fieldOf = (form) => /** @type {HTMLInputElement} */ (first("input", form));
/** Return the form of a field; the page may have rendered it anew meanwhile.
 * @param {string} id */
const formOf = (id) => all(FORM).find((form) => fieldOf(form).id === id);

/** @param {HTMLElement} form @param {string} why */
const blame = (form, why) => {
  const field = fieldOf(form);
  first(".field-error", form).textContent = why;
  why ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
  if (why) field.focus();
};

/** Show what would move, as text: titles come from articles.
 * @param {HTMLElement} form @param {string} said @param {Move[]} moves */
const showMoves = (form, said, moves) => {
  const place = first(".foreseen", form);
  place.replaceChildren();
  if (!said) return;
  place.append(made("p", said));
  const list = document.createElement("ul");
  moves.forEach(({ title, before, after }) => {
    const item = document.createElement("li");
    item.append(made("span", title), made("del", before), " → ", made("ins", after));
    list.append(item);
  });
  if (moves.length) place.append(list);
};

/** Forget what was said in a form, and mark it as busy.
 * @param {HTMLElement | null | undefined} form */
const begin = (form) => {
  if (!form) return "";
  blame(form, "");
  showMoves(form, "", []);
  form.setAttribute("aria-busy", "true");
  return fieldOf(form).id;
};

/** Say in the form what came of it; return the form as it stands now.
 * @param {string} id @param {Answer} answer */
const finish = (id, answer) => {
  const form = formOf(id);
  form?.removeAttribute("aria-busy");
  if (form) blame(form, answer.error || "");
  return form;
};

/** Set a publication date, or take it back where the text is null.
 * @param {string} name @param {string | null} date @param {HTMLElement | null | undefined} form
 * @param {number} [as_of] */
const publish = async (name, date, form, as_of = asOf(form)) => {
  const id = begin(form);
  const answer = await send({ do: "published", document: name, date, by: who(), as_of });
  const now = finish(id, answer);
  if (answer.said) {
    if (now) fieldOf(now).value = "";
    // Without a history there is only the date of before to go back to.
    const back = () => void publish(name, answer.before, null);
    const undo = () => (answer.edit ? decide({ do: "undo", change: answer.edit }) : back());
    say(answer.said, { visible: true, undo: answer.subject ? undo : null });
  }
  showConflict(answer, "publish", {
    mine: () => publish(name, date, formOf(id), answer.as_of),
    theirs: () => {
      const asking = formOf(id);
      if (asking) fieldOf(asking).value = "";
      if (asking) blame(asking, "");
      say(words("edits.kept"), { visible: true });
    },
  });
};

/** Show which dates a publication date would move.
 * @param {string} name @param {string} date @param {HTMLElement} form */
const foresee = async (name, date, form) => {
  const id = begin(form);
  const answer = await preview("published", { document: name, date });
  const now = finish(id, answer);
  if (now && answer.said) showMoves(now, answer.said, answer.moves);
};

/** Send what is typed in a form.
 * @param {HTMLElement} form @param {(name: string, date: string, form: HTMLElement) => unknown} act */
const sendTyped = (form, act) => {
  const text = fieldOf(form).value.trim();
  if (text) act(data(form, "document"), text, form);
  else blame(form, words("publication_dates.untyped"));
};

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLElement | null} */ (targetOf(event).closest(FORM));
  if (!form) return;
  event.preventDefault();
  sendTyped(form, (name, date) => publish(name, date, form));
});
addActions({
  foresee: (el) => sendTyped(/** @type {HTMLElement} */ (el.closest("form")), foresee),
  "take-back": (el) => publish(data(el, "document"), null, el.closest("form")),
});
