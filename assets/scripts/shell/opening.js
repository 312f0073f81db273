/* Opening the page: what comes first, and which panel takes which part of the address. */
import { tellWho } from "../edits/identity.js";
import { readPlotly } from "../features/chart/drawing.js";
import { markLanes } from "../features/chart/lanes.js";
import { showWords } from "../features/filters/filters.js";
import { showAlone, showTab } from "../features/lists/tabs.js";
import { startAsking } from "../features/uploads/runs.js";
import { find } from "../page/dom.js";
import { changed, changedParts, state } from "../page/state.js";
import { wearTheme } from "../page/theme.js";

const LONGEST_WAIT = 2000; // milliseconds
const LOOK = 20; // milliseconds

/* The chart comes first: what fills the lists would keep the browser from painting it. */
/** @type {Promise<void> | null} */
let stands = null;
const chartStands = () =>
  (stands ||= new Promise((resolve) => {
    const opened = performance.now();
    const look = () => {
      const drawn = find("#timeline .point, .chart-empty .empty, .vertical li");
      if (drawn || performance.now() - opened > LONGEST_WAIT) requestAnimationFrame(() => setTimeout(resolve));
      else setTimeout(look, LOOK);
    };
    look();
  }));

/** Return the view when the chart stands; the picture is being asked for meanwhile.
 * @param {string} view */
export const viewLater = async (view) => {
  setTimeout(readPlotly);
  await chartStands();
  return view;
};

/** Return when the chart stands. News are asked for only then: all other callbacks would wait for
 * what looks for them. */
export const whenItStands = async () => {
  await chartStands();
  setTimeout(() => {
    tellWho();
    startAsking();
  });
  return true;
};

/** Wear the state, and return each panel's part of it and the theme, only where it has changed. */
export const split = () => {
  const query = state();
  showTab(query.get("tab"));
  markLanes(query.get("lanes"));
  showAlone(query.get("show"));
  document.documentElement.dataset.folded = query.get("fold") === "yes" ? "yes" : "no";
  document.documentElement.dataset.selected = query.get("event") ? "yes" : "no";
  showWords(query.get("q") || "");
  return [...changedParts(), changed("theme", wearTheme())];
};
