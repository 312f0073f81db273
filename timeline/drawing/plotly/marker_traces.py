"""The traces made of symbols: known days, the category's symbol in bars, arrows and hints."""

from collections.abc import Iterable, Sequence

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.drawing import Trace
from timeline.drawing.scene.drafting import POINT_SIZE
from timeline.drawing.scene.labels import HINT
from timeline.drawing.scene.layers import HINT_OPACITY, glyph_colour, is_crowded
from timeline.drawing.scene.mark import End, MarkShape, SceneMark
from timeline.drawing.scene.scene import Scene
from timeline.drawing.style import SHAPES, SYMBOLS, Look, PointPaint, paint_of
from timeline.drawing.theme import Theme

GLYPH_SIZE = 7.0
GLYPH_INSET = 10.0  # pixels from a bar's left end; in a flat one it stands in the middle
NARROW_BAR = 2 * GLYPH_INSET
RIM = 2.5
EDGE = 5.0  # pixels from the edge of the plot to a hint's middle
SUFFIX = {PointPaint.FILLED: "", PointPaint.DOTTED: "-open-dot", PointPaint.RING: "-open"}


def marker_traces(scene: Scene, axis: TimeAxis, theme: Theme) -> list[Trace]:
    """Return the traces of symbols that occur."""
    points = [mark for mark in scene.marks if mark.shape is MarkShape.POINT]
    barred = [m for m in scene.marks if m.shape is not MarkShape.POINT and not is_crowded(m)]
    traces = [
        *(
            _points([m for m in points if m.look is look], look, scene, axis, theme)
            for look in Look
        ),
        _glyphs(barred, scene, axis, theme),
        _hints(scene, axis, theme, left=True),
        _hints(scene, axis, theme, left=False),
        _arrows(scene, axis, theme),
    ]
    return [trace for trace in traces if trace is not None]


def _markers(
    scene: Scene,
    axis: TimeAxis,
    placed: Iterable[tuple[SceneMark, float]],
    name: str,
    marker: dict[str, object],
) -> Trace | None:
    """One trace of symbols at places in time; None without any."""
    items = list(placed)
    if not items:
        return None
    return Trace(
        type="scatter",
        name=name,
        mode="markers",
        x=[axis.at(place) for _, place in items],
        y=[scene.middle(mark.lane, mark.row) for mark, _ in items],
        customdata=[mark.event_id for mark, _ in items],
        hoverinfo="skip",
        showlegend=False,
        marker=marker,
    )


def _points(
    marks: Sequence[SceneMark], look: Look, scene: Scene, axis: TimeAxis, theme: Theme
) -> Trace | None:
    symbols = [SYMBOLS[mark.category] for mark in marks]
    colours = [theme.colour(mark.category) for mark in marks]
    point = paint_of(look).point
    filled = point is PointPaint.FILLED
    marker: dict[str, object] = {
        "symbol": [symbol + SUFFIX[point] for symbol in symbols],
        "size": [POINT_SIZE * SHAPES[mark.category].scale for mark in marks],
        "color": colours,
        "opacity": 1,
        "line": {"width": 1 if filled else 2, "color": theme.background if filled else colours},
    }
    placed = ((mark, mark.centre) for mark in marks)
    return _markers(scene, axis, placed, f"points-{look.value}", marker)


def _glyphs(marks: Sequence[SceneMark], scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    marker: dict[str, object] = {
        "symbol": [SYMBOLS[mark.category] for mark in marks],
        "size": [_glyph_size(mark) for mark in marks],
        "color": [glyph_colour(mark, theme) for mark in marks],
        "opacity": 1,
        # A rim keeps the symbol clear of hatching.
        "line": {"width": [RIM if _rimmed(m) else 0 for m in marks], "color": theme.background},
    }
    placed = ((mark, scene.view.place(_glyph_pixel(mark))) for mark in marks)
    return _markers(scene, axis, placed, "categories", marker)


def _glyph_size(mark: SceneMark) -> float:
    size = GLYPH_SIZE * SHAPES[mark.category].scale
    return size + 2 * RIM if _rimmed(mark) else size


def _rimmed(mark: SceneMark) -> bool:
    return mark.paint.hatch is not None


def _glyph_pixel(mark: SceneMark) -> float:
    left, right = mark.body
    if right - left < NARROW_BAR or mark.flat:
        return (left + right) / 2
    if mark.x0 is None:
        return right - GLYPH_INSET
    return left + GLYPH_INSET + (HINT if mark.cut_left else 0.0)


def _hints(scene: Scene, axis: TimeAxis, theme: Theme, *, left: bool) -> Trace | None:
    """Small wedges at the edge for what goes on beyond it to a stated end."""
    marks = [m for m in scene.marks if _goes_on(m, left=left)]
    pixel = scene.view.left + EDGE if left else scene.view.right - EDGE
    marker: dict[str, object] = {
        "symbol": "triangle-left" if left else "triangle-right",
        "size": 7,
        "color": theme.text,
        "opacity": HINT_OPACITY,
        "line": {"width": 0},
    }
    placed = ((mark, scene.view.place(pixel)) for mark in marks)
    return _markers(scene, axis, placed, "before" if left else "after", marker)


def _goes_on(mark: SceneMark, *, left: bool) -> bool:
    if mark.shape is MarkShape.POINT:
        return False
    return mark.cut_left and mark.x0 is not None if left else mark.cut_right and mark.x1 is not None


def _arrows(scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    """Arrowheads at ends that are stated to be open."""
    view = scene.view
    placed = [
        (mark, at, symbol)
        for mark in scene.marks
        for end, at, symbol in (
            (mark.starts, view.left + EDGE + 1, "triangle-left"),
            (mark.ends, view.right - EDGE - 1, "triangle-right"),
        )
        if end is End.ARROW
    ]
    marker: dict[str, object] = {
        "symbol": [symbol for _, _, symbol in placed],
        "size": 11,
        "color": [theme.colour(mark.category) for mark, _, _ in placed],
        "opacity": 1,
        "line": {"width": 0},
    }
    return _markers(scene, axis, ((m, view.place(at)) for m, at, _ in placed), "open", marker)
