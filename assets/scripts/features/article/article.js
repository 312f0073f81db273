/* The article: a native dialog, which holds the focus and closes on Escape. */
import * as address from "../../base/address.js";
import { addActions } from "../../page/actions.js";
import { dialogOf, onClose, openDialog } from "../../page/dialogs.js";
import { all, data, maybe } from "../../page/dom.js";
import { get, go } from "../../page/state.js";

const closeArticle = () => go((query) => ["article", "at"].forEach((key) => query.delete(key)));

/** @param {HTMLDialogElement} dialog @param {number} at */
const scrollTo = (dialog, at) => {
  const marks = all("[data-start]", dialog).reverse();
  const place = marks.find((el) => el.tagName === "MARK" && Number(el.dataset.start) <= at);
  const exact = place && Number(place.dataset.start) === at ? place : null;
  const start = exact ?? marks.find((el) => Number(el.dataset.start) <= at);
  if (!start) return;
  start.classList.add("arrived");
  start.scrollIntoView({ block: "center" });
};

let shown = "";
/** Show the article that the address names, at its place, or none. */
export const showArticle = () => {
  const dialog = dialogOf("article-dialog");
  const name = get("article");
  if (!dialog) return;
  if (!name) {
    shown = "";
    return dialog.close();
  }
  openDialog(dialog);
  const key = `${name} ${get("at")}`;
  if (key !== shown) {
    requestAnimationFrame(() => {
      maybe("article-title")?.focus({ preventScroll: true });
      if (get("at")) scrollTo(dialog, Number(get("at")));
    });
  }
  shown = key;
};

onClose("article-dialog", closeArticle);
addActions({
  "open-article": (el) => go((query) => address.openArticle(query, data(el, "document"), data(el, "at"))),
  "close-article": closeArticle,
});
