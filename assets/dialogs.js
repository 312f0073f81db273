/* The article and the help: native dialogs, which hold the focus and close on Escape. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  const show = (dialog) => {
    if (!dialog.open) dialog.showModal();
  };

  page.openHelp = () => show(document.getElementById("help-dialog"));
  page.closeArticle = () =>
    page.go((query) => ["article", "at"].forEach((key) => query.delete(key)));

  const scrollTo = (dialog, at) => {
    const marks = [...dialog.querySelectorAll("[data-start]")].reverse();
    const place = marks.find((el) => el.tagName === "MARK" && Number(el.dataset.start) <= at);
    const start = place && Number(place.dataset.start) === at ? place : marks.find((el) => Number(el.dataset.start) <= at);
    if (!start) return;
    start.classList.add("arrived");
    start.scrollIntoView({ block: "center" });
  };

  document.addEventListener("click", (event) => {
    if (event.target instanceof HTMLDialogElement && event.target.open) event.target.close();
  });
  document.addEventListener(
    "close",
    (event) => event.target.id === "article-dialog" && page.closeArticle(),
    true,
  );

  let shown = "";
  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    openArticle: () => {
      const dialog = document.getElementById("article-dialog");
      const name = page.get("article");
      if (!dialog) return;
      if (!name) {
        shown = "";
        dialog.close();
      } else {
        show(dialog);
        const key = `${name} ${page.get("at")}`;
        if (key !== shown) {
          requestAnimationFrame(() => {
            document.getElementById("article-title")?.focus({ preventScroll: true });
            if (page.get("at")) scrollTo(dialog, Number(page.get("at")));
          });
        }
        shown = key;
      }
    },
  });
})();
