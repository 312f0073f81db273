/* What the page stands in: Dash, React and Plotly. The adapter connects them; nothing else names
   their globals. */

/** @typedef {{ data: object[], layout: object, config: object }} Figure */
/** @typedef {Record<string, (report: any) => void>} Hearers by Plotly's name of what they hear */
/** @typedef {HTMLElement & { on?: (event: string, hear: (report: any) => void) => void }} Place */
/** @typedef {{ react: (place: Place, figure: Figure) => Promise<unknown>,
 *   downloadImage: (place: HTMLElement, wishes: object) => Promise<unknown> }} Plotly */
/** @typedef {{ hand: (name: string, value: unknown) => void, plotly: () => Plotly }} Host */

/** @type {Host} */
let host = {
  hand: () => {},
  plotly: () => {
    throw new Error("nothing draws: no adapter has connected Plotly");
  },
};

/** @param {Host} given */
export const connect = (given) => {
  host = given;
};

/** Hand a value to the callbacks that take it.
 * @param {string} name @param {unknown} value */
export const hand = (name, value) => host.hand(name, value);

export const plotly = () => host.plotly();
