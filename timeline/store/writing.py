"""Values into rows: the machine's part of the store, replaced as a whole.

Row ids are counted here, from 1, so that whole tables go in at once on any database.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from timeline.errors import StoreError
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis, Timeline
from timeline.store import schema
from timeline.store.article_rows import article_row, published_row
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
    _clear(connection, (*_DATED, *_TEXTS))
    articles: Rows = []
    expressions: Rows = []
    mentions: Rows = []
    for number, analysis in enumerate(analyses, 1):
        place = {"id": number, "position": number, "program": analysis.program or None}
        articles.append(place | article_row(analysis.article))
        ids = _add_expressions(expressions, number, analysis)
        for position, mention in enumerate(analysis.mentions):
            place = {"id": len(mentions) + 1, "article_id": number, "position": position}
            expression = {"expression_id": ids[mention.expression]}
            mentions.append(place | expression | mention_row(mention))
    for table, rows in zip(_TEXTS[::-1], (articles, expressions, mentions), strict=True):
        _insert(connection, table, rows)


def replace_dated(connection: Connection, timeline: Timeline) -> None:
    """Put these publication dates and events in the place of those that were there.

    Raises StoreError where an article or a mention of the timeline is not in the store.
    """
    _clear(connection, _DATED)
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
    for table, rows in _event_rows(timeline, mentions).items():
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


def _add_expressions(rows: Rows, article: int, analysis: Analysis) -> Mapping[TimeExpression, int]:
    """Add an article's expressions to the rows; give the row id of each."""
    ids: dict[TimeExpression, int] = {}
    for expression, position in _positions(analysis):
        number = len(rows) + 1
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


def _event_rows(timeline: Timeline, mentions: Mapping[str, int]) -> dict[Table, Rows]:
    rows: dict[Table, Rows] = {table: [] for table in _DATED[-2::-1]}
    for number, event in enumerate(timeline.events, 1):
        mine = {"event_id": number}
        rows[schema.EVENT].append({"id": number, "position": number, **event_row(event)})
        rows[schema.EVENT_NAME].extend(mine | name for name in name_rows(event))
        for position, told in enumerate(event.mentions):
            place = mine | {"position": position, "mention_id": _id(mentions, told.mention.key)}
            rows[schema.TELLING].append(place | telling_row(told))
        for position, conflict in enumerate(event.conflicts):
            rows[schema.CONFLICT].append(mine | {"position": position} | conflict_row(conflict))
    return rows


def _ids(connection: Connection, table: Table, name: str) -> dict[str, int]:
    rows = connection.execute(select(table.c[name], table.c.id))
    return {key: number for key, number in rows}  # noqa: C416 - dict() of rows has no types


def _id(ids: Mapping[str, int], name: str) -> int:
    if name not in ids:
        raise StoreError(f"{name} is not in the store, which has changed meanwhile; load it again")
    return ids[name]


def _clear(connection: Connection, tables: Sequence[Table]) -> None:
    for table in tables:
        connection.execute(delete(table))


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    if rows:
        connection.execute(insert(table), rows)
