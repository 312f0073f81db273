"""What the forms ask while somebody types: how a date would be read, what an event could be."""

from collections.abc import Mapping
from typing import Any

from timeline.app.date_input import read_when
from timeline.editing.date_proposals import proposed_date
from timeline.errors import EditError, StoreAwayError, TimelineError
from timeline.model.edtf import to_edtf
from timeline.model.span import Span
from timeline.model.when import When
from timeline.web.api.edit_requests import Editors
from timeline.web.api.field_requests import day_of
from timeline.web.data.collection import Shelf
from timeline.wording.dates import date_in_words, precision_in_words

Request = Mapping[str, Any]


def reply(editors: Editors, shelf: Shelf, request: Request) -> dict[str, Any]:
    """Answer a question of a form; errors are said, too."""
    told = {key: request.get(key) for key in ("ask", "form", "count", "value")}
    try:
        if request.get("ask") == "date":
            return {**told, **_reading(editors, request)}
        return {**told, **_suggested(editors, shelf, request)}
    except StoreAwayError:
        raise  # the server says so
    except TimelineError as error:
        return {**told, "error": str(error)}


def _reading(editors: Editors, request: Request) -> dict[str, Any]:
    editor = editors(str(request.get("by") or ""))
    when = read_when(str(request.get("value") or ""), *day_of(editor, request))
    return {"read": _read(when), "edtf": to_edtf(when)}


def _read(when: When) -> str:
    if not when.resolved:
        return "The date is not known."
    return f"{date_in_words(when)} · {precision_in_words(when)}"


def _suggested(editors: Editors, shelf: Shelf, request: Request) -> dict[str, Any]:
    from timeline.editing.suggestions import suggest  # noqa: PLC0415 - loads the stages

    name = str(request.get("document") or "")
    dated = editors("").document(name)
    start, end = request.get("start"), request.get("end")
    if dated is None or not isinstance(start, int) or not isinstance(end, int):
        raise EditError("select the words of an article that tell it")
    if not 0 <= start < end <= len(dated.article.text):
        raise EditError("the article has changed meanwhile; select the words again")
    place = Span(start, end)
    found = suggest(dated.article, shelf.expressions(name), dated.published.when, place)
    when, read = found.when, _read(found.when)
    if not when.resolved:
        told = [mention for _, mention in shelf.collection().told_in(name)]
        proposal = proposed_date(dated.article, told, place)
        if proposal is not None:
            when = proposal.when
            read = f"{_read(when)} · {proposal.ground.value}: look whether it is right"
    fields = {
        "title": found.title,
        "when": to_edtf(when) if when.resolved else "",
        "status": found.status.value,
        "category": found.category.value,
        "actors": "; ".join(found.actors),
        "places": "; ".join(found.places),
    }
    return {"fields": fields, "read": read if when.resolved else ""}
