"""A scene as a plotly figure: few traces, grouped by style."""

from typing import Any

import plotly.graph_objects as go

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.bar_traces import bar_traces, density_trace, ring_trace, target_trace
from timeline.drawing.plotly.chrome import (
    base_layout,
    fold_bands,
    fold_names,
    lane_bands,
    lane_names,
    time_axis,
)
from timeline.drawing.plotly.drawing import Drawing, drawing, figure_of
from timeline.drawing.plotly.marker_traces import marker_traces
from timeline.drawing.plotly.pin_traces import pin_heads, pin_shapes
from timeline.drawing.plotly.text_traces import text_traces
from timeline.drawing.scene.scene import AXIS_HEIGHT, TOP, Scene
from timeline.drawing.theme import Theme


def timeline_figure(scene: Scene, theme: Theme) -> go.Figure:
    """Draw a scene as a figure; see `timeline_drawing`."""
    return figure_of(timeline_drawing(scene, theme))


def timeline_drawing(scene: Scene, theme: Theme) -> Drawing:
    """Draw a scene; the picture is `scene.height` pixels high and made for `scene.width`.

    Vertical positions are pixels below the top of the plot. Every mark carries its event's id as
    customdata; so do the invisible targets, which alone answer to hover and click and cover a
    mark with its label. A density cell's customdata is `days:FIRST:LAST` (see `picked`). Moving
    the view reports `xaxis.range[0]` and `[1]` as relayout data: read them with `window_of`.
    """
    axis = TimeAxis.for_window(scene.window, scene.view.fold)
    traces = [
        density_trace(scene, axis, theme),
        *bar_traces(scene, axis, theme),
        ring_trace(scene, axis, theme),
        target_trace(scene, axis),
        *marker_traces(scene, axis, theme),
        *text_traces(scene, axis, theme),
        pin_heads(scene, axis, theme),
    ]
    return drawing(traces, _layout(scene, axis, theme))


def _layout(scene: Scene, axis: TimeAxis, theme: Theme) -> dict[str, Any]:
    left, right = scene.view.left, scene.view.right
    return base_layout(theme) | {
        "height": scene.height,
        "margin": {
            "l": round(left),
            "r": round(scene.width - right),
            "t": TOP,
            "b": AXIS_HEIGHT,
            "pad": 0,
        },
        "dragmode": "pan",
        "barmode": "overlay",
        "shapes": [
            *lane_bands(scene, theme),
            *fold_bands(axis, theme),
            *pin_shapes(scene, axis, theme),
        ],
        "annotations": [*lane_names(scene, theme), *fold_names(axis, theme)],
        "xaxis": time_axis(scene.window, right - left, axis, theme),
        "yaxis": {"range": [scene.plot, 0], "fixedrange": True, "visible": False},
    }


def picked(customdata: object) -> str | tuple[int, int] | None:
    """Return what a click hit: an event's id, a density cell's first and last day, or nothing."""
    value = customdata[0] if isinstance(customdata, (list, tuple)) and customdata else customdata
    if not isinstance(value, str) or not value:
        return None
    kind, _, days = value.partition(":")
    first, _, last = days.partition(":")
    if kind == "days" and all(d.removeprefix("-").isdecimal() for d in (first, last)):
        return int(first), int(last)
    return value
