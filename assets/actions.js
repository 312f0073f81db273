/* What the buttons do: one listener for the page, by `data-action`. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  const actions = {
    toggle: (el) => page.toggle(el.dataset.facet, el.dataset.value),
    clear: (el) => page.clear(el.dataset.facet, el.dataset.value),
    "clear-all": () => page.clearAll(),
    select: (el) => page.select(el.dataset.event),
    deselect: () => page.deselect(),
    lanes: (el) =>
      page.go((query) => {
        ["first", "collapsed", "lanes"].forEach((key) => query.delete(key));
        if (el.dataset.value !== "category") query.set("lanes", el.dataset.value);
      }),
    "order-lanes": (el) => page.putAll("first", JSON.parse(el.dataset.value)),
    collapse: (el) => page.toggle("collapsed", el.dataset.value),
    within: (el) => page.put("within", el.dataset.value),
    fold: () => page.put("fold", page.get("fold") ? "" : "yes"),
    today: () => page.today(),
    told: (el) => page.put("told", el.dataset.value),
    compare: (el) => page.compare(el.dataset.value),
    story: (el) => page.toggleStory(el.dataset.value),
    "order-story": (el) => page.putAll("story", JSON.parse(el.dataset.value)),
    tell: () => page.tell(),
    print: () => page.printStory(),
    "story-before": () => page.turn(-1),
    "story-after": () => page.turn(1),
    "close-story": () => document.getElementById("story-dialog").close(),
    foresee: (el) => page.foresee(el.closest("form")),
    undo: () => page.undo(),
    "hide-toast": () => page.hideToast(),
    export: (el) => save(el.dataset.value),
    picture: () => picture(),
    sort: (el) => {
      const key = el.dataset.sort;
      const now = page.get("sort") || "date";
      page.put("sort", now === key ? `-${key}` : key === "date" ? "" : key);
    },
    "more-rows": (el) => page.put("rows", Number(el.dataset.rows) + 200, { replace: true }),
    show: (el) => page.put("show", page.get("show") === el.dataset.value ? "" : el.dataset.value),
    tab: (el) => page.openTab(el.dataset.tab),
    "zoom-in": () => page.zoom(0.5),
    "zoom-out": () => page.zoom(2),
    earlier: () => page.pan(-0.5),
    later: () => page.pan(0.5),
    fit: () => page.clear("window"),
    theme: () => page.changeTheme(),
    "copy-link": () => copyLink(),
    help: () => page.openHelp(),
    add: () => page.openAdding(),
    "close-add": () => document.getElementById("add-dialog").close(),
    "choose-files": () => page.chooseFiles(),
    "leave-out": (el) => page.leaveOut(Number(el.dataset.place)),
    "choose-same": (el) => page.chooseSame(el.dataset.value),
    "ask-remove": (el) => page.askRemove(el.dataset.document),
    "close-remove": () => document.getElementById("remove-dialog").close(),
    remove: (el) => page.remove(el.dataset.document),
    "cancel-run": (el) => page.askOfRun(el.dataset.run, "cancel"),
    "put-run-away": (el) => page.askOfRun(el.dataset.run, "put-away"),
    "show-added": (el) => page.putAll("document", JSON.parse(el.dataset.value)),
    "close-help": () => document.getElementById("help-dialog").close(),
    "open-article": (el) =>
      page.go((query) => {
        query.set("article", el.dataset.document);
        el.dataset.at ? query.set("at", el.dataset.at) : query.delete("at");
      }),
    "close-article": () => page.closeArticle(),
    "take-back": (el) => page.publish(el.dataset.document, null, el.closest("form")),
    filters: (el) => {
      const open = document.documentElement.dataset.filters !== "open";
      document.documentElement.dataset.filters = open ? "open" : "closed";
      el.setAttribute("aria-expanded", String(open));
    },
  };

  page.actions = actions; // further files add theirs

  const save = (format) => {
    const query = page.state();
    query.set("format", format);
    if (page.theme() === "dark") query.set("theme", "dark");
    const link = document.createElement("a");
    link.href = `export?${query}`;
    link.download = "";
    link.click();
  };

  const picture = () => {
    const drawing = document.querySelector("#timeline .js-plotly-plot");
    const { clientWidth: width, clientHeight: height } = drawing;
    window.Plotly.downloadImage(drawing, { format: "png", filename: "timeline", scale: 2, width, height });
  };

  /* Two sources are compared; a third takes the place of the first. */
  page.compare = (name) => {
    const now = page.state().getAll("compare");
    page.putAll("compare", now.includes(name) ? now.filter((n) => n !== name) : [...now, name].slice(-2));
  };

  /* A menu closes when something else is pressed, or on Escape. */
  page.closeMenus = (except) => {
    const open = [...document.querySelectorAll("details.has-menu[open]")].filter((m) => m !== except);
    open.forEach((menu) => (menu.open = false));
    return open[0];
  };
  document.addEventListener("pointerdown", (event) =>
    page.closeMenus(event.target.closest("details.has-menu")),
  );

  document.addEventListener("click", (event) => {
    const el = event.target.closest("[data-action]");
    if (el && actions[el.dataset.action]) {
      event.preventDefault();
      // Words of an article that somebody is selecting are no click on their event.
      if (el.tagName === "MARK" && window.getSelection().toString()) return;
      actions[el.dataset.action](el, event);
      return;
    }
    const row = event.target.closest("tr[data-event]");
    if (row && !window.getSelection().toString()) page.select(row.dataset.event);
  });

  /* Search as you type: after a short rest, so that each letter is not a request. */
  let resting = null;
  document.addEventListener("input", (event) => {
    if (event.target.id !== "search") return;
    clearTimeout(resting);
    resting = setTimeout(() => page.put("q", event.target.value.trim(), { burst: "q" }), 90);
  });

  page.select = (id) =>
    page.go((query) => {
      query.set("event", id);
      query.delete("article");
      query.delete("at");
    });
  page.deselect = () => {
    page.put("event", "");
    const back = document.getElementById("timeline-wrap");
    if (document.activeElement?.closest("#evidence-panel") && back) back.focus({ preventScroll: true });
  };

  page.changeTheme = () => {
    const theme = page.theme() === "dark" ? "light" : "dark";
    page.rememberTheme(theme);
    page.go((query) => query.set("theme", theme), { replace: true });
  };

  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      page.say("Link copied: it shows what you see now.", { visible: true });
    } catch {
      page.say("The browser does not let this page copy; copy the address instead.", { visible: true });
    }
  };

  /* Tell the ear, and on request the eye. */
  let fading = null;
  page.say = (words, { visible = false, undo = null, time = undo ? 0 : 6000 } = {}) => {
    const region = document.getElementById("announce");
    if (region) region.textContent = words;
    const toast = document.getElementById("toast");
    if (!visible || !toast) return;
    page.undo = () => {
      page.hideToast();
      undo?.();
      page.undo = () => {};
    };
    document.getElementById("toast-words").textContent = words;
    ["toast-undo", "toast-close"].forEach((id) => (document.getElementById(id).hidden = !undo));
    toast.dataset.shown = "yes";
    clearTimeout(fading);
    // What can still be undone stays until somebody has seen it, or for its own `time`.
    if (time) fading = setTimeout(page.hideToast, time);
  };
  page.hideToast = () => (document.getElementById("toast").dataset.shown = "no");
  page.undo = () => {};

  let spoken = "";
  let placeless = null; // what was told before its place in the order was known
  page.tellPlace = () => {
    const place = placeless ? page.order.ids.indexOf(placeless.event) : -1;
    if (place < 0) return;
    page.say(`${placeless.words} ${page.order.from + place + 1} of ${page.order.total}.`);
    placeless = null;
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    speak: (told) => {
      if (told && told.event !== spoken) {
        spoken = told.event;
        placeless = told.words ? told : null;
        if (placeless && !page.order.ids.includes(told.event)) page.say(told.words);
        page.tellPlace();
      }
    },
  });
})();
