/* Every action by keyboard. The help lists these keys. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  const typing = (el) => el instanceof HTMLElement && el.matches("input, textarea, select, [contenteditable]");
  const click = (action) => document.querySelector(`[data-action="${action}"]`)?.click();

  const onChart = {
    ArrowRight: () => page.step("after"),
    ArrowLeft: () => page.step("before"),
    Home: () => page.step("first"),
    End: () => page.step("last"),
    Enter: () => document.getElementById("evidence-title")?.focus(),
  };
  const anywhere = {
    "/": () => document.getElementById("search")?.focus(),
    "?": () => page.openHelp(),
    "+": () => page.zoom(0.5),
    "=": () => page.zoom(0.5),
    "-": () => page.zoom(2),
    "[": () => page.pan(-0.5),
    "]": () => page.pan(0.5),
    0: () => click("fit"),
    t: () => page.changeTheme(),
    n: () => page.today(),
    a: () => page.get("event") && page.toggleStory(page.get("event")),
    z: () => page.undo(),
    u: () => page.openAdding(),
  };

  const escape = () => {
    if (document.querySelector("dialog[open]")) return false; // the dialog closes itself
    const menu = page.closeMenus();
    if (menu) {
      menu.querySelector("summary").focus();
      return true;
    }
    const field = document.activeElement;
    if (field?.id === "search" && field.value) {
      page.put("q", "");
    } else if (page.get("event")) {
      page.deselect();
    } else return false;
    return true;
  };

  /* Arrow keys within a row of tabs, a choice of lanes, and the rows of a table. */
  const neighbours = (el, key) => {
    const group = el.closest('[role="tablist"], [role="radiogroup"]');
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const upright = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (group && sideways) return [[...group.querySelectorAll("button")], sideways, true];
    const box = el.closest("tbody, .told-list, .undated-list, .vertical, .story-list");
    if (box && upright && el.matches("button"))
      return [[...box.querySelectorAll(".row-button, .told-button, .vertical-button")], upright, false];
    return null;
  };

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
    const el = event.target;
    const run = (action) => {
      event.preventDefault();
      action();
    };
    if (event.key === "Escape") return void (escape() && event.preventDefault());
    const turned = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (page.storyIsTold() && turned) return run(() => page.turn(turned));
    if (typing(el) || document.querySelector("dialog[open]")) return;
    if (el.id === "timeline-wrap" && onChart[event.key]) return run(onChart[event.key]);
    if (move(el, event.key)) return void event.preventDefault();
    if (anywhere[event.key]) run(anywhere[event.key]);
  });
})();
