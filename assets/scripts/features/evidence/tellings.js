/* More tellings of an event that many articles tell. */
import { addActions } from "../../page/actions.js";
import { data } from "../../page/dom.js";
import { hand } from "../../page/host.js";

addActions({ "more-tellings": (el) => hand("tellings", data(el, "value")) });
