"""The fields of an event that people edit: one registry of their names, kinds and values.

A field is one entry of the table below. Forms, requests, history, evidence, exports, commands and
what the page's scripts know of fields are made of it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from timeline.model.edit import EventEdits
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, Event, Status
from timeline.model.when import Basis
from timeline.wording.dates import date_in_words

YES = "yes"
_NOBODY = EventEdits()
Put = Callable[[str], Mapping[str, Any]]


class FieldKind(StrEnum):
    """What a field holds, and so how it is typed, sent, kept and shown."""

    LINE = "line"
    PROSE = "prose"
    DATE = "date"
    CHOICE = "choice"
    NAMES = "names"
    MARK = "mark"  # set by buttons and never typed


@dataclass(frozen=True, slots=True)
class EventField:
    """A field: `key` in history, requests and forms, and its `name` within a sentence.

    Its value is text as the history keeps it: a date as EDTF, names as a JSON list. What the
    program fills is read `of` an event, and `put` gives the attributes of the event with another
    value; what only people fill is read of their edits, `own`. A choice is of one of its `choices`.
    `needed` says that no event lacks it, `adds` that the form for a new event asks for it, where
    `begins` stands in it; `alone`, that it has a kind of change of its own. `done` says in the
    evidence what was done, by the value where it depends on that; `hint` stands beside the label.
    """

    key: str
    name: str
    kind: FieldKind = FieldKind.LINE
    of: Callable[[Event], str] | None = None
    put: Put | None = None
    own: Callable[[EventEdits], str] | None = None
    choices: type[StrEnum] | None = None
    needed: bool = False
    adds: bool = False
    begins: str = ""
    alone: bool = False
    done: str = ""
    hint: str = ""

    @property
    def title(self) -> str:
        """Its name at the beginning of a line."""
        return self.name[:1].upper() + self.name[1:]

    @property
    def extracted(self) -> bool:
        """Whether the program fills it."""
        return self.of is not None

    @property
    def typed(self) -> bool:
        """Whether it stands in a form."""
        return self.kind is not FieldKind.MARK

    def text(self, event: Event) -> str:
        """Return its value in an event, as the history keeps it; empty for nothing."""
        return self.of(event) if self.of is not None else self.edited(event.edits or _NOBODY)

    def edited(self, edits: EventEdits) -> str:
        """Return the value that people gave a field of their own; empty for none."""
        if self.own is not None:
            return self.own(edits)
        return next((one.value for one in edits.fields if one.field == self.key), "")

    def shown(self, event: Event) -> str:
        """Return its value as a person would type it."""
        text = self.text(event)
        return "; ".join(names_of(text or "[]")) if self.kind is FieldKind.NAMES else text

    def in_words(self, text: str) -> str:
        """Write a value, as the history keeps it, for people."""
        match self.kind:
            case FieldKind.DATE:
                return date_in_words(from_edtf(text))
            case FieldKind.NAMES:
                return ", ".join(names_of(text)) or "nobody"
            case _:
                return f"“{text}”"

    def kept(self, value: Any) -> str | None:  # noqa: ANN401 - of its kind
        """Return a value of its kind as the history keeps it; None takes away what people put."""
        text: str | None
        match self.kind:
            case FieldKind.DATE:
                text = to_edtf(value)
            case FieldKind.CHOICE:
                text = str(value.value)
            case FieldKind.NAMES:
                names = cleaned(tuple(value))
                return listed(names) if names or self.extracted else None
            case FieldKind.PROSE:
                text = value.strip()
            case _:
                text = " ".join(value.split())
        return text if text or self.extracted else None


def listed(names: tuple[str, ...]) -> str:
    """Write names as text."""
    return json.dumps(list(names), ensure_ascii=False)


def names_of(text: str) -> tuple[str, ...]:
    """Read names from text."""
    return tuple(str(name) for name in json.loads(text))


def cleaned(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without blanks around them, each once."""
    bare = (" ".join(name.split()) for name in found)
    return tuple(dict.fromkeys(name for name in bare if name))


_ALL = (
    EventField(
        "title", "title",
        of=lambda event: event.title, put=lambda text: {"title": text},
        needed=True, adds=True, alone=True,
    ),
    EventField(
        "when", "date", FieldKind.DATE,
        of=lambda event: to_edtf(event.when),
        put=lambda text: {"when": from_edtf(text, Basis.GIVEN)},
        adds=True, alone=True,
    ),
    EventField(
        "status", "status", FieldKind.CHOICE,
        of=lambda event: event.status.value, put=lambda text: {"status": Status(text)},
        choices=Status, adds=True, begins=Status.HAPPENED.value, alone=True,
    ),
    EventField(
        "category", "category", FieldKind.CHOICE,
        of=lambda event: event.category.value, put=lambda text: {"category": Category(text)},
        choices=Category, adds=True, begins=Category.OTHER.value, alone=True,
    ),
    EventField(
        "actors", "actors", FieldKind.NAMES,
        of=lambda event: listed(event.actors), put=lambda text: {"actors": names_of(text)},
        adds=True, alone=True, hint="between semicolons",
    ),
    EventField(
        "places", "places", FieldKind.NAMES,
        of=lambda event: listed(event.places), put=lambda text: {"places": names_of(text)},
        adds=True, alone=True, hint="between semicolons",
    ),
    EventField("verdict", "verdict", FieldKind.MARK),
    EventField(
        "tags", "tags", FieldKind.NAMES,
        own=lambda edits: listed(edits.tags) if edits.tags else "",
        done="Tagged", hint="between semicolons",
    ),
    EventField(
        "note", "note", FieldKind.PROSE, own=lambda edits: edits.note, alone=True, done="Noted"
    ),
    EventField(
        "pinned", "pin", FieldKind.MARK,
        own=lambda edits: YES if edits.pinned else "", done="Pinned",
    ),
)  # fmt: skip
FIELDS: Mapping[str, EventField] = MappingProxyType({one.key: one for one in _ALL})
EXTRACTED_FIELDS = tuple(one.key for one in _ALL if one.extracted)
MANUAL_FIELDS = tuple(one.key for one in _ALL if not one.extracted)
TYPED = tuple(one for one in _ALL if one.typed)
# What changes name beside the fields of an event: they are decided with buttons or elsewhere.
_OTHERS = {
    "members": "grouping",
    "added": "event",
    "published": "publication date",
    "placed": "place",
}


def field_name(key: str) -> str:
    """Return what people call what a change is about."""
    return FIELDS[key].name if key in FIELDS else _OTHERS.get(key, key)


def value_in_words(key: str, text: str) -> str:
    """Write the value of a field, as the history keeps it, for people."""
    return FIELDS[key].in_words(text)
