/* Rows that are ticked in the table, and what is done to all of them at once. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const ticked = new Set(); // in the order of ticking: a merge keeps the first
  let last = "";

  const boxes = () => [...document.querySelectorAll('#table [data-action="tick"]')];
  const all = () => document.querySelector('#table [data-action="tick-all"]');
  const check = (el, state) => el && el.getAttribute("aria-checked") !== state && el.setAttribute("aria-checked", state);

  const show = () => {
    const seen = boxes();
    const on = seen.filter((box) => ticked.has(box.dataset.event));
    seen.forEach((box) => check(box, String(ticked.has(box.dataset.event))));
    check(all(), on.length === 0 ? "false" : on.length === seen.length ? "true" : "mixed");
    const bar = document.getElementById("bulk-bar");
    if (!bar) return;
    const hidden = !ticked.size || Boolean(page.get("tab"));
    if (bar.hidden !== hidden) bar.hidden = hidden;
    document.documentElement.dataset.ticked = hidden ? "no" : "yes";
    const away = ticked.size - on.length;
    const words = `${ticked.size} ticked${away ? `, ${away} not shown` : ""}`;
    const place = document.getElementById("bulk-count");
    if (place.textContent !== words) place.textContent = words;
    const merge = bar.querySelector('[data-do="merge"]');
    if (merge.disabled !== ticked.size < 2) merge.disabled = ticked.size < 2;
  };

  const put = (id, on) => (on ? ticked.add(id) : ticked.delete(id));
  const tick = (el, event) => {
    const id = el.dataset.event;
    const on = !ticked.has(id);
    const order = boxes().map((box) => box.dataset.event);
    const [from, to] = [order.indexOf(last), order.indexOf(id)].sort((a, b) => a - b);
    if (event?.shiftKey && from >= 0) order.slice(from, to + 1).forEach((one) => put(one, on));
    else put(id, on);
    last = id;
    show();
  };

  const clear = () => {
    ticked.clear();
    show();
  };
  const act = (what, value) => {
    page.closeMenus();
    const events = [...ticked];
    page.decide({ do: what, events, value, as_of: page.asOf(all()) }, (answer) => {
      if (answer.error || !["merge", "reject"].includes(what)) return;
      clear();
      if (what === "merge") page.select(answer.event);
    });
  };

  Object.assign(page.actions, {
    tick,
    "tick-all": () => {
      const seen = boxes().map((box) => box.dataset.event);
      const on = !seen.every((id) => ticked.has(id));
      seen.forEach((id) => put(id, on));
      show();
    },
    untick: () => {
      clear();
      boxes()[0]?.focus();
    },
    bulk: (el) => act(el.dataset.do, el.dataset.value),
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "bulk-tagging") return;
    event.preventDefault();
    act("tag", document.getElementById("bulk-tag").value);
  });
  (page.marks ||= []).push(show);
})();
