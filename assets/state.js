/* The page's state is the query of its address, so that a copied link restores the page and the
   browser's back and forward work. Every change goes through `page.go`; the server is handed the
   parts it needs. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const FACETS = ["category", "status", "precision", "certainty", "disputed", "curation", "tag", "actor", "place", "document"];
  const LONGEST_WAIT = 2000; // milliseconds
  const PARTS = {
    view: [...FACETS, "q", "from", "to", "within"],
    lanes: ["lanes", "first", "collapsed", "fold"],
    selected: ["event"],
    article: ["article", "at"],
    listing: ["sort", "rows"],
    story: ["story"],
    comparison: ["compare", "told"],
    tab: ["tab"],
  };

  page.state = () => new URLSearchParams(location.search);
  page.get = (key) => page.state().get(key) || "";

  /* Give a value to the callbacks that take it. */
  page.hand = (name, value) => window.dash_clientside.set_props("values", { [name]: value });

  page.publishState = () => page.hand("state", location.search || "?");

  /* Change the address. What follows itself closely (turns of the wheel, letters, arrow keys) is one
     burst, and one step to go back; `replace` leaves no step at all. */
  const BURST = 1500; // milliseconds
  let before = { burst: null, at: 0 };
  page.go = (change, { replace = false, burst = null } = {}) => {
    const query = page.state();
    change(query);
    const text = query.toString();
    if (text === page.state().toString()) return;
    const address = location.pathname + (text ? `?${text}` : "");
    const now = performance.now();
    const goesOn = burst !== null && burst === before.burst && now - before.at < BURST;
    before = { burst, at: now };
    history[replace || goesOn ? "replaceState" : "pushState"](null, "", address);
    page.publishState();
  };

  page.openTab = (name) =>
    page.go((query) => {
      name === "events" ? query.delete("tab") : query.set("tab", name);
      if (query.get("show") === "chart") query.delete("show");
    });
  page.put = (key, value, options) =>
    page.go((query) => (value === "" || value === null ? query.delete(key) : query.set(key, value)), options);

  page.setWindow = (first, last, options) =>
    page.go((query) => {
      query.set("from", page.calendar.iso(first));
      query.set("to", page.calendar.iso(last));
    }, options);

  page.clear = (facet, value) =>
    page.go((query) => {
      if (facet === "window") ["from", "to", "within"].forEach((key) => query.delete(key));
      else if (value) remove(query, facet, value);
      else query.delete(facet);
      query.delete("rows");
    });

  /* Put a list of values in the place of those of a key, in their order. */
  page.putAll = (key, values) =>
    page.go((query) => {
      query.delete(key);
      values.forEach((value) => query.append(key, value));
    });

  page.clearAll = () => page.go((query) => PARTS.view.forEach((key) => query.delete(key)));

  page.toggle = (facet, value) =>
    page.go((query) => {
      if (query.getAll(facet).includes(value)) remove(query, facet, value);
      else query.append(facet, value);
      query.delete("rows");
    });

  const remove = (query, facet, value) => {
    const kept = query.getAll(facet).filter((other) => other !== value);
    query.delete(facet);
    kept.forEach((other) => query.append(facet, other));
  };

  /* A part that is longer than the server takes (limits.py) is cut after a whole value. */
  const LONGEST_PART = 20000; // characters
  const part = (query, keys) => {
    const pairs = keys.flatMap((key) => query.getAll(key).map((value) => new URLSearchParams([[key, value]]).toString()));
    let room = LONGEST_PART + 1;
    const kept = pairs.filter((pair) => (room -= pair.length + 1) >= 0);
    return kept.join("&") || "-";
  };

  window.addEventListener("popstate", () => {
    before = { burst: null, at: 0 };
    page.publishState();
  });

  const last = { article: "-" }; // no article is open before the address names one
  const changed = (name, value) => {
    const same = last[name] === value;
    last[name] = value;
    return same ? window.dash_clientside.no_update : value;
  };

  page.askAgain = () => {
    ["view", "selected", "article"].forEach((name) => delete last[name]);
    page.publishState();
  };

  /* The chart comes first: what fills the lists would keep the browser from painting it. */
  let stands = null;
  const chartStands = () =>
    (stands ||= new Promise((resolve) => {
      const opened = performance.now();
      const look = () => {
        const drawn = document.querySelector("#timeline .point, .chart-empty .empty, .vertical li");
        if (drawn || performance.now() - opened > LONGEST_WAIT) requestAnimationFrame(() => setTimeout(resolve));
        else setTimeout(look, 20);
      };
      look();
    }));

  const shared = {
    later: (view) => {
      setTimeout(page.readPlotly); // the picture is being asked for
      return chartStands().then(() => view);
    },
    /* News are asked for only then: all other callbacks would wait for what looks for them. */
    stands: () =>
      chartStands().then(() => {
        setTimeout(page.startAsking);
        return true;
      }),

    /* Hand each panel its part of the state, and only where it has changed. */
    split: () => {
      const query = page.state();
      const words = query.get("q") || "";
      const field = document.getElementById("search");
      page.showTab(query.get("tab"));
      page.markLanes(query.get("lanes") || "category");
      page.showAlone(query.get("show"));
      document.documentElement.dataset.folded = query.get("fold") === "yes" ? "yes" : "no";
      document.documentElement.dataset.selected = query.get("event") ? "yes" : "no";
      if (field && field.value.trim() !== words) field.value = words;
      return [
        ...Object.entries(PARTS).map(([name, keys]) => changed(name, part(query, keys))),
        changed("theme", page.wearTheme()),
      ];
    },
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, shared);
})();
