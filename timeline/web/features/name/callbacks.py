"""Which name the dialog shows."""

from dash import Dash, Input, Output, State
from dash.development.base_component import Component

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.name.offers import offers
from timeline.web.features.name.view import name_view
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.seen import seen
from timeline.web.page.state import read


def register(app: Dash, cache: CollectionCache) -> None:
    """Fill the dialog and open it."""

    @app.callback(
        Output(ids.NAME_BODY, "children"),
        Input(ids.VALUES, ids.NAMED),
        Input(ids.VALUES, ids.VERSION),
        State(ids.VALUES, ids.VIEW),
        prevent_initial_call=True,
    )
    def show_name(address: str, _version: int, view: str | None) -> Component | None:
        name = read(address).name
        if not name:
            return None
        collection = cache.collection()
        return Still(name_view(collection, name, seen(view, collection).selection))

    @app.callback(
        Output(ids.NAME_OFFERS, "children"),
        Input(ids.VALUES, ids.NAMED),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_offers(address: str, _version: int) -> Component | None:
        name = read(address).name
        # Asked for beside the page of the name: to compare all names of a collection takes a while.
        return offers(name, cache.name_proposals(name)) if name and cache.may.change else None

    run_script(app, "openName", [], Input(ids.NAME_BODY, "children"))
