"""From traces and a layout, both plain dictionaries, to what plotly draws."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

Trace = dict[str, Any]
Drawing = dict[str, Any]


def drawing(traces: Sequence[Trace | None], layout: dict[str, Any]) -> Drawing:
    """Put together the traces that are any, and the layout, as the browser takes them."""
    return {"data": [trace for trace in traces if trace is not None], "layout": layout}


def figure_of(drawn: Drawing) -> go.Figure:
    """Return a drawing as a figure.

    The page sends the drawing itself: a figure copies every value on its way in and out and checks
    it, which would take half of the time of a redraw. The tests have plotly check figures of every
    kind instead (`go.Figure(figure.to_dict())`).
    """
    return go.Figure(drawn, _validate=False)
