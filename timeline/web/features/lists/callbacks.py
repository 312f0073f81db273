"""Which events are in view, and which stand beside the selected one."""

from typing import Any

from dash import Dash, Input, Output

from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.page import ids
from timeline.web.page.event_rows import table
from timeline.web.page.neighbours import neighbours
from timeline.web.page.seen import seen
from timeline.web.page.state import State
from timeline.web.page.tabs import Drawn, Tab, register_tab

TAB = Tab("events", ids.TABLE, ids.TABLE_COUNT, (ids.LATER, ids.LISTING))


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the table, its count and the order for the arrow keys in step with the filters."""

    def look(collection: Collection, state: State) -> Drawn:
        count = len(collection.in_view(state.selection))
        return lambda: table(collection, state), f"{count:,}"

    register_tab(app, cache, TAB, look)

    @app.callback(
        Output(ids.VALUES, ids.ORDER),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.SELECTED),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_order(view: str, selected: str, _version: int) -> dict[str, Any]:
        collection = cache.collection()
        state = seen(f"{view}&{selected}", collection)
        return neighbours(collection, state.selection, state.event)
