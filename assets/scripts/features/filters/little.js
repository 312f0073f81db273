/* Events of little worth that a page hides by default: shown on request, and always where one of
   them is selected or in the story. */
import * as address from "../../base/address.js";
import { addActions } from "../../page/actions.js";
import { all, data } from "../../page/dom.js";
import { afterRendering } from "../../page/rendering.js";
import { forget, get, go, putAll, state } from "../../page/state.js";

/** Keep the selected events and those of the story in view: the server marks those it would hide. */
const keepInView = () => {
  const query = state();
  const asked = [query.get("event") || "", ...query.getAll("story")];
  const marked = all("[data-little]").map((element) => data(element, "little"));
  const before = query.getAll("also");
  const also = [...new Set([...before, ...marked])].filter((id) => asked.includes(id));
  if (also.join() !== before.join()) go((now) => address.putAll(now, "also", also), { replace: true });
};

afterRendering(keepInView);
addActions({
  "show-little": (el) => {
    if (get("name")) forget("named");
    putAll("worth", JSON.parse(data(el, "value")));
  },
});
