/* The selected event is told to the ear, with its place among those in view. */
import { say } from "../../page/announcing.js";
import { words } from "../../page/words.js";
import { view } from "./view.js";

/** @typedef {{ event: string, words: string }} Spoken */

let spoken = "";
/** What was told before its place in the order was known. @type {Spoken | null} */
let placeless = null;

export const tellPlace = () => {
  const place = placeless ? view.order.ids.indexOf(placeless.event) : -1;
  if (!placeless || place < 0) return;
  const { from, total } = view.order;
  say(words("page.spoken", { what: placeless.words, place: from + place + 1, total }));
  placeless = null;
};

/** @param {Spoken | null} told */
export const speak = (told) => {
  if (!told || told.event === spoken) return;
  spoken = told.event;
  placeless = told.words ? told : null;
  if (placeless && !view.order.ids.includes(told.event)) say(told.words);
  tellPlace();
};
