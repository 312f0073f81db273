/* The help, and what every dialog does. */
import { addActions } from "../../page/actions.js";
import { dialogOf, openDialog } from "../../page/dom.js";

export const openHelp = () => openDialog(dialogOf("help-dialog"));

/* A click beside a dialog closes it. */
document.addEventListener("click", (event) => {
  if (event.target instanceof HTMLDialogElement && event.target.open) event.target.close();
});

addActions({ help: openHelp, "close-help": () => dialogOf("help-dialog").close() });
