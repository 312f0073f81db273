"""The button of the menu of exports."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.pieces import icon
from timeline.wording.strings import text


def layout() -> Component:
    """Return the button with its menu, which is empty until the chart stands."""
    head = html.Summary(
        [icon("export"), html.Span(text("exports.export"), className="button-words")],
        className="button quiet",
    )
    menu = html.Div(id=ids.EXPORT_MENU, className="menu")
    return html.Details([Still(head), menu], className="has-menu")
