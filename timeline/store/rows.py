"""Row ids and rows for whoever writes many at once.

Ids are counted here, on from those of other collections, so that whole tables go in at once on any
database; who writes holds the lock of all collections (`version.advance`).
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

Rows = list[dict[str, Any]]
_AT_ONCE = 500  # values in one statement: any database takes so many


def next_id(connection: Connection, table: Table) -> Iterator[int]:
    """Give the row ids that are free, one after the other."""
    last = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return count(int(last) + 1)


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Put rows into a table."""
    if rows:
        connection.execute(insert(table), rows)


def portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Part values into as many as one statement takes."""
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
