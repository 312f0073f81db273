"""The column of the facets, and the row of the chips."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.wording.strings import text


def layout() -> Component:
    """Return the column of the facets."""
    return html.Aside(
        [html.H2(text("filters.heading"), className="visually-hidden"), html.Div(id=ids.FACETS)],
        className="panel filters",
        **aria(label=text("filters.heading")),
    )


def chips_layout() -> Component:
    """Return the row of the chips."""
    return html.Div(id=ids.CHIPS, className="chips", role="group", **aria(label=text("filters.on")))
