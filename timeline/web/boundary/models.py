"""What requests hold, as types: the texts and numbers in them with their bounds.

The requests of the API are made of these, beside the functions that answer them (`web/api/`).
"""

from typing import Annotated, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from werkzeug.datastructures import MultiDict

from timeline.web.page import limits
from timeline.wording.strings import text


def _whole(value: object) -> object:
    """Return what digits write; refuse anything else that stands in a query."""
    if isinstance(value, str) and (not value.isascii() or not value.isdecimal()):
        raise ValueError(text("refusals.whole-number"))
    return value


def _integral(number: object) -> object:
    """Return the whole number that is written with a point: to JSON 3.0 and 3 are the same."""
    is_whole = isinstance(number, float) and number.is_integer() and abs(number) <= limits.COUNT
    return int(number) if isinstance(number, float) and is_whole else number


WHOLE = BeforeValidator(_whole)  # of a number in a query
_INTEGRAL = BeforeValidator(_integral)


Name = Annotated[str, StringConstraints(max_length=limits.NAME)]
Value = Annotated[str, StringConstraints(max_length=limits.VALUE)]
Document = Annotated[str, StringConstraints(max_length=limits.DOCUMENT)]
Person = Annotated[str, StringConstraints(max_length=limits.PERSON)]
Title = Annotated[str, StringConstraints(max_length=limits.TITLE)]
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


class Request(BaseModel):
    """A JSON object that a browser sends; types are taken as they are, never converted."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)


class RunsSeen(Request):
    """What a page knows of the runs on its store."""

    mark: Name | None = None
    ends: dict[Name, Shown] | None = None
    going: Count | None = None


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
    only: Name = ""
