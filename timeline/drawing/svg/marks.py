"""The marks of a scene as SVG: bars, symbols, titles, signs and density, as on the screen."""

from collections.abc import Iterator

from timeline.drawing.legend import hatching
from timeline.drawing.scene.drafting import POINT_SIZE
from timeline.drawing.scene.labels import HINT
from timeline.drawing.scene.layers import (
    BAR_HEIGHT,
    HINT_OPACITY,
    BarStretch,
    coloured,
    glyph_colour,
    is_crowded,
    stretches_of,
)
from timeline.drawing.scene.mark import End, Label, LabelAnchor, MarkShape, SceneMark
from timeline.drawing.scene.scene import LANE_PADDING, Scene
from timeline.drawing.scene.text_width import FONT_SIZE, text_width
from timeline.drawing.style import OUTLINES, SYMBOLS, Look, PointPaint, paint_of
from timeline.drawing.svg.elements import element, group, said, text
from timeline.drawing.theme import Theme, blended
from timeline.model.event import Category

RADIUS = 4
OUTLINE_SIZE = 12.0  # of the symbols' outlines, in their own units
GLYPH_SIZE = 7.0
GLYPH_INSET = 10.0
EDGE = 5.0
LEAST_CELL = 2.0


def marks(scene: Scene, theme: Theme) -> Iterator[str]:
    """Yield each mark as a group that tells its event on hover, then density."""
    labels = {label.event_id: label for label in scene.labels}
    for mark in scene.marks:
        told = element("title", "\n".join(map(said, mark.told)))
        label = labels.get(mark.event_id)
        drawn = [told, *_body(mark, scene, theme), *_signs(mark, scene, theme)]
        yield group(drawn if label is None else [*drawn, _title(label, mark, scene, theme)])
    yield from _density(scene, theme)


def patterns(theme: Theme) -> str:
    """Return the patterns of the looks that are hatched, one a category."""
    return "".join(
        element(
            "pattern",
            hatching(hatch, theme.colour(category)),
            id=f"{look.value}-{category.value}",
            width=hatch.gap,
            height=hatch.gap,
            patternUnits="userSpaceOnUse",
            patternTransform=f"rotate({hatch.angle})",
        )
        for look in Look
        if (hatch := paint_of(look).hatch) is not None
        for category in Category
    )


def symbol(category: Category, x: float, y: float, size: float, **paint: object) -> str:
    """Draw a category's symbol around a place."""
    scale = size / OUTLINE_SIZE
    place = f"translate({x:.1f} {y:.1f}) scale({scale:.2f})"
    return element("path", None, d=OUTLINES[SYMBOLS[category]], transform=place, **paint)


def _body(mark: SceneMark, scene: Scene, theme: Theme) -> Iterator[str]:
    middle = scene.middle(mark.lane, mark.row)
    for stretch in stretches_of(mark, scene.view):
        yield _bar(stretch, middle, scene, theme)
    if mark.shape is MarkShape.POINT:
        yield from _point(mark, middle, scene, theme)
        return
    if not is_crowded(mark):
        fill = glyph_colour(mark, theme)
        yield symbol(mark.category, _glyph_at(mark), middle, GLYPH_SIZE, fill=fill)
    yield from _ends(mark, middle, scene, theme)


def _bar(stretch: BarStretch, middle: float, scene: Scene, theme: Theme) -> str:
    begin, end = scene.view.pixel(stretch.begin), scene.view.pixel(stretch.end)
    return element(
        "rect",
        None,
        x=begin,
        y=middle - BAR_HEIGHT / 2,
        width=end - begin,
        height=BAR_HEIGHT,
        rx=RADIUS,
        **_paint(stretch, theme),
    )


def _paint(stretch: BarStretch, theme: Theme) -> dict[str, object]:
    mark = stretch.mark
    colour, paint = theme.colour(mark.category), mark.paint
    if stretch.style == "backing":
        return {"fill": theme.background}
    if paint.solid or stretch.style != mark.look.value:
        return {"fill": colour, "fill_opacity": f"{theme.shades[stretch.shade]:g}"}
    fill = (
        f"url(#{mark.look.value}-{mark.category.value})"
        if paint.hatch
        else blended(colour, theme.background, paint.tint or 0.0)
    )
    return {"fill": fill, "stroke": colour, "stroke_width": paint.outline}


