"""Which events have no date."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection import CollectionCache
from timeline.web.features.undated.view import undated, undated_count
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the list of undated events and its count in step with the filters."""

    @app.callback(
        Output(ids.UNDATED, "children"),
        Output(ids.UNDATED_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_undated(view: str, tab: str, _version: int) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{tab}", collection)
        selection = state.selection
        shown = Still(undated(collection, selection)) if state.tab == "undated" else None
        return shown, f"{undated_count(collection, selection):,}"
