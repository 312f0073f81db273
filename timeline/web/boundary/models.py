"""What requests hold, as types: what a person asks for by a form, a button or a key.

Keys that are not named here are kept as they are, bounded like all JSON.
"""

from typing import Annotated, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from werkzeug.datastructures import MultiDict

from timeline.web.page import limits


def _whole(text: object) -> object:
    """Return what digits write; refuse anything else that stands in a query."""
    if isinstance(text, str) and (not text.isascii() or not text.isdecimal()):
        raise ValueError("a whole number is needed")
    return text


def _integral(number: object) -> object:
    """Return the whole number that is written with a point: to JSON 3.0 and 3 are the same."""
    is_whole = isinstance(number, float) and number.is_integer() and abs(number) <= limits.COUNT
    return int(number) if isinstance(number, float) and is_whole else number


WHOLE = BeforeValidator(_whole)  # of a number in a query
_INTEGRAL = BeforeValidator(_integral)


Name = Annotated[str, StringConstraints(max_length=limits.NAME)]
Value = Annotated[str, StringConstraints(max_length=limits.VALUE)]
Document = Annotated[str, StringConstraints(max_length=limits.DOCUMENT)]
FormName = Annotated[str, StringConstraints(max_length=limits.FORM)]
Person = Annotated[str, StringConstraints(max_length=limits.PERSON)]
Title = Annotated[str, StringConstraints(max_length=limits.TITLE)]
Names = Annotated[str, StringConstraints(max_length=limits.NAMES)]
Note = Annotated[str, StringConstraints(max_length=limits.NOTE)]
Password = Annotated[str, StringConstraints(max_length=limits.PASSWORD)]
DateText = Annotated[str, StringConstraints(max_length=limits.DATE)]
Quote = Annotated[str, StringConstraints(max_length=limits.QUOTE)]
Shown = Annotated[str, StringConstraints(max_length=limits.SHOWN)]
State = Annotated[str, StringConstraints(max_length=limits.STATE)]
Count = Annotated[int, Field(ge=0, le=limits.COUNT), _INTEGRAL]
Offset = Annotated[int, Field(ge=0, le=limits.OFFSET), _INTEGRAL]
Pixels = Annotated[int, Field(ge=0, le=limits.PIXELS)]
Documents = Annotated[list[Document], Field(max_length=limits.DOCUMENTS)]
Echo = dict[str, object]  # what the server has answered, handed back by the browser


class Request(BaseModel):
    """A JSON object that a browser sends; types are taken as they are, never converted."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)


class EventFields(Request):
    """The fields of an event, as typed."""

    title: Title = ""
    when: DateText = ""
    status: Value = ""
    category: Value = ""
    actors: Names = ""
    places: Names = ""
    tags: Names = ""
    note: Note = ""


class Edit(Request):
    """An edit of events, as `timeline.web.api.edit_requests` takes it.

    `seen` tells what the editor saw, by field or by event.
    """

    do: Name
    events: Annotated[list[Name], Field(max_length=limits.EVENTS)] | None = None
    value: Value | None = None
    change: Count | None = None
    places: Annotated[list[Offset], Field(max_length=limits.MENTIONS)] | None = None
    fields: EventFields | None = None
    seen: dict[Name, object] | None = None
    document: Document | None = None
    quote: Quote | None = None
    start: Offset | None = None
    end: Offset | None = None
    by: Person | None = None
    form: FormName | None = None
    count: Count | None = None


class Question(Request):
    """A question of a form, as `timeline.web.api.previews` takes it."""

    ask: Name
    value: DateText | None = None
    document: Document | None = None
    start: Offset | None = None
    end: Offset | None = None
    by: Person | None = None
    form: FormName | None = None
    count: Count | None = None


class Publication(Request):
    """A publication date to set, to take back (no text) or to foresee."""

    document: Document
    text: DateText | None = None
    foresee: bool | None = None
    by: Person | None = None
    form: FormName | None = None
    count: Count | None = None


class RunsSeen(Request):
    """What a page knows of the runs on its store."""

    mark: Name | None = None
    ends: dict[Name, Shown] | None = None
    going: Count | None = None


class NewCollection(Request):
    """A collection to make."""

    name: Value


class FileNames(Request):
    """Names of files that somebody is about to send."""

    names: Documents


class Removal(Request):
    """Articles to take out of the store."""

    documents: Documents


class Command(BaseModel):
    """The body of a request to the API: no other keys are taken, and types are never converted."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Form(BaseModel):
    """Fields of an HTML form or of a query; those that are not named here are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    @classmethod
    def fields_of(cls, asked: MultiDict[str, str]) -> dict[str, object]:
        """Return what a query says, as the model wants it; of a doubled name the first counts."""
        return dict(asked.to_dict())


class Query(Form):
    """The query of a request to the API: no other names are taken, and lists by several of one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def fields_of(cls, asked: MultiDict[str, str]) -> dict[str, object]:
        """Return what a query says, as the model wants it; only a list may be named twice."""
        several = {
            field.alias or name
            for name, field in cls.model_fields.items()
            if get_origin(field.annotation) is list
        }
        return {
            name: values if name in several or len(values) > 1 else values[0]
            for name, values in asked.to_dict(flat=False).items()
        }


class SignIn(Form):
    """The form of the login page."""

    password: Password = ""
    next: State = ""


class Upload(Form):
    """What comes beside files, or in their place, as a pasted text."""

    title: Title = ""
    text: str = ""  # its bytes are bounded as they are read
    published: DateText = ""
    same: Name = ""


class Export(Form):
    """Which file is asked for; the rest of the query is the state, read as far as it goes."""

    format: Name = ""
    theme: Name = ""
