/* Every action by keyboard. The help lists these keys. */
import { pan, step, today, zoom } from "../features/chart/moving.js";
import { leaveSearch, openSearch } from "../features/filters/filters.js";
import { openHelp } from "../features/help/help.js";
import { storyIsTold, toggleStory, turn } from "../features/story/story.js";
import { openAdding } from "../features/uploads/choosing.js";
import { undo } from "../page/announcing.js";
import { all, find, first, isTypedIn, maybe, targetOf } from "../page/dom.js";
import { closeMenus } from "../page/menus.js";
import { deselect } from "../page/selection.js";
import { get } from "../page/state.js";
import { changeTheme } from "./theming.js";

/** @typedef {Record<string, () => unknown>} Keys */

/** @type {Keys} */
const onChart = {
  ArrowRight: () => step("after"),
  ArrowLeft: () => step("before"),
  Home: () => step("first"),
  End: () => step("last"),
  Enter: () => maybe("evidence-title")?.focus(),
};
/** @type {Keys} */
const anywhere = {
  "/": openSearch,
  "?": openHelp,
  "+": () => zoom(0.5),
  "=": () => zoom(0.5),
  "-": () => zoom(2),
  "[": () => pan(-0.5),
  "]": () => pan(0.5),
  0: () => find('[data-action="fit"]')?.click(),
  t: changeTheme,
  n: today,
  a: () => get("event") && toggleStory(get("event")),
  z: undo,
  u: openAdding,
};

/** Leave what is open; false where nothing is. */
const escape = () => {
  if (find("dialog[open]")) return false; // the dialog closes itself
  const menu = closeMenus();
  if (menu) first("summary", menu).focus();
  else if (!leaveSearch()) {
    if (!get("event")) return false;
    deselect();
  }
  return true;
};

/** Return the buttons among which a key moves, by how many it moves, and whether it presses: within
 * a row of tabs, a choice of lanes, and the rows of a table.
 * @param {HTMLElement} el @param {string} key @returns {[HTMLElement[], number, boolean] | null} */
const neighbours = (el, key) => {
  const group = el.closest('[role="tablist"], [role="radiogroup"]');
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const upright = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (group && sideways) return [all("button", group), sideways, true];
  const box = el.closest("tbody, .told-list, .undated-list, .vertical, .story-list");
  if (box && upright && el.matches("button"))
    return [all(".row-button, .told-button, .vertical-button", box), upright, false];
  return null;
};

/** @param {HTMLElement} el @param {string} key */
const move = (el, key) => {
  const found = neighbours(el, key);
  if (!found) return false;
  const [items, by, press] = found;
  const next = items[items.indexOf(el) + by];
  if (next) {
    next.focus();
    if (press) next.click();
  }
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const el = targetOf(event);
  /** @param {() => unknown} action */
  const run = (action) => {
    event.preventDefault();
    action();
  };
  if (event.key === "Escape") return void (escape() && event.preventDefault());
  const turned = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (storyIsTold() && turned) return run(() => turn(turned));
  if (isTypedIn(el)) return;
  if (find("dialog[open]")) return void (event.key === "z" && run(undo));
  if (el.id === "timeline-wrap" && onChart[event.key]) return run(onChart[event.key]);
  if (move(el, event.key)) return void event.preventDefault();
  if (anywhere[event.key]) run(anywhere[event.key]);
});
