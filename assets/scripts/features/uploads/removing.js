/* Taking an article out of the collection, after a question. */
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { dialogOf } from "../../page/dialogs.js";
import { byId, data } from "../../page/dom.js";
import { removeArticle } from "../../page/server.js";
import { words } from "../../page/words.js";
import { lookAtRuns } from "./runs.js";

/** @param {string} name */
const ask = (name) => {
  byId("remove-name").textContent = name;
  byId("remove-yes").dataset.document = name;
  dialogOf("remove-dialog").showModal();
};

/** @param {string} name */
const remove = async (name) => {
  dialogOf("remove-dialog").close();
  const { error } = await removeArticle(name);
  say(error ? words("uploads.not-removed", { name, why: error }) : words("uploads.removed", { name }), { visible: true });
  lookAtRuns();
};

addActions({
  "ask-remove": (el) => ask(data(el, "document")),
  "close-remove": () => dialogOf("remove-dialog").close(),
  remove: (el) => remove(data(el, "document")),
});
