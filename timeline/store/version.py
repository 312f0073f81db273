"""A collection's versions: numbers that grow with every write, read by whoever watches.

`version` counts every write, `machine` only those that the program's part follows from (articles,
publication dates). So a long extraction is not disturbed by people who edit events meanwhile.
"""

from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from timeline.errors import StoreError, StoreMovedError
from timeline.store.engine import current_collection
from timeline.store.schema import COLLECTION

REMOVED = "the collection was removed meanwhile; choose another one"
_ALL = select(COLLECTION.c.id, COLLECTION.c.version, COLLECTION.c.machine)


def current(connection: Connection) -> int:
    """Return the version that this connection sees."""
    return int(_mine(connection, _ALL).version)


def found_version(connection: Connection) -> int:
    """Return the version of the program's part that this connection sees."""
    return int(_mine(connection, _ALL).machine)


def hold(connection: Connection, seen: int | None) -> int:
    """Begin a write of the program's part, which waits here until another write has ended.

    Returns the version that the program's part has before it. To be called first in it; it waits
    for writes of all collections, for they count row ids together. Where the writer's data rest on
    an older version of the program's part than the present, raise StoreMovedError.
    """
    number = current_collection(connection)
    rows = connection.execute(_ALL.order_by(COLLECTION.c.id).with_for_update())
    state = next((row for row in rows.all() if row.id == number), None)
    if state is None:
        raise StoreError(REMOVED)
    if seen is not None and state.machine != seen:
        raise StoreMovedError("the store was changed by somebody else meanwhile; try again")
    return int(state.machine)


def count(connection: Connection, program: str | None = None) -> None:
    """Count a write of the program's part that `hold` has begun.

    `program` is the version of the code that dated and merged what is written; without it nobody
    relies on what is there being that of the present code.
    """
    _count(connection, both=True)
    note_program(connection, program)


def note_program(connection: Connection, program: str | None) -> None:
    """Note the version of the code that dated and merged what is there."""
    own = COLLECTION.c.id == current_collection(connection)
    connection.execute(update(COLLECTION).where(own).values(dated_by=program))


def program(connection: Connection) -> str | None:
    """Return the version of the code that dated and merged what this connection sees."""
    own = COLLECTION.c.id == current_collection(connection)
    found = connection.execute(select(COLLECTION.c.dated_by).where(own)).scalar()
    return None if found is None else str(found)


def advance(connection: Connection, seen: int | None) -> int:
    """Hold and count a write; return the version that the program's part has after it."""
    before = hold(connection, seen)
    count(connection)
    return before + 1


def advance_edits(connection: Connection) -> None:
    """Count a write that leaves the program's part as it is; to be called first in it."""
    _mine(connection, _ALL.with_for_update())
    _count(connection, both=False)


def _mine(connection: Connection, query: "Select[Any]") -> "Row[Any]":
    row = connection.execute(query.where(COLLECTION.c.id == current_collection(connection))).first()
    if row is None:
        raise StoreError(REMOVED)
    return row


def _count(connection: Connection, *, both: bool) -> None:
    more = {"version": COLLECTION.c.version + 1}
    if both:
        more["machine"] = COLLECTION.c.machine + 1
    connection.execute(
        update(COLLECTION).where(COLLECTION.c.id == current_collection(connection)).values(more)
    )
