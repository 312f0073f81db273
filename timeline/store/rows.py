"""Rows for whoever writes many at once, and which rows are a collection's own.

Row ids are counted here, on from those of other collections, so that whole tables go in at once on
any database; who writes holds the lock of all collections (`version.advance`).
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, func, insert, select

from timeline.store import schema
from timeline.store.engine import current_collection

Rows = list[dict[str, Any]]
_AT_ONCE = 500  # values in one statement: any database takes so many
_OWNERS = (schema.ARTICLE, schema.EVENT)  # a row without a collection's number has one of these


def next_id(connection: Connection, table: Table) -> Iterator[int]:
    """Yield the row ids that are free, one after the other."""
    last = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return count(int(last) + 1)


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows into a table."""
    if rows:
        connection.execute(insert(table), rows)


def portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the values in portions that one statement takes."""
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))


def own_rows(connection: Connection, table: Table) -> "Select[tuple[Any, ...]]":
    """Select the rows of a table that belong to the connection's collection."""
    return select(table).where(_own(connection, table))


def delete_own(connection: Connection, tables: tuple[Table, ...]) -> None:
    """Delete the rows of the connection's collection, children first as the tables are listed."""
    # Where no other collection holds anything, whole tables go, which is very much quicker.
    whole = _no_other_has_any(connection)
    for table in tables:
        gone = delete(table)
        connection.execute(gone if whole else gone.where(_own(connection, table)))


def _no_other_has_any(connection: Connection) -> bool:
    """Return whether no other collection of the store holds an article or an event."""
    number = current_collection(connection)
    others = (
        select(table.c.id).where(table.c.collection_id != number).limit(1) for table in _OWNERS
    )
    return all(connection.execute(query).first() is None for query in others)


def _own(connection: Connection, table: Table) -> ColumnElement[bool]:
    number = current_collection(connection)
    if "collection_id" in table.c:
        return table.c.collection_id == number
    owner = next(one for one in _OWNERS if f"{one.name}_id" in table.c)
    ids = select(owner.c.id).where(owner.c.collection_id == number)
    return table.c[f"{owner.name}_id"].in_(ids)
