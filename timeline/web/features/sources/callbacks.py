"""Which sources stand beside the events."""

from dash import Dash

from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.sources.view import sources, telling
from timeline.web.page import ids
from timeline.web.page.state import State
from timeline.web.page.tabs import Drawn, Tab, register_tab

TAB = Tab("sources", ids.SOURCES, ids.SOURCES_COUNT, (ids.LATER, ids.LISTING, ids.COMPARISON))


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the sources and their count in step with the filters."""

    def look(collection: Collection, state: State) -> Drawn:
        count = len(telling(collection, state).totals)
        return lambda: sources(collection, state), f"{count:,}"

    register_tab(app, cache, TAB, look)
