/* Comparing two sources. */
import { compare } from "../../base/address.js";
import { addActions } from "../../page/actions.js";
import { data } from "../../page/dom.js";
import { go, put } from "../../page/state.js";

addActions({
  compare: (el) => go((query) => compare(query, data(el, "value"))),
  told: (el) => put("told", data(el, "value")),
});
