"""What the publication dates yield into rows: the dates themselves, and the events."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table

from timeline.errors import StoreError
from timeline.model.timeline import Timeline
from timeline.store import schema
from timeline.store.article_rows import published_row
from timeline.store.engine import current_collection
from timeline.store.event_rows import conflict_row, event_row, name_rows, telling_row
from timeline.store.rows import Rows, delete_own, insert_rows, next_id, own_rows

# Children first, so that no row is ever without the one it belongs to.
DATED = (
    schema.CONFLICT,
    schema.EVENT_NAME,
    schema.TELLING,
    schema.EVENT,
    schema.PUBLICATION,
)


def replace_dated(connection: Connection, timeline: Timeline) -> None:
    """Replace the publication dates and events by these.

    Raises StoreError where an article or a mention of the timeline is not in the store.
    """
    delete_own(connection, DATED)
    articles = _ids(connection, schema.ARTICLE, "document")
    mentions = _ids(connection, schema.MENTION, "key")
    publications = [
        {
            "article_id": _id(articles, dated.article.document),
            "position": position,
            **published_row(dated.published),
            "problem": dated.problem,
        }
        for position, dated in enumerate(timeline.documents)
    ]
    insert_rows(connection, schema.PUBLICATION, publications)
    for table, rows in _event_rows(connection, timeline, mentions).items():
        insert_rows(connection, table, rows)


def _event_rows(
    connection: Connection, timeline: Timeline, mentions: Mapping[str, int]
) -> dict[Table, Rows]:
    rows: dict[Table, Rows] = {table: [] for table in DATED[-2::-1]}
    numbers, collection = next_id(connection, schema.EVENT), current_collection(connection)
    for position, (number, event) in enumerate(zip(numbers, timeline.events, strict=False), 1):
        of = {"event_id": number}
        place: dict[str, Any] = {"id": number, "collection_id": collection, "position": position}
        rows[schema.EVENT].append(place | event_row(event))
        rows[schema.EVENT_NAME].extend(of | name for name in name_rows(event))
        for order, dated_mention in enumerate(event.mentions):
            place = of | {"position": order, "mention_id": _id(mentions, dated_mention.mention.key)}
            rows[schema.TELLING].append(place | telling_row(dated_mention))
        for order, conflict in enumerate(event.conflicts):
            rows[schema.CONFLICT].append(of | {"position": order} | conflict_row(conflict))
    return rows


def _ids(connection: Connection, table: Table, name: str) -> dict[str, int]:
    own = own_rows(connection, table).with_only_columns(table.c[name], table.c.id)
    rows = connection.execute(own)
    return {key: number for key, number in rows}  # noqa: C416 - dict() of rows has no types


def _id(ids: Mapping[str, int], name: str) -> int:
    if name not in ids:
        raise StoreError(f"{name} is not in the store, which has changed meanwhile; load it again")
    return ids[name]
