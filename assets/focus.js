/* Focus is never lost: where a list is rendered anew, the same button gets it back; where that
   button is gone, the field of its form, or the panel that held it. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  let held = null;

  const nameOf = (el) => {
    if (el.id) return `#${CSS.escape(el.id)}`;
    const data = Object.entries(el.dataset).map(
      ([key, value]) => `[data-${key}="${CSS.escape(value)}"]`,
    );
    return el.tagName.toLowerCase() + data.join("");
  };

  document.addEventListener("focusin", (event) => {
    const el = event.target;
    const boxes = [];
    for (let box = el.parentElement?.closest("[id]"); box; box = box.parentElement?.closest("[id]")) {
      boxes.push(`#${CSS.escape(box.id)}`);
    }
    held = { el, name: nameOf(el), boxes };
  });

  const isSeen = (el) => el.getClientRects().length > 0;

  const unfold = (el) => {
    for (let box = el?.closest("details:not([open])"); box; box = box.closest("details:not([open])")) {
      box.open = true;
    }
  };

  page.keepFocus = () => {
    if (!held || document.activeElement !== document.body) return;
    if (held.el.isConnected && isSeen(held.el)) return; // the viewer has left it
    const box = held.boxes
      .map((name) => document.querySelector(name))
      .find((found) => found && isSeen(found));
    const found = box?.querySelector(held.name);
    unfold(found); // what was unfolded when it was left is so when it comes back
    const same = found && isSeen(found) ? found : null;
    const target = same || (box?.matches("form") && box.querySelector("input")) || box;
    if (!target || target.id === "react-entry-point") return;
    if (!same && !target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
})();
