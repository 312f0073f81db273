"""Which event the evidence is of."""

from dash import Dash, Input, Output, State
from dash.development.base_component import Component

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.evidence.likely import likely
from timeline.web.features.evidence.much_told import shown_of
from timeline.web.features.evidence.view import announcement, evidence
from timeline.web.features.evidence.welcome import welcome
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.edit_marks import decided
from timeline.web.page.state import read


def register(app: Dash, cache: CollectionCache, *, offered: bool = False) -> None:
    """Show the selected event and say it."""

    @app.callback(
        Output(ids.EVIDENCE, "children"),
        Output(ids.VALUES, ids.SPOKEN),
        Input(ids.VALUES, ids.SELECTED),
        Input(ids.VALUES, ids.VERSION),
        Input(ids.VALUES, ids.STANDS),
        Input(ids.VALUES, ids.TELLINGS),
        State(ids.VALUES, ids.VIEW),
        prevent_initial_call=True,
    )
    def show_evidence(
        selected: str, _version: int, _stands: object, tellings: str | None, view: str | None
    ) -> tuple[Component, dict[str, str]]:
        collection = cache.collection()
        event = collection.event(read(selected).event)
        if event is None:
            return Still(welcome(collection)), {"event": "", "words": ""}
        words = read(view).selection.words
        made = decided(event, offered=offered)
        most = shown_of(tellings, event.id)
        shown = evidence(collection, event, words, made, most=most)
        return Still(shown), {"event": event.id, "words": announcement(event)}

    if offered:
        _register_likely(app, cache)
    run_script(app, "markSelected", [], Input(ids.VALUES, ids.SELECTED))
    run_script(app, "speak", [], Input(ids.VALUES, ids.SPOKEN))


def _register_likely(app: Dash, cache: CollectionCache) -> None:
    """Offer what is probably the same event; asked apart, so that the evidence need not wait."""

    @app.callback(
        Output(ids.LIKELY, "children"),
        Input(ids.VALUES, ids.SELECTED),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_likely(selected: str, _version: int) -> Component:
        collection = cache.collection()
        event = collection.event(read(selected).event)
        return Still([] if event is None else likely(collection, event))
