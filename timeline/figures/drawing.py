"""From traces and a layout, both plain dictionaries, to a plotly figure."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

Trace = dict[str, Any]


def drawn(traces: Sequence[Trace | None], layout: dict[str, Any]) -> go.Figure:
    """Give the figure of those traces that are any.

    Plotly would check each value again on every call, which takes most of the time of drawing;
    the tests have it check figures of every kind instead (`go.Figure(figure.to_dict())`).
    """
    present = [trace for trace in traces if trace is not None]
    return go.Figure(data=present, layout=layout, _validate=False)