def _point(mark: SceneMark, middle: float, scene: Scene, theme: Theme) -> Iterator[str]:
    at, colour = scene.view.pixel(mark.centre), theme.colour(mark.category)
    if mark.paint.point is PointPaint.FILLED:
        yield symbol(mark.category, at, middle, POINT_SIZE, fill=colour, stroke=theme.background)
        return
    yield symbol(
        mark.category,
        at,
        middle,
        POINT_SIZE - 1,
        fill=theme.background,
        stroke=colour,
        stroke_width=2,
    )
    if mark.paint.point is PointPaint.DOTTED:
        yield element("circle", cx=at, cy=middle, r=1.8, fill=colour)


def _glyph_at(mark: SceneMark) -> float:
    left, right = mark.body
    if right - left < 2 * GLYPH_INSET or mark.flat:
        return (left + right) / 2
    if mark.x0 is None:
        return right - GLYPH_INSET
    return left + GLYPH_INSET + (HINT if mark.cut_left else 0.0)


def _ends(mark: SceneMark, middle: float, scene: Scene, theme: Theme) -> Iterator[str]:
    """Arrowheads at open ends, small wedges where a mark goes on beyond the view."""
    colour = theme.colour(mark.category)
    sides = (
        (mark.starts, mark.cut_left and mark.x0 is not None, scene.view.left + EDGE, -1),
        (mark.ends, mark.cut_right and mark.x1 is not None, scene.view.right - EDGE, 1),
    )
    for end, goes_on, at, way in sides:
        if end is End.ARROW:
            yield _wedge(at, middle, way * 5.5, colour)
        elif goes_on:
            yield _wedge(at, middle, way * 3.5, theme.text, f"{HINT_OPACITY:g}")


def _wedge(at: float, middle: float, reach: float, colour: str, opacity: str = "1") -> str:
    size = abs(reach)
    outline = f"M{at - reach:.1f} {middle - size:.1f} {at + reach:.1f} {middle:.1f}"
    d = f"{outline} {at - reach:.1f} {middle + size:.1f}Z"
    return element("path", d=d, fill=colour, fill_opacity=opacity)


def _signs(mark: SceneMark, scene: Scene, theme: Theme) -> Iterator[str]:
    if not mark.signs:
        return
    x, anchor = mark.extent[1] - text_width(mark.signs), "start"
    if mark.signs_at is LabelAnchor.LEFT:
        x = mark.extent[0]
    elif mark.signs_at is LabelAnchor.INSIDE:
        x, anchor = mark.extent[1] - 3 * EDGE, "end"
    yield element(
        "text",
        "".join(element("tspan", said(sign), fill=fill) for sign, fill in coloured(mark, theme)),
        x=x,
        y=scene.middle(mark.lane, mark.row),
        dy="0.35em",
        font_size=FONT_SIZE,
        font_weight=700,
        text_anchor=anchor,
    )


def _title(label: Label, mark: SceneMark, scene: Scene, theme: Theme) -> str:
    bounded = mark.x0 is not None and mark.x1 is not None
    strong = mark.shape is MarkShape.SOLID and mark.paint.solid and bounded
    on_colour = label.anchor is LabelAnchor.INSIDE and strong
    left = label.anchor is LabelAnchor.LEFT
    return text(
        label.text,
        label.right if left else label.left,
        scene.middle(label.lane, label.row),
        fill=theme.ink(mark.category) if on_colour else theme.text,
        font_size=FONT_SIZE,
        text_anchor="end" if left else "start",
    )


def _density(scene: Scene, theme: Theme) -> Iterator[str]:
    most = max((cell.count for cell in scene.cells), default=1.0)
    for cell in scene.cells:
        lane = scene.lanes[cell.lane]
        floor = lane.top + lane.height - LANE_PADDING
        height = max(lane.cells_height * (cell.count / most) ** 0.5, LEAST_CELL)
        begin, end = scene.view.pixel(cell.first), scene.view.pixel(cell.last + 1)
        yield element(
            "rect",
            x=begin,
            y=floor - height,
            width=max(end - begin, 0.5),
            height=height,
            fill=theme.colour(lane.category) if lane.category else theme.accent,
        )
