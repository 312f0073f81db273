"""Deciding on events: requests of the browser go to a desk, and what came of them comes back."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.editing.author import whoever
from timeline.web.api.edit_requests import Desks, decide
from timeline.web.api.previews import reply
from timeline.web.data.collection import Shelf
from timeline.web.page import ids
from timeline.web.page.attributes import data
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.event_form import adding_dialog, conflict_dialog


def layout(desks: Desks | None) -> list[Component]:
    """Return the dialogs that add events and show conflicts, where there are desks to decide at."""
    return [] if desks is None else [Still(adding_dialog()), Still(conflict_dialog())]


def default_name() -> dict[str, Any]:
    """Give the attribute that tells the scripts whose name stands for who has given none."""
    return data(name=whoever(None))


def register(app: Dash, shelf: Shelf, desks: Desks | None) -> None:
    """Answer requests, where there are desks to decide at."""
    if desks is None:
        return

    @app.callback(
        Output(ids.VALUES, ids.DECIDED), Input(ids.VALUES, ids.DECIDE), prevent_initial_call=True
    )
    def act(request: dict[str, Any]) -> dict[str, Any]:
        return decide(desks, request)

    @app.callback(
        Output(ids.VALUES, ids.ASKED), Input(ids.VALUES, ids.ASK), prevent_initial_call=True
    )
    def tell(request: dict[str, Any]) -> dict[str, Any]:
        return reply(desks, shelf, request)

    run_script(app, "decided", [], Input(ids.VALUES, ids.DECIDED))
    run_script(app, "asked", [], Input(ids.VALUES, ids.ASKED))
