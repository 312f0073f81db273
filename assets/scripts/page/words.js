/* What the page says. All texts come from the server (timeline/wording/strings/), by their names. */
import { registry } from "./registry.js";

/** Return a text with values in its places, which are named `{…}`.
 * @param {string} name @param {Record<string, string | number>} [values] */
export const words = (name, values = {}) => {
  const text = registry.words[name];
  if (text === undefined) throw new Error(`no text is called ${name}`);
  return text.replace(/\{(\w+)\}/g, (_, place) => String(values[place]));
};
