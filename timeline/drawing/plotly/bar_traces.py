"""The traces made of bars: one for each style, one for density, the selection and the targets."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.drawing import Trace
from timeline.drawing.plotly.hover import hover_text
from timeline.drawing.scene.layers import BAR_HEIGHT, BarStretch, stretches_of
from timeline.drawing.scene.mark import Cell
from timeline.drawing.scene.plain import markup
from timeline.drawing.scene.scene import LANE_PADDING, Scene
from timeline.drawing.style import Look, Paint, paint_of
from timeline.drawing.theme import Theme, blended, rgba
from timeline.wording.dates import days_in_words

STYLES = (
    "fade-1",
    "fade-0.5",
    "backing",
    "soft-0",
    "soft-1",
    "soft-2",
    "soft",
    "solid",
    *(look.value for look in Look if not paint_of(look).solid),
)
RADIUS = 4
TARGET_PIECE = 150.0  # pixels: the hover text stands at the end of the piece that is pointed at
TARGET_ROOM = 3.0
RING_ROOM = 3.0
LEAST_CELL = 2.0


def bars(axis: TimeAxis, spans: Sequence[tuple[float, float]], **rest: Any) -> Trace:  # noqa: ANN401 - plotly's arguments
    """Return horizontal bars between places in time."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": [axis.at(begin) for begin, _ in spans],
        "x": [axis.length(begin, end) for begin, end in spans],
        "showlegend": False,
        **rest,
    }


def bar_traces(scene: Scene, axis: TimeAxis, theme: Theme) -> list[Trace]:
    """Return one trace for each style of bar that occurs, palest first."""
    by_style: defaultdict[str, list[BarStretch]] = defaultdict(list)
    for mark in scene.marks:
        for stretch in stretches_of(mark, scene.view):
            by_style[stretch.style].append(stretch)
    return [
        bars(
            axis,
            [(s.begin, s.end) for s in group],
            name=style,
            y=[scene.middle(s.mark.lane, s.mark.row) for s in group],
            width=[BAR_HEIGHT] * len(group),
            customdata=[s.mark.event_id for s in group],
            hoverinfo="skip",
            marker=_fill(style, group, theme),
        )
        for style in STYLES
        if (group := by_style[style])
    ]


def _fill(style: str, group: Sequence[BarStretch], theme: Theme) -> dict[str, Any]:
    colours = [theme.colour(s.mark.category) for s in group]
    paint: dict[str, Any] = {"cornerradius": RADIUS, "line": {"width": 0}}
    if style == "backing":
        return paint | {"color": theme.background}
    look = group[0].mark.paint
    if style == group[0].mark.look.value and not look.solid:
        return paint | _look_fill(look, colours, theme)
    shades = [rgba(c, theme.shades[s.shade]) for c, s in zip(colours, group, strict=True)]
    return paint | {"color": shades}


def _look_fill(paint: Paint, colours: list[str], theme: Theme) -> dict[str, Any]:
    line = {"width": paint.outline, "color": colours}
    if paint.hatch is None:
        return {
            "color": [blended(c, theme.background, paint.tint or 0.0) for c in colours],
            "line": line,
        }
    # In plotly's "replace" mode the hatching takes the bar's colour, the ground stays clear.
    hatch = {
        "shape": paint.hatch.lean,
        "size": paint.hatch.gap,
        "solidity": round(paint.hatch.share, 2),
        "fillmode": "replace",
        "fgopacity": 1,
    }
    return {"color": colours, "pattern": hatch, "line": line}


def density_trace(scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    """Return the cells of lanes that are too full for marks: the higher, the more (square root)."""
    if not scene.cells:
        return None
    most = max(cell.count for cell in scene.cells)
    heights = [
        max(scene.lanes[cell.lane].cells_height * (cell.count / most) ** 0.5, LEAST_CELL)
        for cell in scene.cells
    ]
    return bars(
        axis,
        [(cell.first, cell.last + 1) for cell in scene.cells],
        name="density",
        y=[_floor(scene, c) - h / 2 for c, h in zip(scene.cells, heights, strict=True)],
        width=heights,
        customdata=[f"days:{cell.first}:{cell.last}" for cell in scene.cells],
        hovertext=[_cell_text(scene, cell) for cell in scene.cells],
        hoverinfo="text",
        marker={
            "color": [_lane_colour(scene, cell, theme) for cell in scene.cells],
            "line": {"width": 0.5, "color": theme.background},
        },
    )


def _floor(scene: Scene, cell: Cell) -> float:
    lane = scene.lanes[cell.lane]
    return lane.top + lane.height - LANE_PADDING


def _lane_colour(scene: Scene, cell: Cell, theme: Theme) -> str:
    category = scene.lanes[cell.lane].category
    return theme.colour(category) if category else theme.accent


def _cell_text(scene: Scene, cell: Cell) -> str:
    about = f"{cell.count:,.0f}" if cell.count >= 1 else "fewer than 1"
    when = days_in_words(cell.first, cell.last)
    return f"<b>{markup(scene.lanes[cell.lane].name)}</b><br>{when}: about {about}"


def ring_trace(scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    """Return the frame around the selected event."""
    chosen = [mark for mark in scene.marks if mark.selected]
    if not chosen:
        return None
    place = scene.view.place
    return bars(
        axis,
        [(place(m.extent[0] - RING_ROOM), place(m.extent[1] + RING_ROOM)) for m in chosen],
        name="selected",
        y=[scene.middle(m.lane, m.row) for m in chosen],
        width=[scene.row_height - 2.0] * len(chosen),
        customdata=[m.event_id for m in chosen],
        hoverinfo="skip",
        marker={
            "color": rgba(theme.accent, 0.10),
            "cornerradius": 6,
            "line": {"width": 2, "color": theme.accent},
        },
    )


def target_trace(scene: Scene, axis: TimeAxis) -> Trace | None:
    """Return what answers to the pointer: unseen bars over each mark and its label."""
    if not scene.marks:
        return None
    labels = {label.event_id: label for label in scene.labels}
    pieces: list[tuple[int, float, float]] = []
    for index, mark in enumerate(scene.marks):
        label = labels.get(mark.event_id)
        left = min(mark.extent[0], label.left) if label else mark.extent[0]
        right = max(mark.extent[1], label.right) if label else mark.extent[1]
        pieces.extend((index, *piece) for piece in _pieces(left - TARGET_ROOM, right + TARGET_ROOM))
    marks = [scene.marks[index] for index, _, _ in pieces]
    return bars(
        axis,
        [(scene.view.place(a), scene.view.place(b)) for _, a, b in pieces],
        name="targets",
        y=[scene.middle(m.lane, m.row) for m in marks],
        width=[float(scene.row_height)] * len(marks),
        customdata=[m.event_id for m in marks],
        hovertext=[hover_text(m.told) for m in marks],
        hoverinfo="text",
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
    )


def _pieces(left: float, right: float) -> list[tuple[float, float]]:
    count = max(1, round((right - left) / TARGET_PIECE))
    size = (right - left) / count
    return [(left + i * size, left + (i + 1) * size) for i in range(count)]
