"""What the drawing means: the categories that occur, and how dates and statuses are drawn."""

from collections.abc import Container

from dash import html
from dash.development.base_component import Component

from timeline.drawing.legend import samples
from timeline.model.event import Category
from timeline.query.facets import label
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.pieces import category_mark
from timeline.wording.strings import text


def legend(found: Container[str]) -> list[Component]:
    """Return the legend for the categories that are found."""
    hues = [
        html.Li([category_mark(c.value), label("category", c.value)])
        for c in Category
        if c.value in found
    ]
    styles = [
        html.Li(
            [html.Span(className=f"sample sample-{one.name}", **HIDDEN_FROM_READERS), one.words],
            title=one.meaning,
        )
        for one in samples()
    ]
    return [
        html.Ul(styles, **aria(label=text("chart.styles"))),
        html.Ul(hues, className="legend-hues", **aria(label=text("chart.categories"))),
    ]
