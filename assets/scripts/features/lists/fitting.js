/* Tabs for which there is no room are in a menu beside the others; those of the open list and of the
   usual one stay. */
import { all, find, maybe } from "../../page/dom.js";
import { afterRendering } from "../../page/rendering.js";
import { usualTab } from "../../page/state.js";

/** @param {HTMLElement} el @param {boolean} on */
const markOver = (el, on) => (on ? (el.dataset.over = "yes") : delete el.dataset.over);

/** Return the tabs that have room, the open and the usual one first. @param {HTMLElement[]} tabs @param {number} room */
const fitting = (tabs, room) => {
  const usual = usualTab();
  const open = tabs.filter((tab) => tab.dataset.tab === usual || tab.getAttribute("aria-selected") === "true");
  const kept = new Set(open);
  let left = room - open.reduce((sum, tab) => sum + tab.offsetWidth, 0);
  for (const tab of tabs.filter((one) => !kept.has(one))) {
    left -= tab.offsetWidth;
    if (left < 0) break;
    kept.add(tab);
  }
  return kept;
};

export const fitTabs = () => {
  const list = find(".list-tabs");
  const more = find(".tabs-more");
  if (!list || !more || document.activeElement?.closest(".tabs-more")) return;
  const tabs = all('[role="tab"]', list);
  tabs.forEach((tab) => markOver(tab, false));
  delete more.dataset.needed;
  const { paddingLeft, paddingRight } = getComputedStyle(list);
  const room = () => list.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  if (tabs.reduce((sum, tab) => sum + tab.offsetWidth, 0) <= room()) return;
  more.dataset.needed = "yes";
  const kept = fitting(tabs, room());
  tabs.forEach((tab) => {
    markOver(tab, !kept.has(tab));
    const entry = find(`[data-tab="${tab.dataset.tab}"]`, more);
    if (entry) markOver(entry, !kept.has(tab));
  });
};

/** @type {Element | null} */
let watched = null;
const watching = new ResizeObserver(() => fitTabs());
afterRendering(() => {
  const box = maybe("panel-events")?.parentElement ?? null;
  if (box && box !== watched) watching.observe((watched = box));
  fitTabs();
});
