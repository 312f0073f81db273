/* The chart and the filters of the exported page. Needs nothing beyond the file that it stands in:
   the events are in the page as JSON, and the list below works without any script. */
import { chart as drawn } from "./chart.js";

/** @typedef {import("./places.js").Event} Event */

const GUTTER = 110;
const EDGE = 8; // pixels that stay free on the right
const NARROWEST = 320;
const SHORTEST = 3; // days
const LONGEST = 8_000_000; // days

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const inputOf = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/** @type {import("./chart.js").Data} */
const data = JSON.parse(String(byId("events").textContent));
const dark = matchMedia("(prefers-color-scheme: dark)");
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
  const room = { begin: view[0], end: view[1], left: GUTTER, right: width - EDGE };
  const { height, parts } = drawn(data, kept, room, { chosen, palette: data.palettes[dark.matches ? "dark" : "light"] });
  chart.setAttribute("height", String(height));
  chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
  chart.replaceChildren(...parts);
};

/* ---------- filters and the list ---------- */
/** Put values into the places of a text that are named `{…}`.
 * @param {string} text @param {Record<string, unknown>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
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
  const counted = filled(data.words["exported.counted"], { kept: kept.length, all: data.events.length });
  said.textContent = undated ? `${counted}; ${filled(data.words["exported.undated"], { undated })}` : counted;
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
dark.addEventListener("change", draw);
/** @type {HTMLElement} */ (document.querySelector(".interactive")).hidden = false;
filter();
