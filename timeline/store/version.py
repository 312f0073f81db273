"""The store's versions: numbers that grow with every write, read by whoever watches.

`version` counts every write, `machine` only those that the machine's part follows from (articles,
publication dates). So a long extraction is not disturbed by people who edit events meanwhile.
"""

from sqlalchemy import Connection, select, update

from timeline.errors import StoreMovedError
from timeline.store.schema import STATE

_STATE = select(STATE.c.version, STATE.c.machine)


def current(connection: Connection) -> int:
    """Give the version that this connection sees."""
    return int(connection.execute(_STATE).one().version)


def machine(connection: Connection) -> int:
    """Give the version of the machine's part that this connection sees."""
    return int(connection.execute(_STATE).one().machine)


def advance(connection: Connection, seen: int | None) -> None:
    """Count a write of the machine's part, which waits here until another write has ended.

    To be called first in it. Where the writer's data rest on an older version of the machine's
    part than the present, raise StoreMovedError.
    """
    state = connection.execute(_STATE.with_for_update()).one()
    if seen is not None and state.machine != seen:
        raise StoreMovedError("the store was changed by somebody else meanwhile; try again")
    connection.execute(
        update(STATE).values(version=STATE.c.version + 1, machine=STATE.c.machine + 1)
    )


def advance_edits(connection: Connection) -> None:
    """Count a write that leaves the machine's part as it is; to be called first in it."""
    connection.execute(_STATE.with_for_update()).one()
    connection.execute(update(STATE).values(version=STATE.c.version + 1))
