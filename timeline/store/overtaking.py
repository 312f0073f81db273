"""Whether somebody has edited a field since another editor saw it.

An editor has seen all edits up to a number, and those of the changes that were acknowledged since.
A later edit by others is a conflict, unless it leaves the value that was seen or puts the same one.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from timeline.errors import EditConflictError
from timeline.model.curation import EditConflict
from timeline.store.changes import NewChange, NewEdit
from timeline.store.collections import here
from timeline.store.schema import CHANGE, EDIT


def overtaken(connection: Connection, change: NewChange) -> Iterator[EditConflict]:
    """Yield each edit of a change whose field holds what its editor has not seen."""
    for edit in change.edits:
        if not edit.expected:
            continue
        fields = _unseen_fields(connection, edit) if edit.whole else [edit.field]
        for field in fields:
            found = _conflict(connection, edit, field, change.known)
            if found is not None:
                yield found


def refuse(conflicts: Sequence[EditConflict]) -> None:
    """Raise EditConflictError where there is a conflict."""
    if conflicts:
        first = conflicts[0]
        more = f" ({len(conflicts) - 1} more)" if len(conflicts) > 1 else ""
        raise EditConflictError(
            f"the {first.field} of {first.subject} was changed by somebody else "
            f"({first.by or 'unnamed'}){more}; look again",
            tuple(conflicts),
        )


def _conflict(
    connection: Connection, edit: NewEdit, field: str, known: frozenset[int]
) -> EditConflict | None:
    seen = edit.seen or 0
    now = _last(connection, edit.subject, field)
    if now is None or now.seq <= seen or now.change_id in known:
        return None
    mine = edit.new if field == edit.field else None
    if field == edit.field and now.new == mine:
        return None
    before = _last(connection, edit.subject, field, seen)
    if now.new == (before and before.new):
        return None
    machine = now.machine if field == edit.field else None
    return EditConflict(edit.subject, field, mine, now.new, machine, now.by, now.at, now.seq)


def _last(
    connection: Connection, subject: str, field: str, until: int | None = None
) -> "Row[Any] | None":
    """Return the last edit of a field, or the last one up to a number, with who made it when."""
    query = _edits(connection, subject).where(EDIT.c.field == field)
    if until is not None:
        query = query.where(EDIT.c.seq <= until)
    return connection.execute(query.order_by(EDIT.c.seq.desc()).limit(1)).first()


def _unseen_fields(connection: Connection, edit: NewEdit) -> list[str]:
    query = _edits(connection, edit.subject).where(EDIT.c.seq > (edit.seen or 0))
    return sorted({row.field for row in connection.execute(query)})


def _edits(connection: Connection, subject: str) -> "Select[Any]":
    return (
        select(EDIT, CHANGE.c.by, CHANGE.c.at)
        .join(CHANGE, CHANGE.c.id == EDIT.c.change_id)
        .where(EDIT.c.collection_id == here(connection), EDIT.c.subject == subject)
    )
