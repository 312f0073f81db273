"""The view as one SVG picture: lanes, axis, marks and a legend, drawn from the scene.

The scene is the one that the page draws; nothing here needs a browser. The picture says what a
still view cannot show: how many events have no date, and what each style means.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.drawing.legend import LegendItem, category_legend, legend
from timeline.drawing.options import DrawingOptions
from timeline.drawing.scene.scene import AXIS_HEIGHT, NAME_SIZE, TOP, Scene, Wish, compose
from timeline.drawing.scene.text_width import shortened, text_width
from timeline.drawing.scene.ticks import year_ticks
from timeline.drawing.svg.elements import SVG_NAMESPACE, element, group, said, text
from timeline.drawing.svg.marks import marks, patterns
from timeline.drawing.theme import DARK, FONT_FAMILY, LIGHT, Theme
from timeline.model.timeline import Timeline

# Labels are placed by widths that hold for the first two; the others stand in where they lack.
FONTS = "Inter, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"
SMALL = 11
LEGEND_ROW = 22.0
LEGEND_GAP = 18.0
ICON = 46.0
MARGIN = 12.0
FAR = 10**8  # days: a side of a window beyond this is no side of a view


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG and its size in pixels."""

    svg: str
    width: int
    height: int


def picture(timeline: Timeline, drawing: DrawingOptions) -> Picture:
    """Draw the timeline's events; raise ValueError on lanes that there are not."""
    theme = DARK if drawing.dark else LIGHT
    titles = {d.article.document: d.article.title for d in timeline.documents if d.article.title}
    wish = Wish(
        lanes=drawing.lanes, window=_window(timeline, drawing), width=drawing.width, titles=titles
    )
    scene = compose(timeline.events, wish)
    items = list(_placed(_legend(scene, theme), scene.width))
    footer = max((y for _, _, y in items), default=0.0) + LEGEND_ROW
    height = round(scene.height + LEGEND_ROW + footer + MARGIN)
    inner = "".join((*_frame(scene, theme), _plot(scene, theme), *_footer(scene, items, theme)))
    svg = element(
        "svg",
        element("title", "Timeline")
        + element("desc", said(scene.statement))
        + element("defs", patterns(theme) + _clip(scene))
        + element("rect", width=scene.width, height=height, fill=theme.background)
        + inner,
        xmlns=SVG_NAMESPACE,
        width=scene.width,
        height=height,
        viewBox=f"0 0 {scene.width} {height}",
        font_family=FONTS,
    )
    return Picture(svg, scene.width, height)


def _window(timeline: Timeline, drawing: DrawingOptions) -> tuple[int, int] | None:
    """Return the window, a side that is none taken from the events."""
    if drawing.window is None:
        return None
    whole = compose(timeline.events, Wish(width=drawing.width)).window
    first, last = (
        own if abs(asked) > FAR else asked for asked, own in zip(drawing.window, whole, strict=True)
    )
    return first, max(first, last)


def _clip(scene: Scene) -> str:
    left, right = scene.view.left, scene.view.right
    area = element("rect", x=left, y=-TOP, width=right - left, height=scene.plot + 2 * TOP)
    return element("clipPath", area, id="plot")


def _frame(scene: Scene, theme: Theme) -> Iterator[str]:
    left, right, bottom = scene.view.left, scene.view.right, TOP + scene.plot
    for index, lane in enumerate(scene.lanes):
        if index % 2 == 0:
            yield element(
                "rect",
                x=left,
                y=TOP + lane.top,
                width=right - left,
                height=lane.height,
                fill=theme.band,
            )
    for tick in year_ticks(scene.window, right - left):
        at = scene.view.pixel(tick.day)
        if left <= at <= right:
            yield element("path", d=f"M{at:.1f} {TOP}V{bottom + 5:.1f}", stroke=theme.grid)
            for line, said_there in enumerate(filter(None, (tick.text, tick.below))):
                yield text(
                    said_there,
                    at,
                    bottom + 14 + 14 * line,
                    fill=theme.muted,
                    font_size=SMALL,
                    text_anchor="middle",
                )
    yield element("path", d=f"M{left:.1f} {bottom:.1f}H{right:.1f}", stroke=theme.grid)
    for index in range(len(scene.lanes)):
        yield from _lane_name(scene, index, theme)


def _lane_name(scene: Scene, index: int, theme: Theme) -> Iterator[str]:
    lane = scene.lanes[index]
    colour = theme.colour(lane.category) if lane.category else theme.text
    name = {"fill": colour, "font_size": NAME_SIZE, "font_weight": 700}
    count = {"fill": theme.muted, "font_size": SMALL}
    if scene.names_above:
        room = scene.view.right - 60
        shown = shortened(lane.name, room / 1.06, NAME_SIZE)
        y = TOP + lane.top + 11
        yield text(shown, 8, y, **name)
        yield text(f"{lane.total:,}", 16 + text_width(shown, NAME_SIZE) * 1.06, y, **count)
        return
    shown = shortened(lane.name, (scene.view.left - 24) / 1.06, NAME_SIZE)
    x, y = scene.view.left - 12, TOP + lane.top + lane.height / 2
    yield text(shown, x, y - 7, text_anchor="end", **name)
    yield text(f"{lane.total:,}", x, y + 8, text_anchor="end", **count)


def _plot(scene: Scene, theme: Theme) -> str:
    return group(
        [group(marks(scene, theme), clip_path="url(#plot)")], transform=f"translate(0 {TOP})"
    )


def _legend(scene: Scene, theme: Theme) -> list[LegendItem]:
    """Explain what can be seen: every way to draw time, and the categories that occur."""
    occurring = {mark.category.value for mark in scene.marks}
    categories = [item for item in category_legend(theme) if item.key in occurring]
    if scene.scheme is not None and scene.scheme.key == "category":
        categories = []  # the lanes name them
    return [*legend(theme), *categories]


def _placed(items: list[LegendItem], width: int) -> Iterator[tuple[LegendItem, float, float]]:
    x, y = MARGIN, 0.0
    for item in items:
        room = ICON + 6 + text_width(item.title, SMALL) * 1.06 + LEGEND_GAP
        if x > MARGIN and x + room > width - MARGIN:
            x, y = MARGIN, y + LEGEND_ROW
        yield item, x, y
        x += room


def _footer(
    scene: Scene, items: list[tuple[LegendItem, float, float]], theme: Theme
) -> Iterator[str]:
    top = TOP + scene.plot + AXIS_HEIGHT
    yield text(scene.statement, MARGIN, top + LEGEND_ROW / 2, fill=theme.muted, font_size=SMALL)
    for item, x, y in items:
        middle = top + LEGEND_ROW * 1.5 + y
        icon = item.svg.replace(f' font-family="{FONT_FAMILY}"', "")  # as all around it
        yield icon.replace("<svg ", f'<svg x="{x:.1f}" y="{middle - 9:.1f}" ', 1)
        yield text(item.title, x + ICON + 6, middle, fill=theme.text, font_size=SMALL)
