"""The fields of an event as requests hold them, and how they are read."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from timeline.app.date_input import read_when
from timeline.editing.editor import Editor
from timeline.editing.field_edits import FieldChanges
from timeline.errors import UnknownSubjectError
from timeline.model.event import Category, Event, Status
from timeline.model.timeline import DatedArticle
from timeline.model.when import UNDATED, When
from timeline.web.boundary.models import Command, DateText, Note, Title
from timeline.web.page import limits

_LISTS = frozenset({"actors", "places", "tags"})
OneName = Annotated[str, Field(max_length=limits.NAMES)]
NameList = Annotated[list[OneName], Field(max_length=limits.LISTED_NAMES)]


def _one_of(kind: type[Status] | type[Category], name: str) -> BeforeValidator:
    """Return what says in our words that a text is no status, or no category."""

    def check(text: object) -> object:
        if isinstance(text, str) and text not in list(kind):
            raise ValueError(f"{text!r} is no {name}")
        return text

    return BeforeValidator(check)


StatusName = Annotated[Status, Field(strict=False), _one_of(Status, "status")]
CategoryName = Annotated[Category, Field(strict=False), _one_of(Category, "category")]


class EventFields(Command):
    """The fields of an event; those that are left out stay as they are."""

    title: Title = ""
    when: DateText = ""
    status: StatusName = Status.HAPPENED
    category: CategoryName = Category.OTHER
    actors: NameList = Field(default_factory=list)
    places: NameList = Field(default_factory=list)
    tags: NameList = Field(default_factory=list)
    note: Note = ""


def field_changes_of(fields: EventFields, dated: DatedArticle | None) -> FieldChanges:
    """Read the fields that are named, dates as counted from an article's publication."""
    given: dict[str, Any] = {name: getattr(fields, name) for name in fields.model_fields_set}
    if "when" in given:
        given["when"] = date_of(fields.when, dated)
    for name in _LISTS & given.keys():
        given[name] = tuple(given[name])
    return FieldChanges(**given)


def event_of(editor: Editor, key: str) -> Event:
    """Return an event by its id, or by the beginning of it; raise UnknownSubjectError."""
    events = editor.events()
    fitting = [key] if key in events else [one for one in events if key and one.startswith(key)]
    if len(fitting) != 1:
        raise UnknownSubjectError("event", key, tuple(events), "timeline list event")
    return events[fitting[0]]


def article_of(editor: Editor, event: Event) -> DatedArticle | None:
    """Return the article that tells an event first."""
    return editor.document(event.mentions[0].mention.document)


def date_of(text: str, dated: DatedArticle | None) -> When:
    """Read a typed date, in the language of an article and counted from its publication."""
    if dated is None:
        return read_when(text, "en", UNDATED)
    return read_when(text, dated.article.language or "en", dated.published.when)
