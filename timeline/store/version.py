"""The store's version: a number that grows with every write, read by whoever watches."""

from sqlalchemy import Connection, select, update

from timeline.errors import StoreMovedError
from timeline.store.schema import STATE

_VERSION = select(STATE.c.version)


def current(connection: Connection) -> int:
    """Give the version that this connection sees."""
    return int(connection.execute(_VERSION).scalar_one())


def advance(connection: Connection, seen: int | None) -> None:
    """Count one write, which waits here until another has ended; to be called first in it.

    Where the writer's data rest on an older version than the present, raise StoreMovedError.
    """
    version = connection.execute(_VERSION.with_for_update()).scalar_one()
    if seen is not None and version != seen:
        raise StoreMovedError("the store was changed by somebody else meanwhile; try again")
    connection.execute(update(STATE).values(version=STATE.c.version + 1))
