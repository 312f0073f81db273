"""The names that a store holds, read quickly and without changing it: for completion in a shell.

Names that people edited (tags, actors, places, events of their own) are read from the history,
so that some may not hold any more; a command that is given one says so.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, NullPool, Select, Table, select

from timeline.errors import StoreError
from timeline.store.address import address_of, split_address
from timeline.store.changes import ADDED, MEMBERS
from timeline.store.collections import listed, number_of
from timeline.store.engine import current_collection, in_collection, make_engine, reading
from timeline.store.migrating import check_up_to_date
from timeline.store.presence import check_present, looked_at
from timeline.store.schema import ARTICLE, CHANGE, COLLECTION, EDIT, EVENT, EVENT_NAME

MOST = 500  # more than a shell shows at once
Named = Iterator[tuple[str, str]]


def peek(
    where: str, kind: str, beginning: str = "", most: int = MOST
) -> tuple[tuple[str, str], ...]:
    """Return names of a kind that begin so, each with a word on it; of many some.

    `kind` is one of KINDS. Where no store of this version can be read there are none.
    """
    with suppress(StoreError):
        return tuple(islice(_found(where, KINDS[kind], beginning), most))
    return ()


def _found(where: str, names: "Callable[[Connection], Named]", beginning: str) -> Named:
    address, collection = split_address(where)
    url = address_of(address)
    check_present(url)
    url = looked_at(url)
    check_up_to_date(url)
    engine = make_engine(url, pool=NullPool, read_only=True)
    with reading(engine) as connection:
        if collection is None:
            collection = connection.execute(_FIRST).scalar_one()
        number = number_of(connection, collection)
    seen: set[str] = set()
    with reading(in_collection(engine, number)) as connection:
        for name, word in names(connection):
            if name.startswith(beginning) and name not in seen:
                seen.add(name)
                yield name, word


_FIRST = select(COLLECTION.c.name).order_by(COLLECTION.c.id).limit(1)


def _own(query: "Select[Any]", table: Table, connection: Connection) -> Named:
    """Return the rows of this collection as pairs."""
    own = query.where(table.c.collection_id == current_collection(connection))
    for name, *words in connection.execute(own):
        yield str(name), str(words[0]) if words else ""


def _collections(connection: Connection) -> Named:
    return ((info.name, f"articles: {info.articles:,}") for info in listed(connection))


def _documents(connection: Connection) -> Named:
    query = select(ARTICLE.c.document, ARTICLE.c.title).order_by(ARTICLE.c.document)
    return _own(query, ARTICLE, connection)


def _sources(connection: Connection) -> Named:
    query = select(ARTICLE.c.source).where(ARTICLE.c.source.is_not(None)).distinct()
    return _own(query.order_by(ARTICLE.c.source), ARTICLE, connection)


def _events(connection: Connection) -> Named:
    yield from _own(
        select(EVENT.c.ekey, EVENT.c.title).order_by(EVENT.c.position), EVENT, connection
    )
    made = select(EDIT.c.subject).where(EDIT.c.field.in_((ADDED, MEMBERS)))
    yield from _own(made, EDIT, connection)


def _changes(connection: Connection) -> Named:
    return _own(select(CHANGE.c.id, CHANGE.c.kind).order_by(CHANGE.c.id.desc()), CHANGE, connection)


def _roles(role: str, field: str) -> "Callable[[Connection], Named]":
    """Return what lists the names of a role: those that were found, and those that people gave."""

    def names(connection: Connection) -> Named:
        query = select(EVENT_NAME.c.name).join(EVENT).where(EVENT_NAME.c.role == role)
        yield from _own(query.distinct(), EVENT, connection)
        yield from _given(field)(connection)

    return names


def _given(field: str) -> "Callable[[Connection], Named]":
    def names(connection: Connection) -> Named:
        query = select(EDIT.c.new).where(EDIT.c.field == field, EDIT.c.new.is_not(None)).distinct()
        return ((name, "") for text, _ in _own(query, EDIT, connection) for name in _listed(text))

    return names


def _listed(text: str) -> Iterable[str]:
    found = json.loads(text)
    return map(str, found) if isinstance(found, list) else ()


KINDS = MappingProxyType(
    {
        "collection": _collections,
        "document": _documents,
        "source": _sources,
        "event": _events,
        "change": _changes,
        "actor": _roles("actor", "actors"),
        "place": _roles("place", "places"),
        "tag": _given("tags"),
    }
)
