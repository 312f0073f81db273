/* The fields of the forms for an event, with the date read as it is typed. A form's fields have its
   name before theirs: `edit-title`, `event-title`. */
import { first, inputOf, maybe, targetOf } from "../../page/dom.js";
import { preview } from "../../page/server.js";

const REST = 150; // milliseconds after the last key

/** @param {string} of the form's name @param {string} name */
export const field = (of, name) => inputOf(`${of}-${name}`);

/** @param {string} of @param {Record<string, string>} values */
export const fill = (of, values) =>
  Object.entries(values).forEach(([name, value]) => {
    const el = field(of, name);
    if (el) el.value = value;
  });

/** @param {HTMLElement} form @param {string} words */
export const blame = (form, words) => (first(".field-error", form).textContent = words);

/** Show how the date is read, or why it is not.
 * @param {string} of @param {string} words @param {boolean} wrong */
export const showReading = (of, words, wrong) => {
  const input = field(of, "when");
  const place = maybe(`${of}-reading`);
  if (!input || !place) return;
  place.textContent = words;
  place.dataset.wrong = wrong ? "yes" : "no";
  wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
};

/** Ask how the date of a form is read, of an article where it stands in one.
 * @param {string} of @param {string} documentName */
export const readDate = async (of, documentName) => {
  const value = field(of, "when").value.trim();
  field(of, "when").setAttribute("aria-describedby", `${of}-when-hint ${of}-reading`);
  if (!value) return showReading(of, "", false);
  const answer = await preview("date", { date: value, document: documentName || undefined });
  const isCurrent = field(of, "when")?.value.trim() === value;
  if (isCurrent) showReading(of, answer.error || answer.read, !answer.edtf);
};

/** The articles that the forms are about, by the name of the form. @type {Record<string, () => string>} */
const about = {};
/** @param {string} of @param {() => string} name */
export const readDatesOf = (of, name) => void (about[of] = name);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
document.addEventListener("input", (event) => {
  const reads = /** @type {HTMLElement | null} */ (targetOf(event).closest("[data-reads]"))?.dataset.reads;
  const of = reads?.split("-")[0];
  if (!of) return;
  clearTimeout(resting);
  const name = about[of]?.() ?? "";
  resting = setTimeout(() => readDate(of, name), REST);
});
