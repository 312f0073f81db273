/* Where the lanes need more height than there is, a copy of the axis stays in sight below them. */
import { find, first, maybe } from "../../page/dom.js";

export const AXIS_HEIGHT = 46;

/** @param {HTMLElement} wrap */
export const holdAxis = (wrap) => {
  wrap.dataset.scrolls = wrap.scrollHeight - wrap.clientHeight > 1 ? "yes" : "no";
  const axis = find(".xaxislayer-above", wrap);
  const place = maybe("axis-copy");
  if (!axis || !place || wrap.dataset.scrolls === "no") return;
  const { clientWidth: width, clientHeight: height } = first(".main-svg", wrap);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 ${height - AXIS_HEIGHT} ${width} ${AXIS_HEIGHT}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(AXIS_HEIGHT));
  svg.append(axis.cloneNode(true));
  place.replaceChildren(svg);
};

let framed = false;
/** @param {HTMLElement} wrap */
export const watchAxis = (wrap) =>
  new MutationObserver(() => {
    if (framed) return;
    framed = true;
    requestAnimationFrame(() => {
      framed = false;
      holdAxis(wrap);
    });
  }).observe(first("#timeline", wrap), { childList: true, subtree: true, attributes: true });
