"""Which filters are on, and how many events there are."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.filters.view import chips, counts_line, facets
from timeline.web.features.filters.worth import worth_note
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Fill facets and chips from the filters that are on, and keep the counts of all true."""

    @app.callback(
        Output(ids.COUNTS, "children"), Input(ids.VALUES, ids.VERSION), prevent_initial_call=True
    )
    def show_counts(_version: int) -> str:
        return counts_line(cache.collection())

    @app.callback(
        Output(ids.FACETS, "children"),
        Output(ids.CHIPS, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_facets(view: str, _version: int) -> tuple[Component, Component]:
        collection = cache.collection()
        selection = seen(view, collection).selection
        shown = facets(collection, selection)
        return Still(shown), Still(
            [*chips(collection, selection), *worth_note(collection, selection)]
        )
