"""Which events are in view, and which stand beside the selected one."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection import CollectionCache
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.event_rows import table
from timeline.web.page.neighbours import neighbours
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the table, its count and the order for the arrow keys in step with the filters."""

    @app.callback(
        Output(ids.TABLE, "children"),
        Output(ids.TABLE_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.LISTING),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_table(
        view: str, listing: str, tab: str, _version: int
    ) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{listing}&{tab}", collection)
        shown = Still(table(collection, state)) if state.tab == "events" else None
        return shown, f"{len(collection.in_view(state.selection)):,}"

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
