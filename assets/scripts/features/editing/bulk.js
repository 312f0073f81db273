/* Rows that are ticked in the table, and what is done to all of them at once. */
import { decide } from "../../edits/deciding.js";
import { asOf } from "../../edits/sight.js";
import { addActions } from "../../page/actions.js";
import { all, byId, data, find, first, inputOf, maybe, onSubmit, setAttribute, setText } from "../../page/dom.js";
import { closeMenus } from "../../page/menus.js";
import { afterRendering } from "../../page/rendering.js";
import { select } from "../../page/selection.js";
import { get } from "../../page/state.js";
import { words } from "../../page/words.js";

/** @type {Set<string>} */
const ticked = new Set(); // in the order of ticking: a merge keeps the first
let last = "";

const boxes = () => all('#table [data-action="tick"]');
const boxOfAll = () => find('#table [data-action="tick-all"]');
/** @param {HTMLElement | null} el @param {string} state */
const check = (el, state) => el && setAttribute(el, "aria-checked", state);

const show = () => {
  const seen = boxes();
  const on = seen.filter((box) => ticked.has(data(box, "event")));
  seen.forEach((box) => check(box, String(ticked.has(data(box, "event")))));
  check(boxOfAll(), on.length === 0 ? "false" : on.length === seen.length ? "true" : "mixed");
  const bar = maybe("bulk-bar");
  if (!bar) return;
  const hidden = !ticked.size || Boolean(get("tab"));
  if (bar.hidden !== hidden) bar.hidden = hidden;
  document.documentElement.dataset.ticked = hidden ? "no" : "yes";
  const away = ticked.size - on.length;
  const count = ticked.size;
  setText(byId("bulk-count"), away ? words("edits.ticked-away", { count, away }) : words("edits.ticked", { count }));
  const merge = /** @type {HTMLButtonElement} */ (first('[data-do="merge"]', bar));
  if (merge.disabled !== ticked.size < 2) merge.disabled = ticked.size < 2;
};

/** @param {string} id @param {boolean} on */
const put = (id, on) => (on ? ticked.add(id) : ticked.delete(id));

/** @param {HTMLElement} el @param {MouseEvent} event */
const tick = (el, event) => {
  const id = data(el, "event");
  const on = !ticked.has(id);
  const order = boxes().map((box) => data(box, "event"));
  const [from, to] = [order.indexOf(last), order.indexOf(id)].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) order.slice(from, to + 1).forEach((one) => put(one, on));
  else put(id, on);
  last = id;
  show();
};

const clear = () => {
  ticked.clear();
  show();
};

/** @param {string} what @param {string} [value] */
const act = (what, value) => {
  closeMenus();
  decide(
    { do: what, events: [...ticked], value, as_of: asOf(boxOfAll()) },
    {
      then: (answer) => {
        if (answer.error || !["merge", "reject"].includes(what)) return;
        clear();
        if (what === "merge") select(answer.subject);
      },
    },
  );
};

addActions({
  tick: (el, event) => tick(el, event),
  "tick-all": () => {
    const seen = boxes().map((box) => data(box, "event"));
    const on = !seen.every((id) => ticked.has(id));
    seen.forEach((id) => put(id, on));
    show();
  },
  untick: () => {
    clear();
    boxes()[0]?.focus();
  },
  bulk: (el) => act(data(el, "do"), el.dataset.value),
});
onSubmit("bulk-tagging", () => act("tag", inputOf("bulk-tag").value));
afterRendering(show);
