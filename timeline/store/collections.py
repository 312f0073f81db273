"""The collections of a store, each with articles, events, history and versions of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, delete, func, insert, select, update

from timeline.errors import StoreError, StoreNameError, UnknownCollectionError
from timeline.store import search
from timeline.store.engine import FIRST_COLLECTION, reading, writing
from timeline.store.schema import ARTICLE, CHANGE, COLLECTION, EVENT, RUN, SUBJECT, UPLOAD
from timeline.wording.names import quoted

FIRST_NAME = "main"
_NAME = re.compile(r"\w[\w -]{0,59}")


@dataclass(frozen=True, slots=True)
class CollectionInfo:
    """A collection's name, and how much it holds."""

    name: str
    articles: int
    events: int
    changes: int


class Collections:
    """The collections of a store. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store."""
        self._engine = engine

    def list(self) -> tuple[CollectionInfo, ...]:
        """Return all collections of the store, the first one first."""
        with reading(self._engine) as connection:
            return listed(connection)

    def rename(self, name: str, other: str) -> None:
        """Rename a collection; raise StoreError where the other name is taken."""
        with writing(self._engine) as connection:
            rename(connection, name, other)

    def delete(self, name: str) -> None:
        """Delete a collection that holds nothing; raise StoreError where it holds something."""
        with writing(self._engine) as connection:
            search.drop(connection, delete_empty(connection, name))


def checked_name(name: str) -> str:
    """Return a name without spaces around it; raise StoreError where it can name no collection."""
    cleaned = " ".join(name.split())
    if not _NAME.fullmatch(cleaned):
        raise StoreNameError(
            f"{quoted(name)} cannot name a collection: letters, digits, blanks, _ and - are "
            "allowed, 60 at most, a letter or digit first"
        )
    return cleaned


def number_of(connection: Connection, name: str) -> int:
    """Return a collection's number; raise StoreError where there is none of that name."""
    found = connection.execute(select(COLLECTION.c.id).where(COLLECTION.c.name == name)).scalar()
    if found is None:
        raise UnknownCollectionError("collection", name, names(connection))
    return int(found)


def create(connection: Connection, name: str) -> int:
    """Insert a collection of that name where there is none yet; return its number."""
    wanted = checked_name(name)
    rows = _alone_with_all(connection)
    number = next((int(row.id) for row in rows if row.name == wanted), None)
    if number is None:
        number = max((int(row.id) for row in rows), default=0) + 1
        new = {"id": number, "name": wanted, "version": 0, "machine": 0}
        connection.execute(insert(COLLECTION).values(new))
    search.make(connection, number)
    return number


def _alone_with_all(connection: Connection) -> "Sequence[Row[Any]]":
    """Return all collections, as they are once nobody else adds or renames one."""
    ordered = select(COLLECTION).order_by(COLLECTION.c.id)
    connection.execute(ordered.with_for_update()).all()
    # Asked again: PostgreSQL's answer to who waited lacks the rows that were added meanwhile.
    return connection.execute(ordered).all()


def rename(connection: Connection, name: str, other: str) -> None:
    """Rename a collection; raise StoreError where the other name is taken."""
    wanted = checked_name(other)
    taken = {row.name: row.id for row in _alone_with_all(connection)}
    number = number_of(connection, name)
    if taken.get(wanted, number) != number:
        raise StoreError(f"there is a collection {wanted!r} already")
    named = update(COLLECTION).where(COLLECTION.c.id == number).values(name=wanted)
    connection.execute(named)


def delete_empty(connection: Connection, name: str) -> int:
    """Remove a collection that holds nothing; raise StoreError where people would lose something.

    The first one stays, for a store without a collection cannot be opened. Returns the number,
    which a later collection may get: so nothing that bears it is left.
    """
    number = number_of(connection, name)
    info = next(one for one in listed(connection) if one.name == name)
    if info.articles or info.changes:
        raise StoreError(
            f"the collection {name!r} is not empty (articles: {info.articles:,}, "
            f"changes by people: {info.changes:,}); only an empty one is removed"
        )
    waiting = select(UPLOAD.c.id).where(UPLOAD.c.collection_id == number).limit(1)
    if connection.execute(waiting).first() is not None:
        raise StoreError(f"the collection {name!r} is not empty: articles wait to be read into it")
    if number == FIRST_COLLECTION:
        raise StoreError(f"the collection {name!r} is the first one, which stays; rename it")
    for table in (EVENT, SUBJECT, RUN):
        connection.execute(delete(table).where(table.c.collection_id == number))
    connection.execute(delete(COLLECTION).where(COLLECTION.c.id == number))
    return number


def names(connection: Connection) -> tuple[str, ...]:
    """Return the names of the collections in the order in which they were made."""
    rows = connection.execute(select(COLLECTION.c.name).order_by(COLLECTION.c.id))
    return tuple(rows.scalars())


def listed(connection: Connection) -> tuple[CollectionInfo, ...]:
    """Return the collections in the order in which they were made."""
    counts = [_counted(connection, table) for table in (ARTICLE, EVENT, CHANGE)]
    rows = connection.execute(select(COLLECTION.c.id, COLLECTION.c.name).order_by(COLLECTION.c.id))
    return tuple(CollectionInfo(row.name, *(c.get(row.id, 0) for c in counts)) for row in rows)


def _counted(connection: Connection, table: Table) -> dict[int, int]:
    own = table.c.collection_id
    rows = connection.execute(select(own, func.count()).group_by(own))
    return {number: count for number, count in rows}  # noqa: C416 - dict() of rows has no types
