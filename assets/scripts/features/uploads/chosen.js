/* A file that was chosen, in words. */

/** @typedef {{ file: File, name: string }} Named */
/** What is known of it: the name that it gets, whether the collection holds one of that name, why it
 * is left out.
 * @typedef {Named & { stored: string, held: boolean, blame: string }} Chosen */

/** @param {number} bytes */
export const sized = (bytes) =>
  bytes < 1e6 ? `${Math.max(Math.round(bytes / 1e3), 1)} kB` : `${Math.round(bytes / 1e6)} MB`;

/** Return why a file is left out, nothing where it is not.
 * @param {{ size: number }} file @param {number} largest */
export const blamed = (file, largest) => (file.size > largest ? `is too large: ${sized(file.size)}` : "");

/** @param {{ file: { size: number }, held: boolean, blame: string }} one */
export const noteOf = ({ file, held, blame }) => {
  if (blame) return `${blame}; it is left out`;
  return held ? `${sized(file.size)} · there is one of this name` : sized(file.size);
};
