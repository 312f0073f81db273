"""The column of the facets, and the row of the chips."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.components import Still
from timeline.web.page.pieces import action, icon
from timeline.wording.strings import text


def layout() -> Component:
    """Return the column of the facets."""
    return html.Aside(
        [
            html.H2(text("filters.heading"), className="visually-hidden"),
            Still(_close()),
            html.Div(id=ids.FACETS),
        ],
        className="panel filters",
        **aria(label=text("filters.heading")),
    )


def _close() -> Component:
    """Return what closes the sheet that the facets are on a phone."""
    words = [html.Span(text("filters.heading")), icon("close")]
    label = text("filters.close")
    return action("filters", words, className="button only-narrow filters-close", aria_label=label)


def chips_layout() -> Component:
    """Return the row of the chips."""
    return html.Div(id=ids.CHIPS, className="chips", role="group", **aria(label=text("filters.on")))
