"""Which events have no date."""

from dash import Dash

from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.undated.view import undated, undated_count
from timeline.web.page import ids
from timeline.web.page.state import State
from timeline.web.page.tabs import Drawn, Tab, register_tab

TAB = Tab("undated", ids.UNDATED, ids.UNDATED_COUNT, (ids.LATER,))


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the list of undated events and its count in step with the filters."""

    def look(collection: Collection, state: State) -> Drawn:
        chosen = state.selection
        return lambda: undated(collection, chosen), f"{undated_count(collection, chosen):,}"

    register_tab(app, cache, TAB, look)
