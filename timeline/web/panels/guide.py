"""The help dialog."""

from dash import html
from dash.development.base_component import Component

from timeline.web.attributes import aria
from timeline.web.views.guide import guide


def layout() -> Component:
    """Give the dialog, closed."""
    return html.Dialog(
        guide(), id="help-dialog", className="dialog", **aria(labelledby="help-title")
    )
