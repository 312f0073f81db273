"""Mentions of events and texts of articles, read in blocks when somebody looks at them.

Events that are near in time have rows that are near, so a block serves a whole view; the last
blocks are kept. A row never changes, but its id may be another's later: so an id is asked for
together with the version at which its row was written.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Engine, select

from timeline.errors import StoreMovedError
from timeline.model.article import Article
from timeline.model.event import DatedMention
from timeline.store import loading, schema
from timeline.store.article_rows import article_of
from timeline.store.engine import reading

T = TypeVar("T")
EVENTS, ARTICLES = 128, 4  # rows of a block
BLOCKS = 24  # that are kept of each kind
Block = Mapping[tuple[int, int], T]
_MOVED = "the store was changed meanwhile; look again"


class _Blocks(Generic[T]):
    """Values by row id and version, a block at a time; safe to share between threads."""

    def __init__(self, size: int, read: Callable[[int, int], Block[T]]) -> None:
        """`read` returns the values of rows from one id up to another, without it."""
        self._size = size
        self._read = read
        self._kept: OrderedDict[int, Block[T]] = OrderedDict()
        self._lock = Lock()

    def get(self, row: int, written: int) -> T:
        """Return the value of a row; raise StoreMovedError where it is no longer there."""
        number = row // self._size
        with self._lock:
            block = self._kept.get(number, {})
        if (row, written) not in block:
            block = self._read(number * self._size, (number + 1) * self._size)
        with self._lock:
            self._kept[number] = block
            self._kept.move_to_end(number)
            if len(self._kept) > BLOCKS:
                self._kept.popitem(last=False)
        if (row, written) not in block:
            raise StoreMovedError(_MOVED)
        return block[row, written]


class LookUp:
    """What a collection holds besides what every view needs. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine
        self._mentions = _Blocks(EVENTS, self._mentions_of)
        self._articles = _Blocks(ARTICLES, self._articles_of)

    def mentions(self, row: int, written: int) -> tuple[DatedMention, ...]:
        """Return the mentions of an event; raise StoreMovedError where it is no longer there."""
        return self._mentions.get(row, written)

    def article(self, row: int, written: int) -> Article:
        """Return an article with its text; raise StoreMovedError where it is no longer there."""
        return self._articles.get(row, written)

    def _mentions_of(self, first: int, last: int) -> Block[tuple[DatedMention, ...]]:
        events = schema.EVENT.c
        with reading(self._engine) as connection:
            query = select(events.id, events.written).where(events.id >= first, events.id < last)
            versions = {row.id: row.written for row in connection.execute(query)}
            told = loading.load_mentions(connection, first, last)
        return {(row, versions[row]): tuple(mentions) for row, mentions in told.items()}

    def _articles_of(self, first: int, last: int) -> Block[Article]:
        columns = schema.ARTICLE.c
        query = select(schema.ARTICLE).where(columns.id >= first, columns.id < last)
        with reading(self._engine) as connection:
            rows = cast("Sequence[Mapping[str, Any]]", connection.execute(query).mappings().all())
        return {(row["id"], row["written"]): article_of(row) for row in rows}
