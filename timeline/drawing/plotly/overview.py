"""The small histogram below the timeline, with the brush that shows and sets the window."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.chrome import ONE_LINE_FORMATS, base_layout, time_axis
from timeline.drawing.plotly.drawing import Drawing, Trace, drawing, figure_of
from timeline.drawing.scene.density import spread, stretches
from timeline.drawing.scene.view import padded, span_of
from timeline.drawing.theme import Theme
from timeline.model.event import Category, Event
from timeline.query.event_columns import EventColumns, Mask, Rows
from timeline.wording.dates import days_in_words

HEIGHT = 92
MARGIN = {"l": 10, "r": 18, "t": 4, "b": 24, "pad": 0}
BAR_WIDTH = 8.0  # pixels, about


def overview_figure(  # noqa: PLR0913 - as the drawing
    events: Sequence[Event],
    window: tuple[int, int] | None,
    theme: Theme,
    width: int = 1000,
    kept: Mask | None = None,
    *,
    span: tuple[int, int] | None = None,
) -> go.Figure:
    """Draw the overview as a figure; see `overview_drawing`."""
    return figure_of(overview_drawing(events, window, theme, width, kept, span=span))


def overview_drawing(  # noqa: PLR0913 - what is counted, and how it is drawn
    events: Sequence[Event],
    window: tuple[int, int] | None,
    theme: Theme,
    width: int = 1000,
    kept: Mask | None = None,
    *,
    span: tuple[int, int] | None = None,
) -> Drawing:
    """Draw how many events there are over a span, or all of it, by category, and the window.

    Only the events that are `kept` count.

    An event of uncertain date counts 1 in all, in equal shares for each day it may lie on, so
    that "some time in 2022" makes no peak in July. The brush is `layout.selections[0]`. Dragging
    anew reports `selectedData["range"]["x"]`; moving or pulling the brush reports relayout data
    `selections[0].x0` and `.x1`, or the list `selections`. Read either pair with `window_of`. The
    customdata of a bar is `days:FIRST:LAST`.
    """
    columns = EventColumns.over(events)
    dated = columns.dated if kept is None else columns.dated & kept
    span = span or padded(span_of(columns, dated) or (1, 1))
    axis = TimeAxis.for_window(span)
    pixels = max(width - MARGIN["l"] - MARGIN["r"], 1.0)
    bins = stretches(span, int(pixels / BAR_WIDTH))
    counts = _counted(columns, np.flatnonzero(dated), bins)
    top = max(map(sum, zip(*counts.values(), strict=True)), default=0.0) * 1.08 or 1.0
    bars = [_bars(c, counts[c], bins, axis, theme) for c in Category if any(counts.get(c, ()))]
    layout = base_layout(theme) | {
        "height": HEIGHT,
        "margin": MARGIN,
        "barmode": "stack",
        "bargap": 0,
        "dragmode": "select",
        "selectdirection": "h",
        "xaxis": _axis_of(span, pixels, axis, theme),
        "yaxis": {"range": [0, top], "fixedrange": True, "visible": False},
        "newselection": {"mode": "immediate", "line": {"width": 1, "color": theme.accent}},
        "selections": [_brush(window, span, top, axis, theme)] if window else [],
    }
    return drawing(bars, layout)


def _counted(
    events: EventColumns, rows: Rows, bins: Sequence[tuple[int, int]]
) -> dict[Category, list[float]]:
    facet = events.facet("category")
    group = facet.codes[rows]  # an event has exactly one category, so that pairs are rows
    counts = spread(events.first[rows], events.last[rows], bins, group, max(len(facet.values), 1))
    return {Category(v): line for v, line in zip(facet.values, counts.tolist(), strict=False)}


def _axis_of(span: tuple[int, int], pixels: float, axis: TimeAxis, theme: Theme) -> dict[str, Any]:
    fitted = time_axis(span, pixels, axis, theme) | {"fixedrange": True, "showgrid": False}
    return fitted | ({"tickformatstops": ONE_LINE_FORMATS} if axis.dates else {})


def _bars(
    category: Category,
    counts: Sequence[float],
    bins: Sequence[tuple[int, int]],
    axis: TimeAxis,
    theme: Theme,
) -> Trace:
    # What is empty draws nothing: most of a long history is.
    filled = [(stretch, count) for stretch, count in zip(bins, counts, strict=True) if count]
    return Trace(
        type="bar",
        name=category.value,
        x=[axis.at(first) for (first, _), _ in filled],
        y=[count for _, count in filled],
        width=[axis.length(first, last + 1) for (first, last), _ in filled],
        offset=0,
        customdata=[f"days:{first}:{last}" for (first, last), _ in filled],
        hovertext=[
            f"{days_in_words(first, last)}<br>{category.value}: {_about(count)}"
            for (first, last), count in filled
        ],
        hoverinfo="text",
        marker={"color": theme.colour(category), "line": {"width": 0.5, "color": theme.background}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.35}},
    )


def _brush(
    window: tuple[int, int], span: tuple[int, int], top: float, axis: TimeAxis, theme: Theme
) -> dict[str, object]:
    first = min(max(window[0], span[0]), span[1])
    last = max(min(window[1], span[1]), first)
    return {
        "type": "rect",
        "xref": "x",
        "yref": "y",
        "x0": axis.at(first),
        "x1": axis.at(last + 1),
        "y0": 0,
        "y1": top,
        "line": {"color": theme.accent, "width": 1.5, "dash": "solid"},
        "opacity": 0.9,
    }


def _about(count: float) -> str:
    if count == round(count):
        return f"{count:,.0f}"
    return f"about {count:,.1f}"
