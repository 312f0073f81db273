// The chart and the filters of the exported page. Needs nothing beyond this file: the events stand
// in the page as JSON, and the list below works without any script.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("events").textContent);
  const chart = document.getElementById("chart");
  const words = document.getElementById("words");
  const category = document.getElementById("category");
  const status = document.getElementById("status");
  const said = document.getElementById("said");
  const items = new Map([...document.querySelectorAll("details[data-event]")].map((d) => [d.dataset.event, d]));
  const GUTTER = 110, ROW = 18, LANE = 10, AXIS = 34, BAR = 10, LEAST = 8;
  let kept = data.events, chosen = null;
  let view = whole();

  function whole() {
    const days = data.events.flatMap((e) => [e.first, e.last]).filter((d) => d !== null);
    if (!days.length) return [0, 1];
    const low = Math.min(...days), high = Math.max(...days) + 1, room = Math.max(3, (high - low) * 0.04);
    return [low - room, high + room];
  }

  // Days of the proleptic Gregorian calendar, 0001-01-01 = 1, also before year 1.
  function dayNumber(year, month) {
    const y = month < 3 ? year - 1 : year, era = Math.floor(y / 400), of = y - era * 400;
    return era * 146097 + of * 365 + Math.floor(of / 4) - Math.floor(of / 100) + Math.floor((153 * ((month + 9) % 12) + 2) / 5) - 305;
  }
  function yearOf(day) {
    let year = Math.floor((day - 1) / 365.2425) + 1;
    while (dayNumber(year, 1) > day) year -= 1;
    while (dayNumber(year + 1, 1) <= day) year += 1;
    return year;
  }
  const yearSaid = (year) => (year > 0 ? String(year) : `${1 - year} BCE`);
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function ticks(width) {
    const most = Math.max(2, Math.floor(width / 80)), first = yearOf(view[0]), last = yearOf(view[1]);
    if (last - first < 2) {
      const step = Math.max(1, Math.ceil((view[1] - view[0]) / 30.4 / most)), found = [];
      for (let y = first; y <= last; y += 1)
        for (let m = 1; m <= 12; m += step) found.push([dayNumber(y, m), `${MONTHS[m - 1]} ${yearSaid(y)}`]);
      return found;
    }
    const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000].find((s) => (last - first) / s <= most) || 10000;
    const found = [];
    for (let y = Math.ceil(first / step) * step; y <= last; y += step) found.push([dayNumber(y, 1), yearSaid(y)]);
    return found;
  }

  function node(name, attributes, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function draw() {
    const width = Math.max(chart.clientWidth, 320), scale = (width - GUTTER - 8) / (view[1] - view[0]);
    const at = (day) => GUTTER + (day - view[0]) * scale;
    const parts = [], lanes = data.categories.filter((c) => kept.some((e) => e.category === c.key && e.dated));
    let top = 4;
    for (const lane of lanes) {
      const rows = [], own = kept.filter((e) => e.dated && e.category === lane.key && reaches(e));
      const placed = own.map((event) => place(event, at, width)).sort((a, b) => a.from - b.from);
      for (const one of placed) {
        const row = rows.findIndex((end) => end < one.from), index = row < 0 ? rows.length : row;
        rows[index] = one.to + 6;
        parts.push(...mark(one, lane, top + LANE + index * ROW));
      }
      const height = 2 * LANE + Math.max(rows.length, 1) * ROW;
      parts.unshift(node("path", { d: `M0 ${top + height}H${width}`, stroke: data.colours.grid }));
      parts.push(node("text", { x: 8, y: top + height / 2 + 4, class: "name" }, `${lane.name} (${own.length})`));
      top += height;
    }
    for (const [day, text] of ticks(width - GUTTER)) {
      const x = at(day);
      if (x < GUTTER || x > width - 8) continue;
      parts.unshift(node("path", { d: `M${x} 0V${top + 6}`, stroke: data.colours.grid }));
      parts.push(node("text", { x, y: top + 20, "text-anchor": "middle" }, text));
    }
    chart.setAttribute("height", top + AXIS);
    chart.setAttribute("viewBox", `0 0 ${width} ${top + AXIS}`);
    chart.replaceChildren(...parts);
  }

  const reaches = (e) => (e.first === null || e.first <= view[1]) && (e.last === null || e.last >= view[0]);

  // Where an event's mark and its title stand: the title right of it, left where that lacks room.
  function place(event, at, width) {
    const edge = width - 8;
    let left = Math.max(event.first === null ? GUTTER : at(event.first), GUTTER);
    let right = Math.min(event.last === null ? edge : at(event.last + 1), edge);
    if (right - left < LEAST) [left, right] = [(left + right - LEAST) / 2, (left + right + LEAST) / 2];
    const fact = event.status === "happened" || event.status === "ongoing";
    const title = event.title.length > 40 ? `${event.title.slice(0, 39)}…` : event.title;
    const text = fact ? title : `${title} [${event.status}]`, room = text.length * 6.4 + 10;
    if (right + room <= edge) return { event, fact, left, right, text, anchor: "start", x: right + 5, from: left, to: right + room };
    if (left - room >= GUTTER) return { event, fact, left, right, text, anchor: "end", x: left - 5, from: left - room, to: right };
    return { event, fact, left, right, text: "", from: left, to: right };
  }

  function mark({ event, fact, left, right, text, anchor, x }, lane, y) {
    const day = event.first !== null && event.first === event.last && !event.approximate;
    const dashed = event.approximate || event.first === null || event.last === null;
    const paint = {
      "data-event": event.id,
      fill: fact ? lane.colour : data.colours.background,
      "fill-opacity": fact && !day && !event.throughout ? 0.45 : 1,
      stroke: lane.colour,
      "stroke-width": fact && !dashed ? 0 : 1.6,
      "stroke-dasharray": dashed ? "3 2" : "none",
      class: event.id === chosen ? "chosen" : "",
    };
    const shape = day
      ? node("circle", { ...paint, cx: (left + right) / 2, cy: y + ROW / 2, r: 5.5 })
      : node("rect", { ...paint, x: left, y: y + (ROW - BAR) / 2, width: Math.max(right - left, LEAST), height: BAR, rx: 3 });
    shape.append(node("title", {}, `${event.title}\n${event.date}\n${event.doubts.join("\n")}`));
    if (!text) return [shape];
    return [shape, node("text", { x, y: y + ROW / 2 + 4, class: "title", "text-anchor": anchor, "data-event": event.id }, text)];
  }

  function filter() {
    const asked = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    kept = data.events.filter((e) => {
      const text = items.get(e.id).textContent.toLocaleLowerCase();
      return (!category.value || e.category === category.value) && (!status.value || e.status === status.value) && asked.every((w) => text.includes(w));
    });
    const ids = new Set(kept.map((e) => e.id));
    for (const [id, item] of items) item.hidden = !ids.has(id);
    for (const section of document.querySelectorAll("section[data-year]"))
      section.hidden = ![...section.querySelectorAll("details")].some((d) => !d.hidden);
    const undated = kept.filter((e) => !e.dated).length;
    said.textContent = `${kept.length} of ${data.events.length} events${undated ? `; ${undated} without a date, listed last` : ""}`;
    draw();
  }

  function choose(id) {
    const item = items.get(id);
    if (!item) return;
    chosen = id;
    item.open = true;
    item.scrollIntoView({ block: "center" });
    item.querySelector("summary").focus({ preventScroll: true });
    draw();
  }

  function zoom(factor, share = 0.5) {
    const span = view[1] - view[0], anchor = view[0] + span * share;
    const size = Math.min(Math.max(span * factor, 3), 8_000_000);
    view = [anchor - size * share, anchor + size * (1 - share)];
    draw();
  }
  function pan(share) {
    const by = (view[1] - view[0]) * share;
    view = [view[0] + by, view[1] + by];
    draw();
  }

  const shareAt = (x) => Math.min(Math.max((x - chart.getBoundingClientRect().left - GUTTER) / (chart.clientWidth - GUTTER - 8), 0), 1);
  chart.addEventListener("wheel", (e) => { e.preventDefault(); zoom(e.deltaY > 0 ? 1.25 : 0.8, shareAt(e.clientX)); }, { passive: false });
  let held = null, moved = false;
  chart.addEventListener("pointerdown", (e) => { held = e.clientX; moved = false; });
  addEventListener("pointermove", (e) => {
    if (held === null || Math.abs(e.clientX - held) < 3) return;
    moved = true;
    pan((held - e.clientX) / (chart.clientWidth - GUTTER));
    held = e.clientX;
  });
  addEventListener("pointerup", () => { held = null; });
  chart.addEventListener("click", (e) => { const hit = e.target.closest("[data-event]"); if (hit && !moved) choose(hit.dataset.event); });
  chart.addEventListener("keydown", (e) => {
    const act = { "+": () => zoom(0.8), "-": () => zoom(1.25), ArrowLeft: () => pan(-0.15), ArrowRight: () => pan(0.15), 0: fit }[e.key];
    if (act) { e.preventDefault(); act(); }
  });
  function fit() { view = whole(); draw(); }
  document.getElementById("in").addEventListener("click", () => zoom(0.7));
  document.getElementById("out").addEventListener("click", () => zoom(1.4));
  document.getElementById("fit").addEventListener("click", fit);
  for (const control of [words, category, status]) control.addEventListener("input", filter);
  addEventListener("resize", draw);
  document.querySelector(".interactive").hidden = false;
  filter();
})();
