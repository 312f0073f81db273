/* What the lanes of the chart are, their order, and what is folded up. */
import { chooseLanes } from "../../base/address.js";
import { addActions } from "../../page/actions.js";
import { all, data } from "../../page/dom.js";
import { usualLanes } from "../../page/registry.js";
import { get, go, put, putAll, toggle } from "../../page/state.js";

/** Mark the choice of lanes. @param {string | null} name */
export const markLanes = (name) =>
  all('[data-action="lanes"]').forEach((button) => {
    const on = button.dataset.value === (name || usualLanes);
    button.setAttribute("aria-checked", String(on));
    button.tabIndex = on ? 0 : -1;
  });

addActions({
  lanes: (el) => go((query) => chooseLanes(query, data(el, "value"), usualLanes)),
  "order-lanes": (el) => putAll("first", JSON.parse(data(el, "value"))),
  collapse: (el) => toggle("collapsed", data(el, "value")),
  fold: () => put("fold", get("fold") ? "" : "yes"),
});
