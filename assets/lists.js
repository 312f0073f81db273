/* Tabs, lanes and the marks on rows: what only the browser needs to know. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const all = (selector) => [...document.querySelectorAll(selector)];

  page.showTab = (asked) => {
    const name = document.getElementById(`tab-${asked}`) ? asked : "events";
    document.documentElement.dataset.tab = name;
    all('[role="tab"]').forEach((tab) => {
      const on = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !on;
    });
  };

  /* The timeline alone, the list alone, or both. */
  page.showAlone = (name) => {
    document.documentElement.dataset.show = name || "both";
    all('[data-action="show"]').forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.value === name)),
    );
  };

  page.markLanes = (name) =>
    all('[data-action="lanes"]').forEach((button) => {
      const on = button.dataset.value === name;
      button.setAttribute("aria-checked", String(on));
      button.tabIndex = on ? 0 : -1;
    });

  let revealed = "";
  const mark = () => {
    const id = page.get("event");
    all("tr[data-event], li[data-event], .told-button[data-event]").forEach((el) => {
      const on = el.dataset.event === id;
      if (on !== (el.getAttribute("aria-current") === "true")) {
        on ? el.setAttribute("aria-current", "true") : el.removeAttribute("aria-current");
      }
    });
    if (id !== revealed && (!id || reveal())) revealed = id;
  };

  /* Scroll the list, and only it, until the selected row is seen. */
  const reveal = () => {
    const row = document.querySelector('.tab-panel:not([hidden]) [aria-current="true"]');
    const box = row?.closest(".tab-panel");
    if (!box) return false;
    const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
    const head = 34;
    if (inner.top < outer.top + head) box.scrollTop += inner.top - outer.top - head;
    else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
    return true;
  };

  /* The server renders lists anew without knowing what is selected. */
  let pending = false;
  const soon = () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      mark();
      page.markStory();
      (page.marks || []).forEach((again) => again());
      page.keepFocus();
    });
  };
  document.addEventListener("DOMContentLoaded", () =>
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true }),
  );

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    markSelected: () => {
      mark();
    },
  });
})();
