"""Giving an article its publication date, and hearing of changes made elsewhere."""

from collections.abc import Callable
from typing import Any

from dash import Dash, Input, Output, State, dcc, no_update
from dash.development.base_component import Component

from timeline.errors import TimelineError
from timeline.web import ids
from timeline.web.changes import changes_in_words
from timeline.web.collection import Shelf
from timeline.web.scripts import run_script

Publish = Callable[[str, str | None], object]
POLL_MILLISECONDS = 3_000


def layout(version: int) -> list[Component]:
    """Give the stores in which requests, answers and the version travel."""
    return [
        dcc.Store(id=ids.REQUEST),
        dcc.Store(id=ids.ANSWER),
        dcc.Store(id=ids.VERSION, data=version),
        dcc.Interval(id=ids.TICK, interval=POLL_MILLISECONDS),
    ]


def answer(shelf: Shelf, publish: Publish, request: dict[str, Any]) -> dict[str, Any]:
    """Set or take back a date as asked; say what changed, or what is wrong with the date."""
    before = shelf.collection()
    document, text = str(request.get("document")), request.get("text")
    told = {"document": document, "form": request.get("form")}
    try:
        publish(document, None if text is None else str(text))
    except TimelineError as error:
        return {**told, "error": str(error)}
    return {**told, "said": changes_in_words(before, shelf.collection(), document)}


def register(app: Dash, shelf: Shelf, publish: Publish) -> None:
    """Answer requests; notice every new version, whoever wrote it."""

    @app.callback(Output(ids.ANSWER, "data"), Input(ids.REQUEST, "data"), prevent_initial_call=True)
    def set_date(request: dict[str, Any]) -> dict[str, Any]:
        return answer(shelf, publish, request)

    @app.callback(
        Output(ids.VERSION, "data"),
        Input(ids.TICK, "n_intervals"),
        Input(ids.ANSWER, "data"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def notice(_ticks: int, _answer: object, seen: int | None) -> Any:  # noqa: ANN401 - no_update
        version = shelf.version()
        return no_update if version == seen else version

    run_script(app, "answered", [Output(ids.SINK_ANSWER, "data")], Input(ids.ANSWER, "data"))
