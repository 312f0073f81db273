"""The dialog with all that a collection tells of one name."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.attributes import aria


def layout() -> Component:
    """Return the dialog, closed; the scripts open it where the address names a name."""
    return html.Dialog(
        html.Div(
            [html.Div(id=ids.NAME_BODY), html.Div(id=ids.NAME_OFFERS)], className="name-scroll"
        ),
        id="name-dialog",
        className="dialog dialog-name",
        **aria(labelledby="name-title"),
    )
