/* The page of a name: a native dialog, which holds the focus and closes on Escape. */
import { addActions } from "../../page/actions.js";
import { dialogOf, onClose, openDialog } from "../../page/dialogs.js";
import { data, maybe } from "../../page/dom.js";
import { get, go, put } from "../../page/state.js";

const closeName = () => put("name", "");

let shown = "";
/** Show the page of the name that the address has, or none. */
export const showName = () => {
  const dialog = dialogOf("name-dialog");
  const name = get("name");
  if (!dialog) return;
  if (!name) {
    shown = "";
    return dialog.close();
  }
  openDialog(dialog);
  if (name !== shown) requestAnimationFrame(() => maybe("name-title")?.focus());
  shown = name;
};

onClose("name-dialog", closeName);
addActions({
  "open-name": (el) => put("name", data(el, "value")),
  "close-name": closeName,
  "print-name": () => {
    document.documentElement.dataset.print = "name";
    print();
  },
  "filter-names": (el) =>
    go((query) => {
      query.delete("name");
      query.set(data(el, "own"), data(el, "whose"));
      if (data(el, "own") === data(el, "facet")) query.delete(data(el, "facet"));
      query.set(data(el, "facet"), data(el, "value"));
    }),
});
