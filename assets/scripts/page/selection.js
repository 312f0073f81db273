/* The event that is selected. */
import * as address from "../base/address.js";
import { maybe } from "./dom.js";
import { go, put } from "./state.js";

/** @param {string} id */
export const select = (id) => go((query) => address.select(query, id));

export const deselect = () => {
  put("event", "");
  const back = maybe("timeline-wrap");
  if (document.activeElement?.closest("#evidence-panel") && back) back.focus({ preventScroll: true });
};
