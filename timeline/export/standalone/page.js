/* The chart and the filters of the exported page. Needs nothing beyond the file that it stands in:
   the events are in the page as JSON, and the list below works without any script. */
import { EDGE, GUTTER, mark, node, place, ROW } from "./marks.js";
import { ticks } from "./ticks.js";

/** @typedef {import("./marks.js").Event} Event */

const LANE = 10;
const AXIS = 34;
const NARROWEST = 320;
const SHORTEST = 3; // days
const LONGEST = 8_000_000; // days

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const inputOf = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/** @type {{ events: Event[], categories: import("./marks.js").Lane[],
 *   colours: { grid: string, background: string } }} */
const data = JSON.parse(String(byId("events").textContent));
const chart = byId("chart");
const words = inputOf("words");
const category = inputOf("category");
const status = inputOf("status");
const said = byId("said");
const details = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-event]")]);
const items = new Map(details.map((item) => [item.dataset.event, item]));

/* ---------- the view ---------- */
/** @returns {[number, number]} */
const whole = () => {
  const days = data.events.flatMap((e) => [e.first, e.last]).filter((d) => d !== null);
  if (!days.length) return [0, 1];
  const low = Math.min(...days);
  const high = Math.max(...days) + 1;
  const room = Math.max(SHORTEST, (high - low) * 0.04);
  return [low - room, high + room];
};

let kept = data.events;
/** @type {string | null} */
let chosen = null;
let view = whole();

/** @param {Event} e */
const reaches = (e) => (e.first === null || e.first <= view[1]) && (e.last === null || e.last >= view[0]);

/** @param {number} factor @param {number} [share] where on the axis it stays as it is */
const zoom = (factor, share = 0.5) => {
  const span = view[1] - view[0];
  const anchor = view[0] + span * share;
  const size = Math.min(Math.max(span * factor, SHORTEST), LONGEST);
  view = [anchor - size * share, anchor + size * (1 - share)];
  draw();
};
/** @param {number} share */
const pan = (share) => {
  const by = (view[1] - view[0]) * share;
  view = [view[0] + by, view[1] + by];
  draw();
};
const fit = () => {
  view = whole();
  draw();
};

/* ---------- drawing ---------- */
const draw = () => {
  const width = Math.max(chart.clientWidth, NARROWEST);
  const scale = (width - GUTTER - EDGE) / (view[1] - view[0]);
  /** @param {number} day */
  const at = (day) => GUTTER + (day - view[0]) * scale;
  const look = { background: data.colours.background, chosen };
  /** @type {Element[]} */
  const parts = [];
  let top = 4;
  for (const lane of data.categories.filter((c) => kept.some((e) => e.category === c.key && e.dated))) {
    /** @type {number[]} */
    const rows = [];
    const own = kept.filter((e) => e.dated && e.category === lane.key && reaches(e));
    const placed = own.map((event) => place(event, at, width)).sort((a, b) => a.from - b.from);
    for (const one of placed) {
      const row = rows.findIndex((end) => end < one.from);
      const index = row < 0 ? rows.length : row;
      rows[index] = one.to + 6;
      parts.push(...mark(one, lane, top + LANE + index * ROW, look));
    }
    const height = 2 * LANE + Math.max(rows.length, 1) * ROW;
    parts.unshift(node("path", { d: `M0 ${top + height}H${width}`, stroke: data.colours.grid }));
    parts.push(node("text", { x: 8, y: top + height / 2 + 4, class: "name" }, `${lane.name} (${own.length})`));
    top += height;
  }
  for (const [day, text] of ticks(view, width - GUTTER)) {
    const x = at(day);
    if (x < GUTTER || x > width - EDGE) continue;
    parts.unshift(node("path", { d: `M${x} 0V${top + 6}`, stroke: data.colours.grid }));
    parts.push(node("text", { x, y: top + 20, "text-anchor": "middle" }, text));
  }
  chart.setAttribute("height", String(top + AXIS));
  chart.setAttribute("viewBox", `0 0 ${width} ${top + AXIS}`);
  chart.replaceChildren(...parts);
};

/* ---------- filters and the list ---------- */
/** @param {Event} e */
const textOf = (e) => String(items.get(e.id)?.textContent).toLocaleLowerCase();
const filter = () => {
  const asked = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  kept = data.events.filter(
    (e) =>
      (!category.value || e.category === category.value) &&
      (!status.value || e.status === status.value) &&
      asked.every((w) => textOf(e).includes(w)),
  );
  const ids = new Set(kept.map((e) => e.id));
  for (const [id, item] of items) item.hidden = !ids.has(String(id));
  for (const section of document.querySelectorAll("section[data-year]")) {
    const own = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("details")]);
    /** @type {HTMLElement} */ (section).hidden = own.every((d) => d.hidden);
  }
  const undated = kept.filter((e) => !e.dated).length;
  said.textContent = `${kept.length} of ${data.events.length} events${undated ? `; ${undated} without a date, listed last` : ""}`;
  draw();
};

/** @param {string} id */
const choose = (id) => {
  const item = items.get(id);
  if (!item) return;
  chosen = id;
  item.open = true;
  item.scrollIntoView({ block: "center" });
  item.querySelector("summary")?.focus({ preventScroll: true });
  draw();
};

/* ---------- hands and keys ---------- */
/** @param {number} x */
const shareAt = (x) => {
  const share = (x - chart.getBoundingClientRect().left - GUTTER) / (chart.clientWidth - GUTTER - EDGE);
  return Math.min(Math.max(share, 0), 1);
};
chart.addEventListener(
  "wheel",
  (e) => {
    e.preventDefault();
    zoom(e.deltaY > 0 ? 1.25 : 0.8, shareAt(e.clientX));
  },
  { passive: false },
);
/** @type {number | null} */
let held = null;
let moved = false;
chart.addEventListener("pointerdown", (e) => {
  held = e.clientX;
  moved = false;
});
addEventListener("pointermove", (e) => {
  if (held === null || Math.abs(e.clientX - held) < 3) return;
  moved = true;
  pan((held - e.clientX) / (chart.clientWidth - GUTTER));
  held = e.clientX;
});
addEventListener("pointerup", () => {
  held = null;
});
chart.addEventListener("click", (e) => {
  const hit = /** @type {Element} */ (e.target).closest("[data-event]");
  if (hit && !moved) choose(String(hit.getAttribute("data-event")));
});
/** @type {Record<string, () => void>} */
const keys = {
  "+": () => zoom(0.8),
  "-": () => zoom(1.25),
  ArrowLeft: () => pan(-0.15),
  ArrowRight: () => pan(0.15),
  0: fit,
};
chart.addEventListener("keydown", (e) => {
  if (!keys[e.key]) return;
  e.preventDefault();
  keys[e.key]();
});
byId("in").addEventListener("click", () => zoom(0.7));
byId("out").addEventListener("click", () => zoom(1.4));
byId("fit").addEventListener("click", fit);
for (const control of [words, category, status]) control.addEventListener("input", filter);
addEventListener("resize", draw);
/** @type {HTMLElement} */ (document.querySelector(".interactive")).hidden = false;
filter();
