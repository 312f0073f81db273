"""Deciding on events: requests of the browser go to an editor, and what came of them comes back."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.editing.author import author_name
from timeline.web.api.edit_requests import Editors, decide
from timeline.web.api.previews import reply
from timeline.web.data.collection import Shelf
from timeline.web.page import ids
from timeline.web.page.attributes import data
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.event_form import adding_dialog, conflict_dialog


def layout(editors: Editors | None) -> list[Component]:
    """Give the dialogs that add events and show conflicts, where there are editors."""
    return [] if editors is None else [Still(adding_dialog()), Still(conflict_dialog())]


def default_name() -> dict[str, Any]:
    """Give the attribute that tells the scripts whose name stands for who has given none."""
    return data(name=author_name(None))


def register(app: Dash, shelf: Shelf, editors: Editors | None) -> None:
    """Answer requests, where there are editors."""
    if editors is None:
        return

    @app.callback(
        Output(ids.VALUES, ids.DECIDED), Input(ids.VALUES, ids.DECIDE), prevent_initial_call=True
    )
    def act(request: dict[str, Any]) -> dict[str, Any]:
        return decide(editors, request)

    @app.callback(
        Output(ids.VALUES, ids.ASKED), Input(ids.VALUES, ids.ASK), prevent_initial_call=True
    )
    def tell(request: dict[str, Any]) -> dict[str, Any]:
        return reply(editors, shelf, request)

    run_script(app, "decided", [], Input(ids.VALUES, ids.DECIDED))
    run_script(app, "asked", [], Input(ids.VALUES, ids.ASKED))
