/* The tabs of the lists, and which of timeline and list is shown. */
import { sortBy } from "../../base/address.js";
import { addActions } from "../../page/actions.js";
import { all, byId, data, maybe } from "../../page/dom.js";
import { closeMenus } from "../../page/menus.js";
import { get, go, openTab, put, usualTab } from "../../page/state.js";
import { fitTabs } from "./fitting.js";

/** @param {string | null} asked */
export const showTab = (asked) => {
  const name = maybe(`tab-${asked}`) ? String(asked) : usualTab();
  document.documentElement.dataset.tab = name;
  all('[role="tab"]').forEach((tab) => {
    const on = tab.dataset.tab === name;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    byId(String(tab.getAttribute("aria-controls"))).hidden = !on;
  });
  fitTabs();
};

/** Show the timeline alone, the list alone, or both.
 * @param {string | null} name */
export const showAlone = (name) => {
  document.documentElement.dataset.show = name || "both";
  all('[data-action="show"]').forEach((button) =>
    button.setAttribute("aria-pressed", String(button.dataset.value === name)),
  );
};

addActions({
  tab: (el) => {
    closeMenus();
    openTab(data(el, "tab"));
  },
  show: (el) => put("show", get("show") === el.dataset.value ? "" : data(el, "value")),
  sort: (el) => go((query) => sortBy(query, data(el, "sort"))),
  "more-rows": (el) => put("rows", Number(el.dataset.rows) + 200, { replace: true }),
});
