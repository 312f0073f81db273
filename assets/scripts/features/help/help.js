/* The help. */
import { addActions } from "../../page/actions.js";
import { dialogOf, openDialog } from "../../page/dialogs.js";

export const openHelp = () => openDialog(dialogOf("help-dialog"));

addActions({ help: openHelp, "close-help": () => dialogOf("help-dialog").close() });
