"""When the days that matter are listed: for the filters, and for how many are asked for."""

from dash import Dash

from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.days.view import days_view
from timeline.web.page import ids
from timeline.web.page.state import State
from timeline.web.page.tabs import Drawn, Tab, register_tab

TAB = Tab("days", ids.DAYS, ids.DAYS_COUNT, (ids.VIEW, ids.DIGEST))


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the days and their count in step with the filters."""

    def look(collection: Collection, state: State) -> Drawn:
        count = len(collection.days(state.selection, state.days).days)
        return lambda: days_view(collection, state), f"{count}"

    register_tab(app, cache, TAB, look)
