/* The chart: its width, its window, and stepping through events. Drawing is the server's. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const LEAST_DAYS = 1;
  const SLIVER = 1 / 1440;
  const REST = 160; // milliseconds after the last turn of the wheel

  page.order = { ids: [], from: 0, total: 0, first: "", last: "" };
  page.drawn = null;

  page.zoom = (factor) => {
    if (!page.drawn) return;
    const { first, last } = page.drawn;
    const days = Math.max(last - first + 1, 1);
    const wanted = Math.max(Math.round(days * factor), LEAST_DAYS);
    const start = Math.round((first + last + 1 - wanted) / 2);
    page.setWindow(start, start + wanted - 1, { burst: "window" });
  };

  page.pan = (share) => {
    if (!page.drawn) return;
    const { first, last } = page.drawn;
    const by = Math.round((last - first + 1) * share) || Math.sign(share);
    page.setWindow(first + by, last + by, { burst: "window" });
  };

  /* The same length of time around the viewer's own day. */
  page.today = () => {
    if (!page.drawn) return;
    const now = new Date();
    const day = page.calendar.dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
    const half = Math.floor((page.drawn.last - page.drawn.first) / 2);
    page.setWindow(day - half, day + half);
  };

  /* Two fingers apart zoom in, together out; one finger pulls, which the drawing does itself. */
  const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  let pinched = null;
  document.addEventListener(
    "touchstart",
    (event) => {
      if (event.touches.length === 2 && event.target.closest?.("#timeline-wrap"))
        pinched = { from: apart(event.touches), to: apart(event.touches) };
    },
    { capture: true, passive: true },
  );
  document.addEventListener(
    "touchmove",
    (event) => {
      if (!pinched || event.touches.length !== 2) return;
      event.preventDefault();
      event.stopPropagation();
      pinched.to = apart(event.touches);
    },
    { capture: true, passive: false },
  );
  document.addEventListener(
    "touchend",
    () => {
      if (pinched && pinched.to !== pinched.from) page.zoom(pinched.from / pinched.to);
      pinched = null;
    },
    { capture: true, passive: true },
  );

  /* A cell of the density is a few pixels wide: show some of what is around it too. */
  page.zoomInto = (first, last) => {
    const around = Math.max((last - first + 1) * 4, 2);
    page.setWindow(first - around, last + around);
  };

  page.step = (to) => {
    const { ids, first, last } = page.order;
    if (!ids.length) return;
    const now = ids.indexOf(page.get("event"));
    const before = now < 0 ? last : ids[now - 1];
    const next = { first, last, after: ids[now + 1], before }[to];
    if (next) page.go((query) => query.set("event", next), { burst: "event" });
  };

  /* Where stretches of time are folded up, the axis counts days of which some take less room;
     the inverse of timeline/drawing/scene/fold.py. */
  const unfolded = (at, { gaps, size }) => {
    let saved = 0;
    for (const [first, last] of gaps) {
      const start = first - saved;
      if (at < start) break;
      const whole = last + 1 - first;
      if (at < start + size) return first + ((at - start) / size) * whole;
      saved += whole - size;
    }
    return at + saved;
  };
  const onChart = (value) =>
    page.drawn?.gaps?.length ? unfolded(Number(value), page.drawn) : page.calendar.fromAxis(value);

  /* From what plotly reports to a window of whole days; null where it reports something else. */
  const windowOf = (first, last, read) => {
    const start = read(first);
    const end = read(last);
    if (start === null || end === null) return null;
    /* Pixels do not fall on midnights: a sliver of a day is no part of what was chosen. */
    const from = Math.floor(Math.min(start, end) + SLIVER);
    return [from, Math.max(Math.ceil(Math.max(start, end) - SLIVER) - 1, from + LEAST_DAYS - 1)];
  };

  const rangeOf = (report) =>
    report["xaxis.range"] || [report["xaxis.range[0]"], report["xaxis.range[1]"]];

  const endsOf = (report) => {
    const box = report.selections?.[report.selections.length - 1];
    return [box?.x0 ?? report["selections[0].x0"], box?.x1 ?? report["selections[0].x1"]];
  };

  /* Plotly reports its own redrawing too: only what a hand has just done moves the window. */
  const HANDLED = 1000; // milliseconds
  const touched = { timeline: -HANDLED, overview: -HANDLED };
  ["pointerdown", "pointermove", "pointerup", "wheel", "touchmove", "touchend"].forEach((kind) =>
    document.addEventListener(
      kind,
      (event) => {
        if (kind === "pointermove" && !event.buttons) return;
        const name = event.target.closest?.("#overview")
          ? "overview"
          : event.target.closest?.("#timeline") && "timeline";
        if (name) held = name;
        if (name || (kind === "pointerup" && held)) touched[name || held] = performance.now();
        else if (event.buttons && held) touched[held] = performance.now();
        if (kind === "pointerup") held = null;
      },
      { capture: true, passive: true },
    ),
  );
  let held = null;
  const byHand = (name) => performance.now() - touched[name] < HANDLED;

  let waiting = null;
  const later = (run) => {
    clearTimeout(waiting);
    waiting = setTimeout(run, REST);
  };

  /* Where the lanes need more height than there is, a copy of the axis stays in sight below them. */
  const AXIS_HEIGHT = 46;
  const holdAxis = (wrap) => {
    wrap.dataset.scrolls = wrap.scrollHeight - wrap.clientHeight > 1 ? "yes" : "no";
    const axis = wrap.querySelector(".xaxislayer-above");
    const drawing = wrap.querySelector(".main-svg");
    const place = document.getElementById("axis-copy");
    if (!axis || !place || wrap.dataset.scrolls === "no") return;
    const [width, height] = [drawing.clientWidth, drawing.clientHeight];
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", `0 ${height - AXIS_HEIGHT} ${width} ${AXIS_HEIGHT}`);
    svg.setAttribute("width", width);
    svg.setAttribute("height", AXIS_HEIGHT);
    svg.append(axis.cloneNode(true));
    place.replaceChildren(svg);
  };

  let framed = false;
  const watchAxis = (wrap) =>
    new MutationObserver(() => {
      if (framed) return;
      framed = true;
      requestAnimationFrame(() => {
        framed = false;
        holdAxis(wrap);
      });
    }).observe(wrap.querySelector("#timeline"), { childList: true, subtree: true, attributes: true });

  /* Scroll the lanes to a mark that was just selected, unless it is in sight already. */
  let revealed = "";
  const reveal = (at) => {
    const wrap = document.getElementById("timeline-wrap");
    const id = page.get("event");
    if (!wrap || id === revealed) return;
    if (!id || typeof at === "number") revealed = id;
    if (typeof at !== "number") return;
    const room = 34;
    const seen = wrap.clientHeight - AXIS_HEIGHT;
    if (at < wrap.scrollTop + room) wrap.scrollTop = at - room;
    else if (at > wrap.scrollTop + seen - room) wrap.scrollTop = at - seen + room;
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  const zoomed = (report) => {
    if (!byHand("timeline")) return;
    if (report["xaxis.autorange"]) later(() => page.clear("window"));
    const [first, last] = rangeOf(report);
    const found = first === undefined ? null : windowOf(first, last, onChart);
    if (found) later(() => page.setWindow(...found, { burst: "window" }));
  };

  /* Drawing a new brush reports where it was drawn; moving one reports where it went. */
  const TOGETHER = 60; // milliseconds in which both reports come
  let brushedAt = -TOGETHER;
  const brush = (ends) => {
    if (!byHand("overview")) return;
    const found = ends && ends[0] !== undefined ? windowOf(...ends, page.calendar.fromAxis) : null;
    if (found) later(() => page.setWindow(...found, { burst: "window" }));
  };
  const brushed = (report) => {
    if (!report?.range?.x) return;
    brushedAt = performance.now();
    brush(report.range.x);
  };
  const moved = (report) => {
    if (performance.now() - brushedAt > TOGETHER) brush(endsOf(report));
  };

  /* A click hits an event, or a stretch of days drawn as density, into which it zooms. */
  const picked = (click) => {
    const data = click.points[0]?.customdata;
    const hit = Array.isArray(data) ? data[0] : data;
    if (typeof hit !== "string" || !hit) return;
    const days = /^days:(-?\d+):(-?\d+)$/.exec(hit);
    if (days) page.zoomInto(Number(days[1]), Number(days[2]));
    else page.select(hit);
  };

  page.heard = {
    timeline: { plotly_relayout: zoomed, plotly_click: picked },
    overview: { plotly_relayout: moved, plotly_selected: brushed },
  };

  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    keep: (order, drawn) => {
      page.order = order || page.order;
      page.tellPlace();
      page.drawn = drawn || null;
      reveal(drawn?.at);
    },

    measure: () => {
      const wrap = document.getElementById("timeline-wrap");
      if (!wrap) return 0;
      watchAxis(wrap);
      let seen = wrap.clientWidth;
      let resting = null;
      new ResizeObserver(() => {
        holdAxis(wrap);
        clearTimeout(resting);
        resting = setTimeout(() => {
          if (wrap.clientWidth && wrap.clientWidth !== seen) {
            seen = wrap.clientWidth;
            page.hand("width", seen);
          }
        }, 120);
      }).observe(wrap);
      return seen;
    },
  });
})();
