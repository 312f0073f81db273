"""Values into rows: the machine's part of the store, replaced as a whole.

Row ids are counted here, on from those of other collections, so that whole tables go in at once on
any database; who writes holds the lock of all collections (`version.advance`).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from timeline.errors import StoreError
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis, Timeline
from timeline.store import schema, search
from timeline.store.article_rows import article_row, published_row
from timeline.store.belonging import clear, mine
from timeline.store.collections import here
from timeline.store.event_rows import conflict_row, event_row, name_rows, telling_row
from timeline.store.mention_rows import expression_row, mention_row

Rows = list[dict[str, Any]]

# Children first, so that no row is ever without the one it belongs to.
_DATED = (
    schema.CONFLICT,
    schema.EVENT_NAME,
    schema.TELLING,
    schema.EVENT,
    schema.PUBLICATION,
)
_TEXTS = (schema.MENTION, schema.EXPRESSION, schema.ARTICLE)


def replace_texts(connection: Connection, analyses: Sequence[Analysis]) -> None:
    """Put these articles, expressions and mentions in the place of those that were there.

    What is dated goes too: it belongs to mentions that are gone. Raises ValueError where a
    document comes twice, or two mentions share a key.
    """
    _check(analyses)
    search.forget(connection)
    clear(connection, (*_DATED, *_TEXTS))
    ids = {table: _next_id(connection, table) for table in _TEXTS}
    rows: dict[Table, Rows] = {table: [] for table in _TEXTS[::-1]}
    for position, analysis in enumerate(analyses, 1):
        number = next(ids[schema.ARTICLE])
        place = {"id": number, "position": position, "program": analysis.program or None}
        own = {"collection_id": here(connection)}
        rows[schema.ARTICLE].append(place | own | article_row(analysis.article))
        numbers = _add_expressions(
            rows[schema.EXPRESSION], ids[schema.EXPRESSION], number, analysis
        )
        for order, mention in enumerate(analysis.mentions):
            place = {"id": next(ids[schema.MENTION]), "article_id": number, "position": order}
            expression = {"expression_id": numbers[mention.expression]}
            rows[schema.MENTION].append(place | expression | mention_row(mention))
    for table, made in rows.items():
        _insert(connection, table, made)
    search.learn(connection)


def replace_dated(connection: Connection, timeline: Timeline) -> None:
    """Put these publication dates and events in the place of those that were there.

    Raises StoreError where an article or a mention of the timeline is not in the store.
    """
    clear(connection, _DATED)
    articles = _ids(connection, schema.ARTICLE, "document")
    mentions = _ids(connection, schema.MENTION, "key")
    publications = [
        {
            "article_id": _id(articles, dated.article.document),
            "position": position,
            **published_row(dated.published),
        }
        for position, dated in enumerate(timeline.documents)
    ]
    _insert(connection, schema.PUBLICATION, publications)
    for table, rows in _event_rows(connection, timeline, mentions).items():
        _insert(connection, table, rows)


def _check(analyses: Sequence[Analysis]) -> None:
    documents = [analysis.article.document for analysis in analyses]
    keys = [mention.key for analysis in analyses for mention in analysis.mentions]
    for what, names in (("document", documents), ("mention", keys)):
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise ValueError(f"the {what} {twice} comes twice")
    for analysis in analyses:
        if any(m.document != analysis.article.document for m in analysis.mentions):
            raise ValueError(f"a mention under {analysis.article.document} is another article's")


def _add_expressions(
    rows: Rows, numbers: Iterator[int], article: int, analysis: Analysis
) -> Mapping[TimeExpression, int]:
    """Add an article's expressions to the rows; give the row id of each."""
    ids: dict[TimeExpression, int] = {}
    for expression, position in _positions(analysis):
        number = next(numbers)
        place = {"id": number, "article_id": article, "position": position}
        rows.append(place | expression_row(expression))
        ids.setdefault(expression, number)
    return ids


def _positions(analysis: Analysis) -> Iterator[tuple[TimeExpression, int | None]]:
    """Give the article's expressions with their places, then those only its mentions hold."""
    for position, expression in enumerate(analysis.expressions):
        yield expression, position
    listed = set(analysis.expressions)
    only_told = (m.expression for m in analysis.mentions if m.expression not in listed)
    for expression in dict.fromkeys(only_told):
        yield expression, None


def _event_rows(
    connection: Connection, timeline: Timeline, mentions: Mapping[str, int]
) -> dict[Table, Rows]:
    rows: dict[Table, Rows] = {table: [] for table in _DATED[-2::-1]}
    numbers, collection = _next_id(connection, schema.EVENT), here(connection)
    for position, (number, event) in enumerate(zip(numbers, timeline.events, strict=False), 1):
        of = {"event_id": number}
        place: dict[str, Any] = {"id": number, "collection_id": collection, "position": position}
        rows[schema.EVENT].append(place | event_row(event))
        rows[schema.EVENT_NAME].extend(of | name for name in name_rows(event))
        for order, told in enumerate(event.mentions):
            place = of | {"position": order, "mention_id": _id(mentions, told.mention.key)}
            rows[schema.TELLING].append(place | telling_row(told))
        for order, conflict in enumerate(event.conflicts):
            rows[schema.CONFLICT].append(of | {"position": order} | conflict_row(conflict))
    return rows


def _next_id(connection: Connection, table: Table) -> Iterator[int]:
    last = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return count(int(last) + 1)


def _ids(connection: Connection, table: Table, name: str) -> dict[str, int]:
    own = mine(connection, table).with_only_columns(table.c[name], table.c.id)
    rows = connection.execute(own)
    return {key: number for key, number in rows}  # noqa: C416 - dict() of rows has no types


def _id(ids: Mapping[str, int], name: str) -> int:
    if name not in ids:
        raise StoreError(f"{name} is not in the store, which has changed meanwhile; load it again")
    return ids[name]


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    if rows:
        connection.execute(insert(table), rows)
