"""What people changed: an append-only history in which the last edit of a field holds.

Nothing is ever overwritten, so that the order of undoing outlives the program.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert

from timeline.model.timeline import Timeline
from timeline.store import dated_writing, edit_log, undoing, version
from timeline.store.changes import PUBLISHED, Change, CurrentEdits, NewChange
from timeline.store.edit_conflicts import find_conflicts, last_edits, raise_conflicts
from timeline.store.engine import current_collection, reading, writing
from timeline.store.schema import CHANGE, EDIT, SUBJECT


@dataclass(frozen=True, slots=True)
class Redated:
    """A timeline under other publication dates.

    `seen` is the timeline's version that it was made from, `before` what the store holds then.
    """

    timeline: Timeline
    seen: int
    before: Timeline | None = None
    program: str | None = None  # the version of the code that dated and merged


class EditHistory:
    """The changes that people made in a collection. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine

    def append(self, change: NewChange) -> int | None:
        """Append a change of events; return its number, None if nothing changed.

        Raises EditConflictError where a field holds what its editor has not seen.
        """
        with writing(self._engine) as connection:
            version.advance_edits(connection)
            return append(connection, change)

    def undo(
        self,
        number: int,
        at: str | None = None,
        by: str | None = None,
        redated: Redated | None = None,
    ) -> int:
        """Undo a change, or redo one by undoing its undoing; return the number of the new change.

        `redated` is the timeline that follows where a publication date is taken back. Raises
        StoreError where the change is taken back already, or somebody edited the same since,
        StoreMovedError where the version that it was made from is no longer the present one.
        """
        with writing(self._engine) as connection:
            if redated is None:
                version.advance_edits(connection)
            else:
                after = version.hold(connection, redated.seen) + 1
                version.count(connection, redated.program)
            change = edit_log.reversal(connection, number, at, by)
            if any(edit.field == PUBLISHED for edit in change.edits) and redated is None:
                version.hold(connection, None)
                version.count(connection, version.program(connection))
            made = append(connection, change, undoes=number)
            if redated is not None:
                change_of_dates = dated_writing.difference(
                    connection, redated.timeline, redated.before
                )
                dated_writing.write(connection, change_of_dates, after)
            return made or number

    def next_undo(self, by: str | None = None) -> int | None:
        """Return the number of the last change, of one person if asked, that can be undone."""
        return undoing.undoable(self._heads(), by)

    def next_redo(self, by: str | None = None) -> int | None:
        """Return the number of the undoing that can be undone next."""
        return undoing.redoable(self._heads(), by)

    def current(self, before: CurrentEdits | None = None) -> CurrentEdits:
        """Return all edits of events that hold now.

        With what was returned `before`, only what is new since is read in full.
        """
        with reading(self._engine) as connection:
            return edit_log.current_edits(connection, before)

    def place_choices(self) -> dict[str, str]:
        """Return where people say that names lie, by name, as the history keeps it."""
        with reading(self._engine) as connection:
            return edit_log.place_choices(connection)

    def list(self) -> tuple[Change, ...]:
        """Return all changes, the oldest first."""
        with reading(self._engine) as connection:
            return edit_log.history(connection)

    def latest(self, count: int) -> tuple[Change, ...]:
        """Return the last changes, the newest first."""
        with reading(self._engine) as connection:
            return edit_log.latest(connection, count)

    def get(self, number: int) -> Change | None:
        """Return one change by its number."""
        with reading(self._engine) as connection:
            return next(iter(edit_log.history(connection, (number,))), None)

    def count(self) -> int:
        """Count the changes that were ever made."""
        with reading(self._engine) as connection:
            return edit_log.count(connection)

    def last_seq(self) -> int:
        """Return the number of the last edit that anybody has made, 0 without any."""
        with reading(self._engine) as connection:
            return edit_log.last_seq(connection)

    def _heads(self) -> tuple[Change, ...]:
        with reading(self._engine) as connection:
            return edit_log.heads(connection)


def append(connection: Connection, change: NewChange, undoes: int | None = None) -> int | None:
    """Add a change to the history and return its number; None where it would change nothing.

    Raises EditConflictError where a field holds what the editor has not seen.
    """
    last = last_edits(connection, (edit.subject for edit in change.edits))
    raise_conflicts(tuple(find_conflicts(connection, change, last)))
    rows = []
    for edit in change.edits:
        now = last.get(edit.subject, {}).get(edit.field)
        old = now.new if now is not None else None
        if old != edit.new:
            row = {"subject": edit.subject, "field": edit.field, "old": old, "new": edit.new}
            rows.append({**row, "machine": edit.extracted})
    if not rows:
        return None
    own = {"collection_id": current_collection(connection)}
    head = {"at": change.at, "by": change.by, "kind": change.kind, "undoes": undoes, **own}
    number = connection.execute(insert(CHANGE).values(head).returning(CHANGE.c.id)).scalar_one()
    connection.execute(insert(EDIT), [{"change_id": number, **own, **row} for row in rows])
    _keep_subjects(connection, change.subjects or {})
    return int(number)


def _keep_subjects(connection: Connection, subjects: Mapping[str, Sequence[Any]]) -> None:
    """Keep the mentions of events that nobody edited before; the first look is the anchor."""
    for ekey, mentions in subjects.items():
        if not edit_log.is_known(connection, ekey):
            row = {
                "collection_id": current_collection(connection),
                "ekey": ekey,
                "mentions": list(mentions),
            }
            connection.execute(insert(SUBJECT).values(row))
