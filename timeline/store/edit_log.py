"""The history of edits as it is read; the last entry of a field is what holds."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, select

from timeline.errors import StoreError
from timeline.store.changes import (
    ADDED,
    MEMBERS,
    PLACED,
    PUBLISHED,
    REDO,
    SAME_EVENT,
    SAME_NAME,
    UNDO,
    Change,
    CurrentEdit,
    CurrentEdits,
    Edit,
    NewChange,
    NewEdit,
)
from timeline.store.engine import current_collection
from timeline.store.rows import portions
from timeline.store.schema import CHANGE, EDIT, SUBJECT
from timeline.store.undoing import edited_since


def current_edits(connection: Connection, before: CurrentEdits | None = None) -> CurrentEdits:
    """Return all that holds for events.

    The mentions that people saw, which never change, are taken over from what was given before.
    """
    fields: dict[str, dict[str, CurrentEdit]] = {}
    names: dict[str, str] = {}
    apart: set[str] = set()
    for row in connection.execute(_of_events(connection)):
        if row.field == SAME_NAME:
            names[row.subject] = row.new
            continue
        if row.field == SAME_EVENT:
            apart.add(row.subject)
            continue
        edit = CurrentEdit(row.seq, row.new, row.machine, row.by, row.at)
        fields.setdefault(row.subject, {})[row.field] = edit
    known = before.subjects if before else {}
    seen = {key: known[key] for key in fields if key in known}
    own = select(SUBJECT.c.ekey, SUBJECT.c.mentions)
    own = own.where(SUBJECT.c.collection_id == current_collection(connection))
    for keys in portions([key for key in fields if key not in known]):
        rows = connection.execute(own.where(SUBJECT.c.ekey.in_(keys)))
        seen |= {row.ekey: row.mentions for row in rows}
    return CurrentEdits(fields, seen, names, frozenset(apart))


def _of_events(connection: Connection) -> "Select[tuple[Any, ...]]":
    return edits_in_force(connection).where(EDIT.c.field.not_in((PUBLISHED, PLACED)))


def place_choices(connection: Connection) -> dict[str, str]:
    """Return where people say that names lie, by name, as the history keeps it."""
    rows = connection.execute(edits_in_force(connection).where(EDIT.c.field == PLACED))
    return {row.subject: row.new for row in rows}


def edits_in_force(connection: Connection) -> "Select[tuple[Any, ...]]":
    """Select the last edit of each field of each subject, where it was not taken back."""
    last = select(func.max(EDIT.c.seq)).where(
        EDIT.c.collection_id == current_collection(connection)
    )
    last = last.group_by(EDIT.c.subject, EDIT.c.field)
    return (
        select(EDIT, CHANGE.c.by, CHANGE.c.at)
        .join(CHANGE, CHANGE.c.id == EDIT.c.change_id)
        .where(EDIT.c.seq.in_(last), EDIT.c.new.is_not(None))
    )


def reversal(connection: Connection, number: int, at: str | None, by: str | None) -> NewChange:
    """Return the change that takes another back.

    Raises StoreError where there is none of that number, it is taken back already, or somebody
    has since edited again what it changed.
    """
    found = next(iter(history(connection, (number,))), None)
    if found is None:
        raise StoreError(f"there is no change {number}")
    again = select(CHANGE.c.id).where(CHANGE.c.undoes == number)
    if connection.execute(again).first() is not None:
        raise StoreError(f"change {number} is taken back already")
    since = edited_since(heads(connection), number)
    for edit in found.edits:
        later = since & _later(connection, edit)
        if later or _leaves_nothing(connection, edit):
            which = f" (change {max(later)})" if later else ""
            raise StoreError(
                f"change {number} cannot be taken back: on {edit.subject} somebody has decided "
                f"otherwise since{which}; take that back first"
            )
    edits = tuple(NewEdit(e.subject, e.field, e.old, e.extracted) for e in found.edits)
    return NewChange(REDO if found.kind == UNDO else UNDO, edits, at, by)


def heads(connection: Connection) -> tuple[Change, ...]:
    """Return every change without its edits, oldest first: all that the order of undoing needs."""
    own = select(CHANGE).where(CHANGE.c.collection_id == current_collection(connection))
    rows = connection.execute(own.order_by(CHANGE.c.id))
    return tuple(Change(row.id, row.at, row.by, row.kind, row.undoes, ()) for row in rows)


def history(connection: Connection, numbers: Iterable[int] | None = None) -> tuple[Change, ...]:
    """Return every change, or those of these numbers, oldest first."""
    number = current_collection(connection)
    rows = select(EDIT).where(EDIT.c.collection_id == number).order_by(EDIT.c.seq)
    changes = select(CHANGE).where(CHANGE.c.collection_id == number).order_by(CHANGE.c.id)
    if numbers is not None:
        wanted = tuple(numbers)
        rows = rows.where(EDIT.c.change_id.in_(wanted))
        changes = changes.where(CHANGE.c.id.in_(wanted))
    edits: dict[int, list[Edit]] = {}
    for row in connection.execute(rows):
        edit = Edit(row.seq, row.subject, row.field, row.old, row.new, row.machine)
        edits.setdefault(row.change_id, []).append(edit)
    return tuple(
        Change(row.id, row.at, row.by, row.kind, row.undoes, tuple(edits.get(row.id, ())))
        for row in connection.execute(changes)
    )


def latest(connection: Connection, most: int) -> tuple[Change, ...]:
    """Return the last changes, the newest first."""
    own = select(CHANGE.c.id).where(CHANGE.c.collection_id == current_collection(connection))
    numbers = own.order_by(CHANGE.c.id.desc()).limit(most)
    return history(connection, connection.execute(numbers).scalars().all())[::-1]


def count(connection: Connection) -> int:
    """Count the changes of the connection's collection."""
    own = CHANGE.c.collection_id == current_collection(connection)
    return int(connection.execute(select(func.count()).select_from(CHANGE).where(own)).scalar_one())


def last_seq(connection: Connection) -> int:
    """Return the number of the last edit of the connection's collection, 0 without any."""
    own = select(func.max(EDIT.c.seq)).where(EDIT.c.collection_id == current_collection(connection))
    return int(connection.execute(own).scalar() or 0)


def _later(connection: Connection, edit: Edit) -> set[int]:
    """Return the changes that touched the same field after an edit."""
    query = (
        select(EDIT.c.change_id)
        .where(EDIT.c.subject == edit.subject, EDIT.c.field == edit.field, EDIT.c.seq > edit.seq)
        .where(EDIT.c.collection_id == current_collection(connection))
    )
    return set(connection.execute(query).scalars())


def _leaves_nothing(connection: Connection, edit: Edit) -> bool:
    """Return whether edits of an event would lose it, for it is only there by this edit."""
    if edit.old is not None or edit.field not in (MEMBERS, ADDED):
        return False
    if is_known(connection, edit.subject):
        return False
    query = edits_in_force(connection).where(
        EDIT.c.subject == edit.subject, EDIT.c.field != edit.field
    )
    others = {row.field for row in connection.execute(query)}
    return bool(others) and ADDED not in others


def is_known(connection: Connection, ekey: str) -> bool:
    """Return whether an event's mentions are kept."""
    own = SUBJECT.c.collection_id == current_collection(connection)
    query = select(SUBJECT.c.ekey).where(own, SUBJECT.c.ekey == ekey)
    return connection.execute(query).first() is not None
