/* The rows of the selected event, in every list. */
import { all, find } from "../../page/dom.js";
import { afterRendering } from "../../page/rendering.js";
import { get } from "../../page/state.js";

const HEAD = 34; // pixels of a list that its heading covers

let revealed = "";
export const markSelected = () => {
  const id = get("event");
  all("tr[data-event], li[data-event], .told-button[data-event]").forEach((el) => {
    const on = el.dataset.event === id;
    if (on !== (el.getAttribute("aria-current") === "true")) {
      on ? el.setAttribute("aria-current", "true") : el.removeAttribute("aria-current");
    }
  });
  if (id !== revealed && (!id || reveal())) revealed = id;
};

/** Scroll the list, and only it, until the selected row is seen. */
const reveal = () => {
  const row = find('.tab-panel:not([hidden]) [aria-current="true"]');
  const box = row?.closest(".tab-panel");
  if (!row || !box) return false;
  const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top < outer.top + HEAD) box.scrollTop += inner.top - outer.top - HEAD;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  return true;
};

afterRendering(markSelected);
