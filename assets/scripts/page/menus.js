/* A menu closes when something else is pressed, or on Escape. */
import { all, targetOf } from "./dom.js";

/** Close the menus that are open but for one, and return the first of them.
 * @param {Element | null} [except] */
export const closeMenus = (except) => {
  const open = /** @type {HTMLDetailsElement[]} */ (all("details.has-menu[open]")).filter((m) => m !== except);
  open.forEach((menu) => (menu.open = false));
  return open[0];
};

document.addEventListener("pointerdown", (event) => closeMenus(targetOf(event).closest("details.has-menu")));
