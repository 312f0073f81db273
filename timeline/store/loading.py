"""Rows back into the values that were saved; equal to them, in the same order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Executable, Select, Table, select

from timeline.model.article import Article
from timeline.model.event import DatedMention, EventMention
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.store import schema
from timeline.store.article_rows import article_of, published_of
from timeline.store.engine import current_collection
from timeline.store.event_rows import conflict_of, event_of, telling_of
from timeline.store.mention_rows import expression_of, mention_of
from timeline.store.rows import own_rows, portions

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


def load_analyses(
    connection: Connection, documents: Sequence[str] | None = None
) -> tuple[Analysis, ...]:
    """Return every article with its expressions and mentions, or those of some names."""
    if documents is None:
        return _analyses(connection, None)
    found = (_analyses(connection, names) for names in portions(documents))
    return tuple(analysis for some in found for analysis in some)


def _analyses(connection: Connection, names: Sequence[str] | None) -> tuple[Analysis, ...]:
    texts = _load_texts(connection, names)
    made = load_programs(connection, names)
    return tuple(
        Analysis(
            article,
            tuple(texts.expressions[key]),
            tuple(texts.mentions_of[key]),
            *made[article.document],
        )
        for key, article in texts.articles.items()
    )


def load_programs(
    connection: Connection, names: Sequence[str] | None = None
) -> dict[str, tuple[str, str | None]]:
    """Return which program analysed each article, and the problem that it had, by document."""
    columns = schema.ARTICLE.c
    query = own_rows(connection, schema.ARTICLE)
    if names is not None:
        query = query.where(columns.document.in_(names))
    query = query.order_by(columns.position)
    query = query.with_only_columns(columns.document, columns.program, columns.problem)
    rows = _fetch(connection, query)
    return {row["document"]: (row["program"] or "", row["problem"]) for row in rows}


def load_timeline(connection: Connection) -> Timeline:
    """Return the dated articles and the events."""
    texts = _load_texts(connection)
    publishers = {one.document: one.source for one in texts.articles.values()}
    documents = tuple(
        DatedArticle(texts.articles[row["article_id"]], published_of(row), row["problem"])
        for row in _rows(connection, schema.PUBLICATION, "position")
    )
    tellings = ByEvent(_rows(connection, schema.TELLING, "event_id", "position"))
    names = ByEvent(_rows(connection, schema.EVENT_NAME, "event_id", "role", "position"))
    conflicts = ByEvent(_rows(connection, schema.CONFLICT, "event_id", "position"))
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


def load_mentions(connection: Connection, first: int, last: int) -> dict[int, list[DatedMention]]:
    """Return the mentions of the collection's events in a range of row ids, by row id."""
    events = own_rows(connection, schema.EVENT).with_only_columns(schema.EVENT.c.id)
    events = events.where(schema.EVENT.c.id >= first, schema.EVENT.c.id < last)
    columns = schema.TELLING.c
    query = select(schema.TELLING).where(columns.event_id.in_(events))
    rows = list(_fetch(connection, query.order_by(columns.event_id, columns.position)))
    mentions = _chosen_mentions(connection, [row["mention_id"] for row in rows])
    publishers = _publishers(connection, sorted({m.document for m in mentions.values()}))
    told: dict[int, list[DatedMention]] = defaultdict(list)
    for row in rows:
        mention = mentions[row["mention_id"]]
        told[row["event_id"]].append(telling_of(row, mention, publishers[mention.document]))
    return told


def _publishers(connection: Connection, documents: Sequence[str]) -> dict[str, str | None]:
    """Return the publishers of articles of the connection's collection, by document."""
    columns = schema.ARTICLE.c
    own = own_rows(connection, schema.ARTICLE).with_only_columns(columns.document, columns.source)
    found: dict[str, str | None] = {}
    for some in portions(documents):
        rows = _fetch(connection, own.where(columns.document.in_(some)))
        found |= {row["document"]: row["source"] for row in rows}
    return found


def _chosen_mentions(connection: Connection, ids: Sequence[int]) -> dict[int, EventMention]:
    """Return mentions by row id, with their expressions."""
    found: dict[int, EventMention] = {}
    named = select(schema.MENTION, schema.ARTICLE.c.document).join(schema.ARTICLE)
    for some in portions(ids):
        rows = list(_fetch(connection, named.where(schema.MENTION.c.id.in_(some))))
        wanted = sorted({row["expression_id"] for row in rows})
        query = select(schema.EXPRESSION).where(schema.EXPRESSION.c.id.in_(wanted))
        expressions = {row["id"]: expression_of(row) for row in _fetch(connection, query)}
        for row in rows:
            found[row["id"]] = mention_of(row, row["document"], expressions[row["expression_id"]])
    return found


def _load_texts(connection: Connection, names: Sequence[str] | None = None) -> _Texts:
    """Read all texts, or those of articles of some names."""
    chosen = None
    if names is not None:
        chosen = own_rows(connection, schema.ARTICLE).with_only_columns(schema.ARTICLE.c.id)
        chosen = chosen.where(schema.ARTICLE.c.document.in_(names))
    found = _rows(connection, schema.ARTICLE, "position", chosen=chosen)
    articles = {row["id"]: article_of(row) for row in found}
    expressions: dict[int, TimeExpression] = {}
    listed: dict[int, list[TimeExpression]] = defaultdict(list)
    for row in _rows(connection, schema.EXPRESSION, "article_id", "position", chosen=chosen):
        expressions[row["id"]] = expression_of(row)
        if row["position"] is not None:
            listed[row["article_id"]].append(expressions[row["id"]])
    mentions: dict[int, EventMention] = {}
    mentions_of: dict[int, list[EventMention]] = defaultdict(list)
    for row in _rows(connection, schema.MENTION, "article_id", "position", chosen=chosen):
        document = articles[row["article_id"]].document
        mentions[row["id"]] = mention_of(row, document, expressions[row["expression_id"]])
        mentions_of[row["article_id"]].append(mentions[row["id"]])
    return _Texts(articles, listed, mentions, mentions_of)


def _rows(
    connection: Connection, table: Table, *order: str, chosen: "Select[Any] | None" = None
) -> Iterable[Row]:
    """Read the rows of a table in order: the collection's own, or those of chosen articles."""
    ordered = (table.c[name] for name in order)
    if chosen is None:
        query = own_rows(connection, table)
    else:
        query = select(table)
        query = query.where(
            (table.c.id if table is schema.ARTICLE else table.c.article_id).in_(chosen)
        )
    return _fetch(connection, query.order_by(*ordered))


def _fetch(connection: Connection, query: Executable) -> Iterable[Row]:
    return cast("Iterable[Row]", connection.execute(query).mappings())


class ByEvent:
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
