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

/* A menu ends at the right edge of its button; where that leaves the page on the left, it begins there. */
const MARGIN = 8; // pixels
document.addEventListener(
  "toggle",
  (event) => {
    const menu = targetOf(event).closest("details.has-menu[open]")?.querySelector(".menu");
    if (!(menu instanceof HTMLElement)) return;
    menu.style.translate = "none";
    const beyond = MARGIN - menu.getBoundingClientRect().left;
    if (beyond > 0) menu.style.translate = `${beyond}px 0`;
  },
  true,
);
