"""The traces made of text: titles, and the signs of status and dispute."""

from collections.abc import Sequence

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.drawing import Trace
from timeline.drawing.scene.layers import coloured
from timeline.drawing.scene.mark import Label, LabelAnchor, MarkShape, SceneMark
from timeline.drawing.scene.plain import markup
from timeline.drawing.scene.scene import Scene
from timeline.drawing.scene.text_width import FONT_SIZE, text_width
from timeline.drawing.theme import FONT_FAMILY, Theme

SIGN_SIZE = 12
EDGE_ROOM = 16.0  # pixels: keeps clear of the wedge at the edge


def text_traces(scene: Scene, axis: TimeAxis, theme: Theme) -> list[Trace]:
    """Return titles and signs, each one trace."""
    traces = [_titles(scene, axis, theme), _signs(scene, axis, theme)]
    return [trace for trace in traces if trace is not None]


def _titles(scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    if not scene.labels:
        return None
    marks = {mark.event_id: mark for mark in scene.marks}
    return Trace(
        type="scatter",
        name="titles",
        mode="text",
        x=[axis.at(scene.view.place(_anchor_pixel(label))) for label in scene.labels],
        y=[scene.middle(label.lane, label.row) for label in scene.labels],
        text=[markup(label.text) for label in scene.labels],
        textposition=[_position(label) for label in scene.labels],
        textfont={
            "size": FONT_SIZE,
            "family": FONT_FAMILY,
            "color": [_ink(label, marks[label.event_id], theme) for label in scene.labels],
        },
        customdata=[label.event_id for label in scene.labels],
        hoverinfo="skip",
        showlegend=False,
    )


def _anchor_pixel(label: Label) -> float:
    return label.right if label.anchor is LabelAnchor.LEFT else label.left


def _position(label: Label) -> str:
    return "middle left" if label.anchor is LabelAnchor.LEFT else "middle right"


def _ink(label: Label, mark: SceneMark, theme: Theme) -> str:
    bounded = mark.x0 is not None and mark.x1 is not None
    on_colour = mark.shape is MarkShape.SOLID and mark.paint.solid and bounded
    if label.anchor is LabelAnchor.INSIDE and on_colour:
        return theme.ink(mark.category)
    return theme.text


def _signs(scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    marks: Sequence[SceneMark] = [mark for mark in scene.marks if mark.signs]
    if not marks:
        return None
    return Trace(
        type="scatter",
        name="signs",
        mode="text",
        x=[axis.at(scene.view.place(_sign_pixel(mark))) for mark in marks],
        y=[scene.middle(mark.lane, mark.row) for mark in marks],
        text=[_sign_text(mark, theme) for mark in marks],
        textposition=[
            "middle left" if m.signs_at is LabelAnchor.INSIDE else "middle right" for m in marks
        ],
        textfont={
            "size": SIGN_SIZE,
            "family": FONT_FAMILY,
            "color": [theme.colour(mark.category) for mark in marks],
        },
        customdata=[mark.event_id for mark in marks],
        hoverinfo="skip",
        showlegend=False,
    )


def _sign_pixel(mark: SceneMark) -> float:
    match mark.signs_at:
        case LabelAnchor.LEFT:
            return mark.extent[0]
        case LabelAnchor.INSIDE:
            return mark.extent[1] - EDGE_ROOM
        case LabelAnchor.RIGHT:
            return mark.extent[1] - text_width(mark.signs)


def _sign_text(mark: SceneMark, theme: Theme) -> str:
    """The signs in bold, the one for dispute in its own colour."""
    own = theme.colour(mark.category)
    parts = (
        sign if fill == own else f'<span style="color:{fill}">{sign}</span>'
        for sign, fill in coloured(mark, theme)
    )
    return f"<b>{''.join(parts)}</b>"
