/* What the chart shows, as the server last said. */

/** @typedef {{ first: number, last: number, gaps?: [number, number][], size?: number, at?: number }} Drawn */
/** @typedef {{ ids: string[], from: number, total: number, first: string, last: string }} Order */

/** The window that is drawn, and the events in it by their dates.
 * @type {{ drawn: Drawn | null, order: Order }} */
export const view = { drawn: null, order: { ids: [], from: 0, total: 0, first: "", last: "" } };
