"""Giving an article its publication date, and hearing of changes made elsewhere."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.errors import EditConflictError, StoreAwayError, TimelineError
from timeline.model.edtf import to_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import Basis
from timeline.store import Sight
from timeline.web.api.conflicts import conflicts_told, sight_of
from timeline.web.api.moved_dates import (
    changes_in_words,
    forecast_in_words,
    moves,
)
from timeline.web.data.collection import Collection, Shelf
from timeline.web.page import ids
from timeline.web.page.clientside import run_script

Publish = Callable[[str, str | None, str | None, Sight | None], object]
Foresee = Callable[[str, str], Timeline]


def answer(
    shelf: Shelf, publish: Publish, foresee: Foresee, request: dict[str, Any]
) -> dict[str, Any]:
    """Set or take back a date as asked, or foresee what it would move.

    Says what changed or would change, with the change to undo, or what is wrong with the date.
    """
    before = shelf.collection()
    document, text = str(request.get("document")), request.get("text")
    told = {"document": document, "form": request.get("form"), "count": request.get("count")}
    try:
        if request.get("foresee"):
            after = Collection(foresee(document, str(text)), before.version)
            moved = [asdict(move) for move in moves(before, after, document)]
            return {**told, "foreseen": forecast_in_words(before, after, document), "moves": moved}
        by = str(request.get("by") or "") or None
        made = publish(document, None if text is None else str(text), by, sight_of(request))
    except EditConflictError as error:
        titles = {document: before.title(document)}
        return {**told, **conflicts_told(error, titles, sight_of(request))}
    except StoreAwayError:
        raise  # the server says so
    except TimelineError as error:
        return {**told, "error": str(error)}
    said = changes_in_words(before, shelf.collection(), document)
    change = made if isinstance(made, int) else None
    return {**told, "said": said, "change": change, "undo": given_by_hand(before, document)}


def given_by_hand(collection: Collection, document: str) -> str | None:
    """Give the publication date that somebody has set, as EDTF; None where none is."""
    dated = collection.documents.get(document)
    given = dated is not None and dated.published.basis is Basis.GIVEN
    return to_edtf(dated.published.when) if dated is not None and given else None


def register(app: Dash, shelf: Shelf, publish: Publish, foresee: Foresee) -> None:
    """Answer requests; notice every new version, whoever wrote it."""

    @app.callback(
        Output(ids.VALUES, ids.ANSWER), Input(ids.VALUES, ids.REQUEST), prevent_initial_call=True
    )
    def set_date(request: dict[str, Any]) -> dict[str, Any]:
        return answer(shelf, publish, foresee, request)

    @app.callback(
        Output(ids.VALUES, ids.VERSION),
        Input(ids.VALUES, ids.TICK),
        Input(ids.VALUES, ids.ANSWER),
        Input(ids.VALUES, ids.RUNS_SEEN),
        Input(ids.VALUES, ids.DECIDED),
        State(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def notice(*happened: object) -> Any:  # noqa: ANN401 - no_update
        seen = happened[-1]
        version = shelf.version()
        return no_update if version == seen else version

    run_script(app, "answered", [], Input(ids.VALUES, ids.ANSWER))
