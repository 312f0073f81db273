"""What people edited of an event, as the event carries it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person says of an event as a whole."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class EditMark(StrEnum):
    """What people have done to an event, as filters and rows name it; several may hold."""

    WAITING = "waiting"  # nobody has said whether it is right
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    ADDED = "added"  # by a person
    CORRECTED = "corrected"  # a person's word stands in the place of the program's
    PINNED = "pinned"
    NOTED = "noted"
    DIFFERS = "differs"  # the program has changed its mind since


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One field that a person edited: its value, and what the program said of it then, as text.

    `seq` is the number of the edit in the history.
    """

    seq: int
    field: str
    value: str
    extracted: str | None
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class EditConflict:
    """A field that somebody has edited since another editor saw it: both values, as text.

    None is "not edited". `by`, `at` and `seq` are those of the edit that the other editor has not
    seen; `seq` is 0 where no person but the program says something else now.
    """

    subject: str
    field: str
    mine: str | None
    theirs: str | None
    extracted: str | None = None
    by: str | None = None
    at: str | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class EventEdits:
    """All that people edited of an event.

    `extracted` is what the program says of each field now, as text. `disagreements` are sentences
    for the user: where the program has changed its mind since a person edited it. `added` says that
    a person brought the event, `grouped` is the number of the edit that merged or split it.
    """

    verdict: Verdict | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    pinned: bool = False
    added: bool = False
    grouped: int | None = None
    fields: tuple[FieldEdit, ...] = ()
    extracted: tuple[tuple[str, str], ...] = ()
    disagreements: tuple[str, ...] = ()

    @property
    def corrected(self) -> bool:
        """Whether a person's word stands in the place of the program's in any field."""
        return self.grouped is not None or any(one.extracted is not None for one in self.fields)


def marks_of(edits: EventEdits | None) -> tuple[EditMark, ...]:
    """Return what people have done to an event."""
    if edits is None:
        return (EditMark.WAITING,)
    if edits.verdict is not None:
        first = EditMark(edits.verdict.value)
    else:
        first = EditMark.ADDED if edits.added else EditMark.WAITING
    more = (
        (EditMark.CORRECTED, edits.corrected),
        (EditMark.PINNED, edits.pinned),
        (EditMark.NOTED, bool(edits.note)),
        (EditMark.DIFFERS, bool(edits.disagreements)),
    )
    return (first, *(mark for mark, holds in more if holds))
