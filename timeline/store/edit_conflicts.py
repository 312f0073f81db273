"""Whether somebody has edited a field since another editor saw it.

An editor has seen all edits up to a number, and those of the changes that were acknowledged since.
A later edit by others is a conflict, unless it leaves the value that was seen or puts the same one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select

from timeline.errors import EditConflictError
from timeline.model.edit import EditConflict
from timeline.store.changes import NewChange, NewEdit
from timeline.store.engine import current_collection
from timeline.store.rows import portions
from timeline.store.schema import CHANGE, EDIT

Last = Mapping[str, Mapping[str, "Row[Any]"]]  # the last edit of each field, by subject


def last_edits(connection: Connection, subjects: Iterable[str]) -> Last:
    """Return the last edit of each field of these subjects, with who made it when."""
    found: defaultdict[str, dict[str, Row[Any]]] = defaultdict(dict)
    for names in portions([*dict.fromkeys(subjects)]):
        mine = EDIT.c.collection_id == current_collection(connection), EDIT.c.subject.in_(names)
        newest = select(func.max(EDIT.c.seq)).where(*mine)
        newest = newest.group_by(EDIT.c.subject, EDIT.c.field)
        for row in connection.execute(_edits(connection).where(EDIT.c.seq.in_(newest))):
            found[row.subject][row.field] = row
    return found


def find_conflicts(connection: Connection, change: NewChange, last: Last) -> Iterator[EditConflict]:
    """Yield each edit of a change whose field holds what its editor has not seen."""
    for edit in change.edits:
        current = last.get(edit.subject, {})
        fields = sorted(current) if edit.whole else [edit.field]
        for field in fields if edit.expected else ():
            if field in current and _unseen(connection, edit, current[field], change.known):
                yield _conflict(edit, current[field])


def raise_conflicts(conflicts: Sequence[EditConflict]) -> None:
    """Raise EditConflictError where there is a conflict."""
    if conflicts:
        first = conflicts[0]
        more = f" ({len(conflicts) - 1} more)" if len(conflicts) > 1 else ""
        raise EditConflictError(
            f"the {first.field} of {first.subject} was changed by somebody else "
            f"({first.by or 'unnamed'}){more}; look again",
            tuple(conflicts),
        )


def _unseen(connection: Connection, edit: NewEdit, now: "Row[Any]", known: frozenset[int]) -> bool:
    """Return whether the editor has not seen what a field holds, and would put something else."""
    seen = edit.seen or 0
    if now.seq <= seen or now.change_id in known:
        return False
    if now.field == edit.field and now.new == edit.new:
        return False
    was_seen = or_(EDIT.c.seq <= seen, EDIT.c.change_id.in_(known))
    query = _edits(connection).where(EDIT.c.subject == now.subject, EDIT.c.field == now.field)
    query = query.where(was_seen).order_by(EDIT.c.seq.desc()).limit(1)
    before = connection.execute(query).first()
    return bool(now.new != (before.new if before is not None else None))


def _conflict(edit: NewEdit, now: "Row[Any]") -> EditConflict:
    same = now.field == edit.field
    mine, extracted = (edit.new, edit.extracted) if same else (now.new, now.machine)
    return EditConflict(edit.subject, now.field, mine, now.new, extracted, now.by, now.at, now.seq)


def _edits(connection: Connection) -> "Select[Any]":
    return (
        select(EDIT, CHANGE.c.by, CHANGE.c.at)
        .join(CHANGE, CHANGE.c.id == EDIT.c.change_id)
        .where(EDIT.c.collection_id == current_collection(connection))
    )
