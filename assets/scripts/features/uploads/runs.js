/* Runs: what is being read, and what has ended since this page was opened. */
import { addActions } from "../../page/actions.js";
import { say } from "../../page/announcing.js";
import { data } from "../../page/dom.js";
import { hand } from "../../page/host.js";
import { cancelRun, lookForNews, putRunAway } from "../../page/server.js";

const TICK = 3000; // milliseconds until the server is asked for news
const QUICK_TICK = 1000; // while something runs

let runsGoing = false;

export const lookAtRuns = () => hand("runs_asked", Date.now());

/** Ask for news from now on. */
export const startAsking = () => {
  lookAtRuns();
  setInterval(lookForNews, TICK);
  setInterval(() => runsGoing && lookAtRuns(), QUICK_TICK);
};

/** @param {HTMLElement} el @param {(run: string) => Promise<unknown>} act */
const askOfRun = async (el, act) => {
  await act(data(el, "run"));
  lookAtRuns();
};

/** The ends that this page knows; those of before it was opened are not said. @type {Set<string> | null} */
let told = null;
/** @param {{ ends?: Record<string, string>, going?: boolean } | null} seen */
export const tellRuns = (seen) => {
  const ends = seen?.ends || {};
  const before = told;
  if (before) Object.keys(ends).filter((id) => !before.has(id)).forEach((id) => say(ends[id]));
  if (seen) told = new Set(Object.keys(ends));
  runsGoing = Boolean(seen?.going);
};

addActions({
  "cancel-run": (el) => askOfRun(el, cancelRun),
  "put-run-away": (el) => askOfRun(el, putRunAway),
});
