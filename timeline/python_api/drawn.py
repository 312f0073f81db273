"""The chart of a result, as the page draws it."""

import plotly.graph_objects as go

from timeline.drawing.plotly.timeline_figure import timeline_figure
from timeline.drawing.scene.scene import Wish, compose
from timeline.drawing.theme import DARK, LIGHT
from timeline.model.timeline import Timeline


def figure_of(timeline: Timeline, *, dark: bool, lanes: str, width: int) -> go.Figure:
    """Return the figure of all dated events; raise ValueError on lanes that there are not."""
    titles = {d.article.document: d.article.title or "" for d in timeline.documents}
    wish = Wish(lanes=lanes, width=width, titles={k: v for k, v in titles.items() if v})
    scene = compose(timeline.events, wish)
    figure = timeline_figure(scene, DARK if dark else LIGHT)
    figure.update_layout(height=scene.height, width=None)
    return figure
