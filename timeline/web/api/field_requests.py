"""The two forms of the page that fill an event's fields: one corrects it, one adds it."""

from collections.abc import Mapping
from typing import Any

from timeline.app.date_input import read_when
from timeline.editing.adding import add_by_hand, find_passage
from timeline.editing.editor import Editor
from timeline.editing.field_edits import FieldChanges
from timeline.errors import EditError
from timeline.model.event import Category, Status
from timeline.model.span import Span
from timeline.model.when import UNDATED, When

FIELDS = ("title", "when", "status", "category", "actors", "places", "tags", "note")
_LISTS = ("actors", "places", "tags")


def names_in(text: str) -> tuple[str, ...]:
    """Read names between semicolons or line breaks."""
    return tuple(name.strip() for name in text.replace("\n", ";").split(";") if name.strip())


def typed(request: Mapping[str, Any]) -> dict[str, str]:
    """Give the fields that a form was changed in, as typed."""
    fields = request.get("fields")
    found = fields.items() if isinstance(fields, dict) else ()
    return {str(name): str(text) for name, text in found if name in FIELDS}


def day_of(editor: Editor, request: Mapping[str, Any]) -> tuple[str, When]:
    """Give the language and the publication date that typed dates count from."""
    document = str(request.get("document") or "")
    dated = editor.document(document)
    if dated is None:
        return "en", UNDATED
    return dated.article.language or "en", dated.published.when


def amend(editor: Editor, request: Mapping[str, Any]) -> tuple[str, int | None]:
    """Put the fields of an event right that somebody changed in the form.

    Raises EditConflictError where somebody else has changed one of them since the form was filled:
    `seen` holds what stood in it then.
    """
    events = request.get("events")
    key = str(events[0]) if isinstance(events, list) and events else ""
    event = editor.events().get(key)
    if event is None:
        raise EditError("the event is gone; somebody has merged it or taken it back")
    changed = typed(request)
    seen = request.get("seen")
    known = seen if isinstance(seen, dict) else {}
    shown = {name: str(known[name] or "") for name in FIELDS if name in known}
    change = editor.edit_fields(key, _amendment(changed, editor, request), shown)
    return f"Saved “{editor.events()[key].title}”" if change else "", change


def add(editor: Editor, request: Mapping[str, Any]) -> tuple[str, int | None]:
    """Add an event, at a passage of an article or without one.

    The passage is a place (`start` and `end`, in characters) or a quote that stands there once.
    """
    document, quote = str(request.get("document") or ""), str(request.get("quote") or "").strip()
    place = _place(editor, document, quote, request)
    given = _amendment(typed(request), editor, request)
    if given.when is None:
        raise EditError("an event needs a date; XXXX-XX-XX says that it is not known")
    title = given.title or ""
    change = add_by_hand(
        editor,
        title,
        given.when,
        passage=None if place is None else (document, place),
        status=given.status or Status.HAPPENED,
        category=given.category or Category.OTHER,
        actors=given.actors or (),
        places=given.places or (),
    )
    return f"Added “{title.strip()}”", change


def _place(editor: Editor, document: str, quote: str, request: Mapping[str, Any]) -> Span | None:
    start, end = request.get("start"), request.get("end")
    article = editor.article(document) if document else None
    if article is not None and isinstance(start, int) and isinstance(end, int):
        words = article.text[start:end] if 0 <= start < end else ""
        if words.strip() and words.split() == quote.split():
            return Span(start, end)
    if not document:
        return None
    if not quote:
        raise EditError("select or type the words of the article that tell it")
    return find_passage(editor, document, quote)


def _amendment(
    fields: Mapping[str, str], editor: Editor, request: Mapping[str, Any]
) -> FieldChanges:
    lists = {name: names_in(fields[name]) for name in _LISTS if name in fields}
    when = read_when(fields["when"], *day_of(editor, request)) if "when" in fields else None
    return FieldChanges(
        title=fields.get("title"),
        when=when,
        status=status_of(fields["status"]) if "status" in fields else None,
        category=category_of(fields["category"]) if "category" in fields else None,
        note=fields.get("note"),
        **lists,
    )


def status_of(text: str) -> Status:
    """Read a status; raise EditError where it is none."""
    if text not in list(Status):
        raise EditError(f"{text!r} is no status")
    return Status(text)


def category_of(text: str) -> Category:
    """Read a category; raise EditError where it is none."""
    if text not in list(Category):
        raise EditError(f"{text!r} is no category")
    return Category(text)
