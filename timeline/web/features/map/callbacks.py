"""Which places are on the map."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.map.view import map_view, places_count
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the map in step with the filters and the window, while it is open."""

    @app.callback(
        Output(ids.MAP, "children"),
        Output(ids.MAP_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_map(view: str, tab: str, _version: int) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{tab}", collection)
        if state.tab != "map":
            return None, ""
        selection = state.selection
        return Still(map_view(collection, selection)), places_count(collection, selection)
