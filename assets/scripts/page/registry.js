/* What the server hands over with the page, once: facets, lanes, fields of events, and texts. */

/** @typedef {{ edit: string[], add: string[], names: string[], begun: Record<string, string> }} Fields
 * The fields of the forms that edit and that add, those of them that hold several names, and what a
 * new event begins with. */
/** @typedef {{ facets: string[], lanes: string[], fields: Fields,
 *   words: Record<string, string> }} Registry
 * `facets` are the keys of the address that choose values, `lanes` what lanes may stand for, the
 * usual one first. */

/** @type {Registry} */
export const registry = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("registry")).textContent);

export const usualLanes = registry.lanes[0];
