/* Files and folders that are dropped anywhere on the page. */
import { say } from "../../page/announcing.js";
import { words } from "../../page/words.js";
import { limit, mayAdd, take } from "./choosing.js";

/** @typedef {import("./chosen.js").Named} Named */

const DEEPEST = 8; // folders

/** @param {DragEvent} event */
const bringsFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
/** @param {boolean} on */
const veil = (on) => document.documentElement.toggleAttribute("data-dropping", on);

let inside = 0;
document.addEventListener("dragenter", (event) => {
  if (!bringsFiles(event)) return;
  inside += 1;
  veil(mayAdd());
});
document.addEventListener("dragleave", (event) => {
  if (!bringsFiles(event)) return;
  inside = Math.max(inside - 1, 0);
  if (!inside) veil(false);
});
// Without this the browser would leave the page and open the file.
document.addEventListener("dragover", (event) => bringsFiles(event) && event.preventDefault());
document.addEventListener("drop", async (event) => {
  if (!event.dataTransfer || !bringsFiles(event)) return;
  event.preventDefault();
  inside = 0;
  veil(false);
  if (!mayAdd()) return say(words("uploads.not-here"), { visible: true });
  take(await dropped(event.dataTransfer));
});

/** Return what was dropped; a folder gives what lies in it, to some depth.
 * @param {DataTransfer} transfer */
const dropped = async (transfer) => {
  const entries = [...transfer.items].map((one) => one.webkitGetAsEntry?.()).filter((one) => one != null);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, name: file.name }));
  /** @type {Named[]} */
  const found = [];
  for (const entry of entries) await walk(entry, "", found, 0);
  return found;
};

/** @param {FileSystemEntry} entry @param {string} above @param {Named[]} found @param {number} depth */
const walk = async (entry, above, found, depth) => {
  if (depth > DEEPEST || found.length > limit("most")) return;
  const name = above + entry.name;
  if (entry.isFile) {
    const file = await fileOf(/** @type {FileSystemFileEntry} */ (entry));
    if (file && !file.name.startsWith(".")) found.push({ file, name });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    const some = await readSome(reader);
    if (!some.length) return;
    for (const one of some) await walk(one, depth ? `${name}/` : "", found, depth + 1);
  }
};

/** @param {FileSystemFileEntry} entry @returns {Promise<File | null>} */
const fileOf = (entry) => new Promise((done) => entry.file(done, () => done(null)));
/** @param {FileSystemDirectoryReader} reader @returns {Promise<FileSystemEntry[]>} */
const readSome = (reader) => new Promise((done) => reader.readEntries(done, () => done([])));
