/* A file that was chosen, in words. */
import { words } from "../../page/words.js";

/** @typedef {{ file: File, name: string }} Named */
/** What is known of it: the name that it gets, whether the collection holds one of that name, why it
 * is left out.
 * @typedef {Named & { stored: string, held: boolean, blame: string }} Chosen */

/** @param {number} bytes */
export const sized = (bytes) =>
  bytes < 1e6
    ? words("uploads.kilobytes", { size: Math.max(Math.round(bytes / 1e3), 1) })
    : words("uploads.megabytes", { size: Math.round(bytes / 1e6) });

/** Return why a file is left out, nothing where it is not.
 * @param {{ size: number }} file @param {number} largest */
export const blamed = (file, largest) => (file.size > largest ? words("uploads.too-large", { size: sized(file.size) }) : "");

/** @param {{ file: { size: number }, held: boolean, blame: string }} one */
export const noteOf = ({ file, held, blame }) => {
  if (blame) return words("uploads.left-out", { why: blame });
  return held ? words("uploads.same-name", { size: sized(file.size) }) : sized(file.size);
};
