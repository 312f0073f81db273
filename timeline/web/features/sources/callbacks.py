"""Which sources stand beside the events."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection import CollectionCache
from timeline.web.features.sources.view import sources, telling
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the sources and their count in step with the filters."""

    @app.callback(
        Output(ids.SOURCES, "children"),
        Output(ids.SOURCES_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.LISTING),
        Input(ids.VALUES, ids.COMPARISON),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_sources(
        view: str, listing: str, comparison: str, tab: str, _version: int
    ) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{listing}&{comparison}&{tab}", collection)
        shown = Still(sources(collection, state)) if state.tab == "sources" else None
        return shown, f"{len(telling(collection, state).totals):,}"
