"""What people edited, as values: changes and their edits, and what holds after all of them.

A *change* is what one person did at once: one or more *edits*, each of a field of a subject (an
event, or a document for its publication date), from what to what; None is "not edited". To undo
is a change, too, that points at the one it undoes; to redo undoes the undoing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PUBLISHED = "published"
PLACED = "placed"  # where a name of the collection lies
MEMBERS = "members"  # which mentions are an event's, after a merge or a split
ADDED = "added"  # an event that a person brought
SAME_NAME = "same_name"  # whether two names are one; the subject is the pair
SAME_EVENT = "same_event"  # that two events are not one; the subject is the pair of their ids
UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one subject, from what to what; `extracted` is what the program said then."""

    seq: int
    subject: str
    field: str
    old: str | None
    new: str | None
    extracted: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a person did at once. `at` is ISO 8601 text and `by` a name, as the caller gave them."""

    id: int
    at: str | None
    by: str | None
    kind: str
    undoes: int | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class NewEdit:
    """An edit to be written; with `expected`, only where its editor saw what the field holds.

    `seen` is the number of the last edit that the editor had seen, of this field or any other;
    None for none. With `whole`, what anybody has since edited of the subject counts, too.
    """

    subject: str
    field: str
    new: str | None
    extracted: str | None = None
    expected: bool = False
    seen: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What an editor has seen: all edits up to the number `as_of`, and those of `known` changes."""

    as_of: int
    known: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class NewChange:
    """A change to be written; `subjects` are the mentions of edited events, by event.

    `known` are the numbers of changes that its editor was told of beside what the edits had `seen`.
    """

    kind: str
    edits: tuple[NewEdit, ...]
    at: str | None = None
    by: str | None = None
    subjects: Mapping[str, Sequence[Any]] | None = None
    known: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class CurrentEdit:
    """What holds for a field by which edit, what the program said then, by whom and when."""

    seq: int
    value: str
    extracted: str | None
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class CurrentEdits:
    """All that people edited of events: fields by event, and the mentions that they saw.

    `names` holds what they decided on pairs of names, by the pair; `apart` the pairs of events that
    they keep apart.
    """

    fields: Mapping[str, Mapping[str, CurrentEdit]]
    subjects: Mapping[str, Sequence[Any]]
    names: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
