/* An event as the elements that it is drawn with. Colours, looks, symbols, signs and sizes are those
   of the product; they come with the page. */
import { group, node } from "./nodes.js";
import { perDay, pixelOf } from "./places.js";
import { barsOf } from "./stretches.js";

/** @typedef {import("./places.js").Event} Event */
/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./places.js").View} View */
/** @typedef {{ angle: number, crossed: boolean, gap: number, line: number }} Hatch */
/** @typedef {{ solid: boolean, point: string, outline: number, hatch: Hatch | null }} Paint */
/** @typedef {{ colour: string, ink: string, tints: Record<string, string> }} Hue `tints` by the look */
/** @typedef {{ background: string, band: string, text: string, muted: string, grid: string,
 *   disputed: string, shades: number[], categories: Record<string, Hue> }} Palette */
/** @typedef {{ paints: Record<string, Paint>, symbols: Record<string, string>,
 *   sizes: import("./places.js").Sizes, disputed: string, palette: Palette }} Style */

/** @param {Hatch} hatch @param {string} colour @param {string} id */
const pattern = (hatch, colour, id) => {
  const { gap, line, angle, crossed } = hatch;
  const made = node("pattern", { id, width: gap, height: gap, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` });
  made.append(node("rect", { width: line, height: gap, fill: colour }));
  if (crossed) made.append(node("rect", { width: gap, height: line, fill: colour }));
  return made;
};

/** Return the patterns of the looks that are hatched, one a category.
 * @param {Style} style */
export const patterns = ({ paints, palette }) => {
  const made = node("defs", {});
  for (const [look, { hatch }] of Object.entries(paints))
    for (const [category, { colour }] of Object.entries(palette.categories))
      if (hatch) made.append(pattern(hatch, colour, `${look}-${category}`));
  return made;
};

/** @param {string} outline @param {number} x @param {number} y @param {number} size
 * @param {Style} style @param {Record<string, unknown>} paint */
const symbol = (outline, x, y, size, { sizes }, paint) =>
  node("path", { d: outline, transform: `translate(${x} ${y}) scale(${size / sizes.outline})`, ...paint });

/** @param {Event} event @param {import("./stretches.js").Bar} bar @param {Style} style */
const fillOf = (event, { shade, isBody, isGround }, { paints, palette }) => {
  const { solid, hatch, outline } = paints[event.look];
  const { colour, tints } = palette.categories[event.category];
  if (isGround) return { fill: palette.background };
  if (solid || !isBody) return { fill: colour, "fill-opacity": palette.shades[shade] };
  const fill = hatch ? `url(#${event.look}-${event.category})` : tints[event.look];
  return { fill, stroke: colour, "stroke-width": outline };
};

/** @param {Event} event @param {Place} place @param {number} middle @param {View} view @param {Style} style */
const bars = (event, place, middle, view, style) => {
  const { sizes, paints } = style;
  return barsOf(event, place, view, sizes, paints[event.look]).map((bar) => {
    const box = { x: pixelOf(view, bar.begin), width: (bar.end - bar.begin) * perDay(view) };
    const upright = { y: middle - sizes.height / 2, height: sizes.height, rx: sizes.radius };
    return node("rect", { ...box, ...upright, ...fillOf(event, bar, style) });
  });
};

/** @param {Event} event @param {Place} place @param {number} middle @param {View} view @param {Style} style */
const point = (event, place, middle, view, style) => {
  const { palette, paints, symbols, sizes } = style;
  const { colour } = palette.categories[event.category];
  const at = pixelOf(view, (place.drawn[0] + place.drawn[1]) / 2);
  const kind = paints[event.look].point;
  const outline = symbols[event.category];
  if (kind === "filled")
    return [symbol(outline, at, middle, sizes.point, style, { fill: colour, stroke: palette.background })];
  const paint = { fill: palette.background, stroke: colour, "stroke-width": 2 };
  const ring = symbol(outline, at, middle, sizes.point - 1, style, paint);
  return kind === "dotted" ? [ring, node("circle", { cx: at, cy: middle, r: 1.8, fill: colour })] : [ring];
};

/** @param {Event} event @param {Place} place @param {number} middle @param {Style} style */
const glyph = (event, place, middle, style) => {
  const { sizes, symbols, palette, paints } = style;
  const [left, right] = place.body;
  if ((place.cutLeft || place.cutRight) && right - left < sizes.roomForBoth) return [];
  const { colour, ink } = palette.categories[event.category];
  const onStub = event.first === null || event.last !== null || !place.cutLeft;
  const isStrong = event.shape === "solid" && paints[event.look].solid;
  let at = left + sizes.glyphInset + (place.cutLeft ? sizes.hint : 0);
  if (event.first === null) at = right - sizes.glyphInset;
  const isFlat = event.shape === "soft" && event.first !== null && event.last !== null;
  if (right - left < 2 * sizes.glyphInset || isFlat) at = (left + right) / 2;
  return [symbol(symbols[event.category], at, middle, sizes.glyph, style, { fill: isStrong && onStub ? ink : colour })];
};

/** @param {number} at @param {number} middle @param {number} reach @param {string} fill @param {number} opacity */
const wedge = (at, middle, reach, fill, opacity) => {
  const size = Math.abs(reach);
  const d = `M${at - reach} ${middle - size} ${at + reach} ${middle} ${at - reach} ${middle + size}Z`;
  return node("path", { d, fill, "fill-opacity": opacity });
};

/** Return arrowheads at open ends, small wedges where a mark goes on beyond the view.
 * @param {Event} event @param {Place} place @param {number} middle @param {View} view @param {Style} style */
const ends = (event, place, middle, view, { palette, sizes }) => {
  const { colour } = palette.categories[event.category];
  /** @param {string} end @param {boolean} goesOn @param {number} at @param {number} way */
  const side = (end, goesOn, at, way) => {
    if (end === "arrow") return [wedge(at, middle, way * 5.5, colour, 1)];
    return goesOn ? [wedge(at, middle, way * 3.5, palette.text, sizes.hintOpacity)] : [];
  };
  return [
    ...side(event.starts, place.cutLeft && event.first !== null, view.left + sizes.edge, -1),
    ...side(event.ends, place.cutRight && event.last !== null, view.right - sizes.edge, 1),
  ];
};

/** @param {Event} event @param {Place} place @param {number} middle @param {Style} style */
const signs = (event, place, middle, { palette, sizes, disputed }) => {
  const told = [
    [event.signs, palette.categories[event.category].colour],
    [event.disputed ? disputed : "", place.signsAt === "inside" ? palette.text : palette.disputed],
  ];
  const parts = told.filter(([sign]) => sign).map(([sign, fill]) => node("tspan", { fill }, sign));
  if (!parts.length) return [];
  const { extent, signsAt } = place;
  const x = { left: extent[0], inside: extent[1] - 3 * sizes.edge, right: extent[1] - event.room }[signsAt];
  const anchor = signsAt === "inside" ? "end" : "start";
  const made = node("text", { x, y: middle, dy: "0.35em", "font-size": sizes.font, "font-weight": 700, "text-anchor": anchor });
  made.append(...parts);
  return [made];
};

/** Return an event as it is drawn at a height, without its title.
 * @param {Event} event @param {Place} place @param {number} middle @param {View} view @param {Style} style */
export const mark = (event, place, middle, view, style) => {
  const body =
    event.shape === "point"
      ? point(event, place, middle, view, style)
      : [...glyph(event, place, middle, style), ...ends(event, place, middle, view, style)];
  return group([...bars(event, place, middle, view, style), ...body, ...signs(event, place, middle, style)]);
};
