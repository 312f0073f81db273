"""What the text yields into rows: articles, their expressions and mentions."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from sqlalchemy import Connection, Table, delete, func, select

from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis
from timeline.store import schema, search
from timeline.store.article_rows import article_row
from timeline.store.dated_writing import DATED
from timeline.store.engine import current_collection
from timeline.store.mention_rows import expression_row, mention_row
from timeline.store.rows import Rows, delete_own, insert_rows, next_id, portions

# Children first, so that no row is ever without the one it belongs to.
_TEXTS = (schema.MENTION, schema.EXPRESSION, schema.ARTICLE)


def replace_texts(connection: Connection, analyses: Sequence[Analysis], written: int) -> None:
    """Replace all articles, expressions and mentions by these.

    What is dated goes too: it belongs to mentions that are gone. `written` is the version of the
    program's part that this makes. Raises ValueError where a document comes twice, or two mentions
    share a key.
    """
    _check(analyses)
    search.forget(connection)
    delete_own(connection, (*DATED, *_TEXTS))
    _add(connection, analyses, range(1, len(analyses) + 1), written)
    search.learn(connection)


def upsert_texts(connection: Connection, analyses: Sequence[Analysis], written: int) -> None:
    """Insert these articles, or replace those of the same name.

    The publication dates and tellings of those that were there go with them. `written` is the
    version of the program's part that this makes. Raises ValueError as `replace_texts` does.
    """
    _check(analyses)
    documents = [analysis.article.document for analysis in analyses]
    present = dict(_held(connection, documents))
    _delete(connection, [number for number, _ in present.values()])
    further = count(_last_position(connection) + 1)
    places = [present[name][1] if name in present else next(further) for name in documents]
    search.learn(connection, _add(connection, analyses, places, written))


def delete_texts(connection: Connection, documents: Sequence[str]) -> None:
    """Delete articles by name, with their publication dates and tellings."""
    _delete(connection, [number for _, (number, _) in _held(connection, documents)])


def _delete(connection: Connection, articles: Sequence[int]) -> None:
    search.forget(connection, articles)
    mentions = select(schema.MENTION.c.id)
    for ids in portions(articles):
        told = mentions.where(schema.MENTION.c.article_id.in_(ids))
        connection.execute(delete(schema.TELLING).where(schema.TELLING.c.mention_id.in_(told)))
        for table in (schema.PUBLICATION, *_TEXTS[:-1]):
            connection.execute(delete(table).where(table.c.article_id.in_(ids)))
        connection.execute(delete(schema.ARTICLE).where(schema.ARTICLE.c.id.in_(ids)))


def _held(
    connection: Connection, documents: Sequence[str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield row id and position of those articles that are there, by name."""
    columns = schema.ARTICLE.c
    own = select(columns.document, columns.id, columns.position).where(
        columns.collection_id == current_collection(connection)
    )
    for names in portions(documents):
        for row in connection.execute(own.where(columns.document.in_(names))):
            yield row.document, (row.id, row.position)


def _last_position(connection: Connection) -> int:
    columns = schema.ARTICLE.c
    own = select(func.max(columns.position)).where(
        columns.collection_id == current_collection(connection)
    )
    return int(connection.execute(own).scalar() or 0)


def _add(
    connection: Connection, analyses: Sequence[Analysis], places: Sequence[int], written: int
) -> tuple[int, ...]:
    """Add articles with all that their text yields; give their row ids."""
    ids = {table: next_id(connection, table) for table in _TEXTS}
    rows: dict[Table, Rows] = {table: [] for table in _TEXTS[::-1]}
    own = {"collection_id": current_collection(connection), "written": written}
    for position, analysis in zip(places, analyses, strict=True):
        number = next(ids[schema.ARTICLE])
        place = {"id": number, "position": position}
        made_by = {"program": analysis.program or None, "problem": analysis.problem}
        rows[schema.ARTICLE].append(place | own | made_by | article_row(analysis.article))
        numbers = _add_expressions(
            rows[schema.EXPRESSION], ids[schema.EXPRESSION], number, analysis
        )
        for order, mention in enumerate(analysis.mentions):
            place = {"id": next(ids[schema.MENTION]), "article_id": number, "position": order}
            expression = {"expression_id": numbers[mention.expression]}
            rows[schema.MENTION].append(place | expression | mention_row(mention))
    for table, made in rows.items():
        insert_rows(connection, table, made)
    return tuple(row["id"] for row in rows[schema.ARTICLE])


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
    """Yield the article's expressions with their places, then those only its mentions hold."""
    for position, expression in enumerate(analysis.expressions):
        yield expression, position
    listed = set(analysis.expressions)
    only_told = (m.expression for m in analysis.mentions if m.expression not in listed)
    for expression in dict.fromkeys(only_told):
        yield expression, None
