"""When the menu of exports is filled."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.features.exports.view import export_menu
from timeline.web.page import ids
from timeline.web.page.components import Still


def register(app: Dash) -> None:
    """Fill the menu when the chart stands."""

    @app.callback(
        Output(ids.EXPORT_MENU, "children"),
        Input(ids.VALUES, ids.STANDS),
        prevent_initial_call=True,
    )
    def fill_menu(_stands: object) -> Component:
        return Still(export_menu())
