"""Noticing every new version of the collection, whoever wrote it, so that panels render anew."""

from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.page import ids


def register(app: Dash, cache: CollectionCache) -> None:
    """Render the panels anew for a new version: when the scripts ask, and when a run has ended."""

    @app.callback(
        Output(ids.VALUES, ids.VERSION),
        Input(ids.VALUES, ids.TICK),
        Input(ids.VALUES, ids.RUNS_SEEN),
        State(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def notice(*happened: object) -> Any:  # noqa: ANN401 - no_update
        seen = happened[-1]
        version = cache.version()
        return no_update if version == seen else version
