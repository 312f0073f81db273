/* Words that are selected in the article that is open. */
import { dialogOf } from "../../page/dialogs.js";

/** @typedef {{ start: number, end: number, text: string }} Passage places in the article's text */

/** The server counts characters, the browser halves of some.
 * @param {string} text */
const length = (text) => [...text].length;

/** @param {Node} node @param {number} offset */
const placeOf = (node, offset) => {
  const around = node.nodeType === Node.TEXT_NODE ? node.parentElement : /** @type {Element} */ (node);
  const line = /** @type {HTMLElement | null} */ (around?.closest("#article-body p[data-start]") ?? null);
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + length(before.toString());
};

/** Return what is selected in the article, null where that is nothing. @returns {Passage | null} */
export const selectedPassage = () => {
  if (!dialogOf("article-dialog").open) return null;
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = range.toString();
  const start = placeOf(range.startContainer, range.startOffset);
  if (start === null || !text.trim()) return null;
  const end = placeOf(range.endContainer, range.endOffset);
  const lead = length(text) - length(text.trimStart());
  const tail = length(text) - length(text.trimEnd());
  return { start: start + lead, end: (end ?? start + length(text)) - tail, text: text.trim() };
};
