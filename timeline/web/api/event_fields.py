"""The fields of an event as requests hold them, and how they are read."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, create_model

from timeline.app.date_input import read_when
from timeline.editing.editor import Editor
from timeline.editing.field_edits import FieldChanges
from timeline.errors import UnknownSubjectError
from timeline.model.event import Category, Event, Status
from timeline.model.timeline import DatedArticle
from timeline.model.when import UNDATED, When
from timeline.store.changes import MEMBERS
from timeline.web.boundary.models import Command, DateText, Note, Title
from timeline.web.page import limits
from timeline.wording.fields import (
    EXTRACTED_FIELDS,
    FIELDS,
    MANUAL_FIELDS,
    TYPED,
    EventField,
    FieldKind,
)
from timeline.wording.strings import text

OneName = Annotated[str, Field(max_length=limits.NAMES)]
NameList = Annotated[list[OneName], Field(max_length=limits.LISTED_NAMES)]


def _one_of(kind: type[StrEnum], name: str) -> BeforeValidator:
    """Return what says in our words that a text is no status, or no category."""

    def check(value: object) -> object:
        if isinstance(value, str) and value not in list(kind):
            raise ValueError(text("answers.not-one-of", value=repr(value), field=name))
        return value

    return BeforeValidator(check)


def _choice_of(kind: type[StrEnum], name: str) -> Any:  # noqa: ANN401 - a type
    return Annotated[kind, Field(strict=False), _one_of(kind, name)]


StatusName = Annotated[Status, Field(strict=False), _one_of(Status, "status")]
CategoryName = Annotated[Category, Field(strict=False), _one_of(Category, "category")]


def _type_of(field: EventField) -> tuple[Any, Any]:
    """Return the type of a field in a request, and what stands for it where it is left out."""
    match field.kind:
        case FieldKind.DATE:
            return DateText, ""
        case FieldKind.PROSE:
            return Note, ""
        case FieldKind.NAMES:
            return NameList, Field(default_factory=list)
        case FieldKind.CHOICE if field.choices is not None:
            return _choice_of(field.choices, field.name), field.choices(field.begins)
        case _:
            return Title, ""


if TYPE_CHECKING:

    class EventFields(Command):
        """The fields of an event; those that are left out stay as they are."""

    FieldName = str
    RevertedField = str
else:
    EventFields = create_model(
        "EventFields",
        __base__=Command,
        __module__=__name__,
        __doc__="The fields of an event; those that are left out stay as they are.",
        **{field.key: _type_of(field) for field in TYPED},
    )
    FieldName = Literal[tuple(field.key for field in TYPED)]
    RevertedField = Literal[(*EXTRACTED_FIELDS, *MANUAL_FIELDS, MEMBERS)]


def field_changes_of(fields: EventFields, dated: DatedArticle | None) -> FieldChanges:
    """Read the fields that are named, dates as counted from an article's publication."""
    given: dict[str, Any] = {name: getattr(fields, name) for name in fields.model_fields_set}
    for name, value in given.items():
        match FIELDS[name].kind:
            case FieldKind.DATE:
                given[name] = date_of(value, dated)
            case FieldKind.NAMES:
                given[name] = tuple(value)
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


def date_of(typed: str, dated: DatedArticle | None) -> When:
    """Read a typed date, in the language of an article and counted from its publication."""
    if dated is None:
        return read_when(typed, "en", UNDATED)
    return read_when(typed, dated.article.language or "en", dated.published.when)
