"""The publication dates that people set, by document; part of the history of edits."""

from dataclasses import replace

from sqlalchemy import Connection, Engine

from timeline.errors import DateInputError
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Timeline
from timeline.store import dated_writing, edit_log, version
from timeline.store.changes import PUBLISHED, NewChange, NewEdit, Sight
from timeline.store.edits import append
from timeline.store.engine import reading, writing
from timeline.store.schema import EDIT


class PublicationDates:
    """The publication dates that people set in a collection. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine

    def by_document(self) -> dict[str, str]:
        """Return the dates as EDTF, by document.

        They hold for documents that are not in the store at present, too.
        """
        with reading(self._engine) as connection:
            return _in_force(connection)

    def set(
        self, document: str, edtf: str | None, at: str | None = None, by: str | None = None
    ) -> None:
        """Set an article's publication date, or take back with None what was set.

        `at` is the moment as ISO 8601 text, `by` who did it. Raises DateInputError where `edtf`
        is no date. The timeline stays as it was dated: `set_with_timeline` replaces both.
        """
        change = _change(document, edtf, at, by)
        with writing(self._engine) as connection:
            version.hold(connection, None)
            version.count(connection, version.program(connection))
            append(connection, change)

    def set_with_timeline(  # noqa: PLR0913 - one transaction needs all of it
        self,
        document: str,
        edtf: str | None,
        timeline: Timeline,
        at: str,
        *,
        seen: int | None = None,
        before: Timeline | None = None,
        program: str | None = None,
        by: str | None = None,
        sight: Sight | None = None,
    ) -> int | None:
        """Set or take back a publication date, and write the timeline that follows from it.

        Both are written or none. `seen` is the timeline's version that it was made from: where it
        has moved on since, StoreMovedError is raised and the caller makes it anew. `before` is what
        the store holds then, where the caller knows it: only what differs is written. Returns the
        number of the change, None where the date is so already. `sight` is what its editor had
        seen: where somebody has set another date since, EditConflictError is raised.
        """
        change = _change(document, edtf, at, by, sight)
        with writing(self._engine) as connection:
            held = version.hold(connection, seen)
            program = program or version.program(connection)
            number = append(connection, change)
            differs = dated_writing.difference(connection, timeline, before)
            if number is not None or differs:
                version.count(connection, program)
                dated_writing.write(connection, differs, held + 1)
            return number


def _in_force(connection: Connection) -> dict[str, str]:
    """Return the publication dates that hold; those taken back are not among them."""
    rows = connection.execute(
        edit_log.edits_in_force(connection)
        .where(EDIT.c.field == PUBLISHED)
        .order_by(EDIT.c.subject)
    )
    return {row.subject: row.new for row in rows}


def _change(
    document: str, edtf: str | None, at: str | None, by: str | None, sight: Sight | None = None
) -> NewChange:
    checked = edtf if edtf is None else _checked(document, edtf)
    edit = NewEdit(document, PUBLISHED, checked)
    if sight is None:
        return NewChange(PUBLISHED, (edit,), at, by)
    edit = replace(edit, expected=True, seen=sight.as_of)
    return NewChange(PUBLISHED, (edit,), at, by, known=sight.known)


def _checked(document: str, edtf: str) -> str:
    """Return an EDTF date without spaces around it; raise DateInputError where it is no date."""
    try:
        when = from_edtf(edtf)
    except ValueError as error:
        raise DateInputError(f"{document}: {error}") from None
    if not when.resolved:
        raise DateInputError(f"{document}: {edtf!r} names no date; take the date back instead")
    return edtf.strip()
