/* What the server hands over with the page, once: the facets and the lanes. */

/** @typedef {{ facets: string[], lanes: string[] }} Registry
 * `facets` are the keys of the address that choose values, `lanes` what lanes may stand for, the
 * usual one first. */

/** @type {Registry} */
export const registry = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("registry")).textContent);

export const usualLanes = registry.lanes[0];
