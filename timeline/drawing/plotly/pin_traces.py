"""The days that matter: lines through the lanes, and dots with their labels."""

from typing import Any

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.drawing import Trace
from timeline.drawing.plotly.hover import hover_text
from timeline.drawing.scene.mark import LabelAnchor
from timeline.drawing.scene.pins import DOT, ROW_HEIGHT, DayPin
from timeline.drawing.scene.plain import markup
from timeline.drawing.scene.scene import Scene
from timeline.drawing.scene.text_width import FONT_SIZE
from timeline.drawing.theme import FONT_FAMILY, Theme
from timeline.wording.dates import day_in_words

DOT_SIZE = 8
HALF = ROW_HEIGHT / 2 - 1


def pin_shapes(scene: Scene, axis: TimeAxis, theme: Theme) -> list[dict[str, Any]]:
    """Return the lines from each dot down through the lanes, and what hides them behind labels."""
    lines = [
        _shape("line", (axis.at(pin.place),) * 2, (pin.top, scene.plot))
        | {"line": {"width": 1, "dash": "dot", "color": theme.muted}}
        for pin in scene.pins
    ]
    grounds = [
        _shape("rect", _letters(pin, scene, axis), (pin.top - HALF, pin.top + HALF))
        | {"fillcolor": theme.background, "line": {"width": 0}}
        for pin in scene.pins
        if pin.text
    ]
    return [*lines, *grounds]


def _shape(kind: str, x: tuple[object, object], y: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": kind,
        "xref": "x",
        "yref": "y",
        "x0": x[0],
        "x1": x[1],
        "y0": y[0],
        "y1": y[1],
        "layer": "below",
    }


def _letters(pin: DayPin, scene: Scene, axis: TimeAxis) -> tuple[object, object]:
    """Return between which places the text stands."""
    right_of = pin.anchor is LabelAnchor.RIGHT
    left = pin.at + DOT if right_of else pin.left
    right = pin.right if right_of else pin.at - DOT
    return axis.at(scene.view.place(left)), axis.at(scene.view.place(right))


def pin_heads(scene: Scene, axis: TimeAxis, theme: Theme) -> Trace | None:
    """Return the dots with their labels; they answer to hover and click."""
    pins = scene.pins
    if not pins:
        return None
    return Trace(
        type="scatter",
        name="day-names",
        mode="markers+text",
        x=[axis.at(pin.place) for pin in pins],
        y=[pin.top for pin in pins],
        text=[f"<b>{markup(pin.text)}</b>" if pin.text else "" for pin in pins],
        textposition=[
            "middle left" if pin.anchor is LabelAnchor.LEFT else "middle right" for pin in pins
        ],
        textfont={"size": FONT_SIZE, "family": FONT_FAMILY, "color": theme.text},
        customdata=[pin.event_id for pin in pins],
        hovertext=[hover_text((pin.title, day_in_words(pin.day))) for pin in pins],
        hoverinfo="text",
        showlegend=False,
        marker={
            "symbol": "circle",
            "size": DOT_SIZE,
            "color": theme.accent,
            "opacity": 1,
            "line": {"width": 1, "color": theme.background},
        },
    )
