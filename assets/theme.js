/* Loaded in the head, before the first paint, so that the page never flashes in the other look.
   The address wins, then what this viewer chose last, then the system. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const remembered = () => {
    try {
      return localStorage.getItem("timeline-theme");
    } catch {
      return null; // storage may be forbidden; the system's look serves
    }
  };

  page.theme = () => {
    const asked = new URLSearchParams(location.search).get("theme") || remembered();
    if (asked === "dark" || asked === "light") return asked;
    return dark.matches ? "dark" : "light";
  };

  page.wearTheme = () => {
    document.documentElement.dataset.theme = page.theme();
    return page.theme();
  };

  page.rememberTheme = (theme) => {
    try {
      localStorage.setItem("timeline-theme", theme);
    } catch {
      /* as above */
    }
  };

  page.wearTheme();
  dark.addEventListener("change", () => page.publishState && page.publishState());
})();
