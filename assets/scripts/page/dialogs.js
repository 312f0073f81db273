/* Native dialogs, which hold the focus and close on Escape; a click beside one closes it, too. */
import { targetOf } from "./dom.js";

/** @param {string} id */
export const dialogOf = (id) => /** @type {HTMLDialogElement} */ (document.getElementById(id));

/** Act when a dialog of an id closes, however it was closed.
 * @param {string} id @param {() => unknown} act */
export const onClose = (id, act) =>
  document.addEventListener("close", (event) => targetOf(event).id === id && act(), true);

/** @param {HTMLDialogElement} dialog */
export const openDialog = (dialog) => {
  if (!dialog.open) dialog.showModal();
};

document.addEventListener("click", (event) => {
  if (event.target instanceof HTMLDialogElement && event.target.open) event.target.close();
});
