"""When the days that matter are listed: for the filters, and for how many are asked for."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection import CollectionCache
from timeline.web.features.days.view import days_view
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the days and their count in step with the filters."""

    @app.callback(
        Output(ids.DAYS, "children"),
        Output(ids.DAYS_COUNT, "children"),
        Input(ids.VALUES, ids.VIEW),
        Input(ids.VALUES, ids.DIGEST),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_days(
        view: str, how_many: str, tab: str, _version: int
    ) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{how_many}&{tab}", collection)
        shown = Still(days_view(collection, state)) if state.tab == "days" else None
        return shown, f"{len(collection.days(state.selection, state.days).days)}"
