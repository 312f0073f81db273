"""Facets at the left, and the chips of the filters that are on."""

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from timeline.web.data.collection import Shelf
from timeline.web.features.filters import view as facets
from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.components import Still
from timeline.web.page.state import read


def layout() -> Component:
    """Return the column of the facets."""
    return html.Aside(
        [html.H2("Filters", className="visually-hidden"), html.Div(id=ids.FACETS)],
        className="panel filters",
        **aria(label="Filters"),
    )


def chips_layout() -> Component:
    """Return the row of the chips."""
    return html.Div(id=ids.CHIPS, className="chips", role="group", **aria(label="Filters on"))


def register(app: Dash, shelf: Shelf) -> None:
    """Fill facets and chips from the filters that are on."""

    @app.callback(
        Output(ids.FACETS, "children"),
        Output(ids.CHIPS, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_facets(view: str, _version: int) -> tuple[Component, Component]:
        collection, selection = shelf.collection(), read(view).selection
        shown = facets.facets(collection, selection)
        return Still(shown), Still(facets.chips(collection, selection))
