/* Elements of SVG. */

/** Return a new element; an attribute that is null is left out.
 * @param {string} name @param {Record<string, unknown>} attributes @param {string} [text] */
export const node = (name, attributes, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
};

/** Return a group of elements.
 * @param {Element[]} parts @param {Record<string, unknown>} [attributes] */
export const group = (parts, attributes = {}) => {
  const made = node("g", attributes);
  made.append(...parts);
  return made;
};
