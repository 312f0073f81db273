/* Plotly is most of the page's script. It is asked for at once, and read by the browser while the
   server makes the first picture: not before, for nothing else goes on meanwhile. What is to be drawn
   waits for it. */
import { byId } from "../../page/dom.js";
import { plotly } from "../../page/host.js";

/** @typedef {import("../../page/host.js").Figure} Figure */
/** @typedef {import("../../page/host.js").Place} Place */
/** @typedef {import("../../page/host.js").Hearers} Hearers */

const LATEST = 2000; // milliseconds until it is read in any case
const AGAIN = 2000; // milliseconds until it is asked for again, where the server did not answer

/** @param {() => void} arrive */
const load = (arrive) => {
  const script = document.createElement("script");
  script.addEventListener("error", () => setTimeout(() => load(arrive), AGAIN));
  script.addEventListener("load", arrive);
  script.src = /** @type {HTMLLinkElement} */ (byId("plotly")).href;
  document.head.append(script);
};

/** @type {() => void} */
let arrive;
/** @type {Promise<void>} */
const arrived = new Promise((done) => (arrive = done));

let begun = false;
export const readPlotly = () => {
  if (!begun) load(arrive);
  begun = true;
};
setTimeout(readPlotly, LATEST);

/** By the name of the drawing. @type {Record<string, Hearers>} */
export const heard = {};
/** Hear what Plotly reports of a drawing. @param {string} name @param {Hearers} hearers */
export const listenTo = (name, hearers) => void (heard[name] = hearers);

/** @type {WeakMap<Place, Figure>} */
const wanted = new WeakMap();
/** @type {WeakMap<Place, Promise<unknown>>} */
const queues = new WeakMap();

/** Draw a figure in a place: one drawing after the other, and of those that wait in a place only the
 * last; one that fails is told to the console, and the next is drawn all the same.
 * @param {Place} place @param {string} name @param {Figure} figure */
export const draw = (place, name, figure) => {
  wanted.set(place, figure);
  const before = queues.get(place) || arrived;
  const drawn = before.then(() => (wanted.get(place) === figure ? drawNow(place, name, figure) : undefined));
  queues.set(place, drawn.catch(console.error));
};

/** @param {Place} place @param {string} name @param {Figure} figure */
const drawNow = async (place, name, { data, layout, config }) => {
  const first = !place.on;
  await plotly().react(place, { data, layout: { ...layout }, config: { ...config } });
  if (first) Object.entries(heard[name] ?? {}).forEach(([event, hear]) => place.on?.(event, hear));
};
