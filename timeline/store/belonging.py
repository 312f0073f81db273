"""Which rows are a collection's own: by their number, or that of their article or event."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, select

from timeline.store import schema
from timeline.store.collections import alone, here

_OWNERS = (schema.ARTICLE, schema.EVENT)


def mine(connection: Connection, table: Table) -> "Select[tuple[Any, ...]]":
    """Select the rows of a table that belong to the connection's collection."""
    return select(table).where(_own(connection, table))


def clear(connection: Connection, tables: tuple[Table, ...]) -> None:
    """Delete the rows of the connection's collection, children first as the tables are given."""
    # Where no other collection holds anything, whole tables go, which is very much quicker.
    whole = alone(connection)
    for table in tables:
        gone = delete(table)
        connection.execute(gone if whole else gone.where(_own(connection, table)))


def _own(connection: Connection, table: Table) -> ColumnElement[bool]:
    number = here(connection)
    if "collection_id" in table.c:
        return table.c.collection_id == number
    owner = next(one for one in _OWNERS if f"{one.name}_id" in table.c)
    ids = select(owner.c.id).where(owner.c.collection_id == number)
    return table.c[f"{owner.name}_id"].in_(ids)
