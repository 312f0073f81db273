"""What people decided, as an append-only history; the last entry of a field is what holds.

A *change* is what one person did at once: one or more *edits*, each of a field of a subject (an
event, or a document for its publication date), from what to what; None is "not decided". To undo
is a change, too, that points at the one it undoes; to redo undoes the undoing. Nothing is ever
overwritten, so that the order of undoing outlives the program.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from timeline.errors import DateInputError, StoreError, StoreMovedError
from timeline.model.edtf import from_edtf
from timeline.store.schema import CHANGE, EDIT, SUBJECT

PUBLISHED = "published"
UNDO = "undo"
REDO = "redo"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one subject, from what to what; `machine` is what the machine said then."""

    seq: int
    subject: str
    field: str
    old: str | None
    new: str | None
    machine: str | None = None


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
    """An edit to be written. With `expected`, only where the field still holds `seen`."""

    subject: str
    field: str
    new: str | None
    machine: str | None = None
    expected: bool = False
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class NewChange:
    """A change to be written; `subjects` are the mentions of events decided on, by event."""

    kind: str
    edits: tuple[NewEdit, ...]
    at: str | None = None
    by: str | None = None
    subjects: Mapping[str, Sequence[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds for a field, what the machine said when it was decided, by whom and when."""

    value: str
    machine: str | None
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that people decided on events: fields by event, and the mentions that they saw."""

    fields: Mapping[str, Mapping[str, Decided]]
    subjects: Mapping[str, Sequence[Any]]


def checked_date(document: str, edtf: str) -> str:
    """Give an EDTF date without spaces around it; raise DateInputError where it is no date."""
    try:
        when = from_edtf(edtf)
    except ValueError as error:
        raise DateInputError(f"{document}: {error}") from None
    if not when.resolved:
        raise DateInputError(f"{document}: {edtf!r} names no date; take the date back instead")
    return edtf.strip()


def given_dates(connection: Connection) -> dict[str, str]:
    """Give the publication dates that hold, by document; those taken back are not among them."""
    rows = connection.execute(_holding().where(EDIT.c.field == PUBLISHED).order_by(EDIT.c.subject))
    return {row.subject: row.new for row in rows}


def decisions(connection: Connection) -> Decisions:
    """Give all that holds for events."""
    fields: dict[str, dict[str, Decided]] = {}
    for row in connection.execute(_holding().where(EDIT.c.field != PUBLISHED)):
        decided = Decided(row.new, row.machine, row.by, row.at)
        fields.setdefault(row.subject, {})[row.field] = decided
    rows = connection.execute(select(SUBJECT.c.ekey, SUBJECT.c.mentions))
    return Decisions(fields, {row.ekey: row.mentions for row in rows if row.ekey in fields})


def _holding() -> "Select[tuple[Any, ...]]":
    """Select the last edit of each field of each subject, where it was not taken back."""
    last = select(func.max(EDIT.c.seq)).group_by(EDIT.c.subject, EDIT.c.field)
    return (
        select(EDIT, CHANGE.c.by, CHANGE.c.at)
        .join(CHANGE, CHANGE.c.id == EDIT.c.change_id)
        .where(EDIT.c.seq.in_(last), EDIT.c.new.is_not(None))
    )


def add_change(connection: Connection, change: NewChange, undoes: int | None = None) -> int | None:
    """Add a change to the history and give its number; None where it would change nothing.

    Raises StoreMovedError where a field does not hold what the edit expects.
    """
    rows = []
    for edit in change.edits:
        old = _held(connection, edit.subject, edit.field)
        if edit.expected and old != edit.seen:
            raise StoreMovedError(
                f"the {edit.field} of {edit.subject} was changed by somebody else; look again"
            )
        if old != edit.new:
            row = {"subject": edit.subject, "field": edit.field, "old": old, "new": edit.new}
            rows.append({**row, "machine": edit.machine})
    if not rows:
        return None
    head = {"at": change.at, "by": change.by, "kind": change.kind, "undoes": undoes}
    number = connection.execute(insert(CHANGE).values(head).returning(CHANGE.c.id)).scalar_one()
    connection.execute(insert(EDIT), [{"change_id": number, **row} for row in rows])
    _keep_subjects(connection, change.subjects or {})
    return int(number)


def reversal(connection: Connection, number: int, at: str | None, by: str | None) -> NewChange:
    """Give the change that takes another back.

    Raises StoreError where there is none of that number, it is taken back already, or somebody
    has since decided otherwise on what it changed.
    """
    found = next(iter(history(connection, (number,))), None)
    if found is None:
        raise StoreError(f"there is no change {number}")
    again = select(CHANGE.c.id).where(CHANGE.c.undoes == number)
    if connection.execute(again).first() is not None:
        raise StoreError(f"change {number} is taken back already")
    for edit in found.edits:
        last = select(func.max(EDIT.c.seq)).where(
            EDIT.c.subject == edit.subject, EDIT.c.field == edit.field
        )
        if connection.execute(last).scalar() != edit.seq:
            raise StoreError(
                f"change {number} cannot be taken back: the {edit.field} of {edit.subject} "
                "was decided anew since; take that back first"
            )
    edits = tuple(NewEdit(e.subject, e.field, e.old, e.machine) for e in found.edits)
    return NewChange(REDO if found.kind == UNDO else UNDO, edits, at, by)


def history(connection: Connection, numbers: Iterable[int] | None = None) -> tuple[Change, ...]:
    """Give every change, or those of these numbers, oldest first."""
    heads, rows = select(CHANGE).order_by(CHANGE.c.id), select(EDIT).order_by(EDIT.c.seq)
    if numbers is not None:
        wanted = tuple(numbers)
        heads, rows = heads.where(CHANGE.c.id.in_(wanted)), rows.where(EDIT.c.change_id.in_(wanted))
    edits: dict[int, list[Edit]] = {}
    for row in connection.execute(rows):
        edit = Edit(row.seq, row.subject, row.field, row.old, row.new, row.machine)
        edits.setdefault(row.change_id, []).append(edit)
    return tuple(
        Change(row.id, row.at, row.by, row.kind, row.undoes, tuple(edits.get(row.id, ())))
        for row in connection.execute(heads)
    )


def _held(connection: Connection, subject: str, field: str) -> str | None:
    query = select(EDIT.c.new).where(EDIT.c.subject == subject, EDIT.c.field == field)
    value: str | None = connection.execute(query.order_by(EDIT.c.seq.desc()).limit(1)).scalar()
    return value


def _keep_subjects(connection: Connection, subjects: Mapping[str, Sequence[Any]]) -> None:
    """Keep the mentions of events that nobody decided on before; the first look is the anchor."""
    for ekey, mentions in subjects.items():
        known = select(SUBJECT.c.ekey).where(SUBJECT.c.ekey == ekey)
        if connection.execute(known).first() is None:
            connection.execute(insert(SUBJECT).values(ekey=ekey, mentions=list(mentions)))
