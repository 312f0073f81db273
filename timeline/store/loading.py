"""Rows back into the values that were saved; equal to them, in the same order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Executable, Table, select

from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.store import schema
from timeline.store.article_rows import article_of, published_of
from timeline.store.engine import current_collection
from timeline.store.event_rows import conflict_of, event_of, telling_of
from timeline.store.mention_rows import expression_of, mention_of
from timeline.store.rows import own_rows

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the text yields, by row id, in the order of the collection."""

    articles: dict[int, Article]
    expressions: dict[int, list[TimeExpression]]  # of each article
    mentions: dict[int, EventMention]
    mentions_of: dict[int, list[EventMention]]  # of each article


def load_article(connection: Connection, document: str) -> Article | None:
    """Return one article by its name."""
    query = own_rows(connection, schema.ARTICLE).where(schema.ARTICLE.c.document == document)
    return next((article_of(row) for row in _fetch(connection, query)), None)


def load_expressions(connection: Connection, document: str) -> tuple[TimeExpression, ...]:
    """Return one article's time expressions in the order of its text, by the article's name."""
    query = (
        select(schema.EXPRESSION)
        .join(schema.ARTICLE, schema.ARTICLE.c.id == schema.EXPRESSION.c.article_id)
        .where(schema.ARTICLE.c.collection_id == current_collection(connection))
        .where(schema.ARTICLE.c.document == document, schema.EXPRESSION.c.position.is_not(None))
        .order_by(schema.EXPRESSION.c.position)
    )
    return tuple(expression_of(row) for row in _fetch(connection, query))


def load_analyses(connection: Connection) -> tuple[Analysis, ...]:
    """Return every article with its expressions and mentions."""
    texts = _load_texts(connection)
    columns = schema.ARTICLE.c
    made_by = own_rows(connection, schema.ARTICLE)
    made_by = made_by.with_only_columns(columns.id, columns.program, columns.problem)
    made = {row["id"]: row for row in _fetch(connection, made_by)}
    return tuple(
        Analysis(
            article,
            tuple(texts.expressions[key]),
            tuple(texts.mentions_of[key]),
            made[key]["program"] or "",
            made[key]["problem"],
        )
        for key, article in texts.articles.items()
    )


def load_timeline(connection: Connection) -> Timeline:
    """Return the dated articles and the events."""
    texts = _load_texts(connection)
    publishers = {one.document: one.source for one in texts.articles.values()}
    documents = tuple(
        DatedArticle(texts.articles[row["article_id"]], published_of(row), row["problem"])
        for row in _rows(connection, schema.PUBLICATION, "position")
    )
    tellings = _ByEvent(_rows(connection, schema.TELLING, "event_id", "position"))
    names = _ByEvent(_rows(connection, schema.EVENT_NAME, "event_id", "role", "position"))
    conflicts = _ByEvent(_rows(connection, schema.CONFLICT, "event_id", "position"))
    placed = [
        (
            row["position"],
            event_of(
                row,
                [
                    telling_of(one, mention, publishers[mention.document])
                    for one in tellings.of(key)
                    for mention in [texts.mentions[one["mention_id"]]]
                ],
                names.of(key),
                [conflict_of(conflict) for conflict in conflicts.of(key)],
            ),
        )
        for row in _rows(connection, schema.EVENT, "id")
        for key in [row["id"]]
    ]
    placed.sort(key=itemgetter(0))
    return Timeline(documents, tuple(event for _, event in placed))


def _load_texts(connection: Connection) -> _Texts:
    articles = {row["id"]: article_of(row) for row in _rows(connection, schema.ARTICLE, "position")}
    expressions: dict[int, TimeExpression] = {}
    listed: dict[int, list[TimeExpression]] = defaultdict(list)
    for row in _rows(connection, schema.EXPRESSION, "article_id", "position"):
        expressions[row["id"]] = expression_of(row)
        if row["position"] is not None:
            listed[row["article_id"]].append(expressions[row["id"]])
    mentions: dict[int, EventMention] = {}
    mentions_of: dict[int, list[EventMention]] = defaultdict(list)
    for row in _rows(connection, schema.MENTION, "article_id", "position"):
        document = articles[row["article_id"]].document
        mentions[row["id"]] = mention_of(row, document, expressions[row["expression_id"]])
        mentions_of[row["article_id"]].append(mentions[row["id"]])
    return _Texts(articles, listed, mentions, mentions_of)


def _rows(connection: Connection, table: Table, *order: str) -> Iterable[Row]:
    ordered = (table.c[name] for name in order)
    return _fetch(connection, own_rows(connection, table).order_by(*ordered))


def _fetch(connection: Connection, query: Executable) -> Iterable[Row]:
    return cast("Iterable[Row]", connection.execute(query).mappings())


class _ByEvent:
    """Rows of events, taken from the database as they are asked for: never all at a time."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take rows in the order of their events' ids."""
        self._groups = groupby(rows, key=itemgetter("event_id"))
        self._take()

    def of(self, event: int) -> list[Row]:
        """Return an event's rows; events are to be asked for in the order of their ids."""
        while self._event is not None and self._event < event:
            self._take()
        return self._rows if self._event == event else []

    def _take(self) -> None:
        found = next(self._groups, None)
        self._event: int | None = found and found[0]
        self._rows: list[Row] = list(found[1]) if found else []
