"""A timeline that follows its store: only the rows that differ from what is held are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, select

from timeline.model.event import Event
from timeline.model.interning import shared
from timeline.model.timeline import DatedArticle, Timeline
from timeline.store import schema, version
from timeline.store.article_rows import published_of
from timeline.store.engine import current_collection
from timeline.store.event_rows import conflict_of, event_values
from timeline.store.loading import ByEvent
from timeline.store.looking_up import LookUp
from timeline.store.rows import portions
from timeline.store.stored_values import StoredArticle, StoredEvent, Tellers, is_stored

K = TypeVar("K")
V = TypeVar("V")
Row = Mapping[str, Any]
_HALF = 2  # where more than one row of so many is new, all are read at once
_ARTICLE, _PUBLICATION, _EVENT = schema.ARTICLE.c, schema.PUBLICATION.c, schema.EVENT.c


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A timeline as a store has it at a version.

    `documents` are its articles by row id, version of that row and of the publication's.
    """

    look_up: LookUp
    version: int = -1
    timeline: Timeline = field(default_factory=lambda: Timeline((), ()))
    documents: Mapping[tuple[int, int, int], DatedArticle] = field(default_factory=dict)


def follow(connection: Connection, before: Snapshot) -> Snapshot:
    """Return the timeline as this connection sees it."""
    now = version.found_version(connection)
    if now == before.version:
        return before
    documents = _documents(connection, before)
    events = _events(connection, before)
    timeline = Timeline(tuple(documents.values()), events)
    return Snapshot(before.look_up, now, timeline, documents)


def _documents(
    connection: Connection, before: Snapshot
) -> Mapping[tuple[int, int, int], DatedArticle]:
    both = (_ARTICLE.id, _ARTICLE.written, _PUBLICATION.written.label("dated"))
    own = _ARTICLE.collection_id == current_collection(connection)
    keys = select(*both).join(schema.PUBLICATION).where(own).order_by(_PUBLICATION.position)
    found = {(row.id, row.written, row.dated): before.documents.get(tuple(row)) for row in
             connection.execute(keys)}  # fmt: skip
    articles = {key[:2]: one.article for key, one in before.documents.items()}
    light = (getattr(_ARTICLE, name) for name in StoredArticle.HELD)
    query = select(_ARTICLE.id.label("row"), _ARTICLE.written.label("text_written"), *light)
    query = query.add_columns(schema.PUBLICATION).join(schema.PUBLICATION).where(own)
    missing = [key[0] for key, one in found.items() if one is None]
    for row in _chosen(connection, query, _ARTICLE.id, missing, len(found)):
        key = (row["row"], row["text_written"])
        article = articles.get(key)
        if article is None:
            values = {**row, "written": row["text_written"]}
            article = StoredArticle.of(values, before.look_up.article)
        found[*key, row["written"]] = DatedArticle(article, published_of(row), row["problem"])
    return _whole(found)


def _events(connection: Connection, before: Snapshot) -> tuple[Event, ...]:
    known = {(one.row, one.written): one for one in before.timeline.events if is_stored(one)}
    own = _EVENT.collection_id == current_collection(connection)
    keys = select(_EVENT.id, _EVENT.written, _EVENT.importance)
    found: dict[tuple[int, int], Event | None] = {}
    for number, written, importance in connection.execute(
        keys.where(own).order_by(_EVENT.position)
    ):
        event = known.get((number, written))
        if event is not None and event.importance != importance:
            event = event.with_importance(importance)
        found[number, written] = event
    missing = sorted(key[0] for key, event in found.items() if event is None)
    names, conflicts, told = (
        ByEvent(_chosen(connection, query, query.selected_columns["event_id"], missing, len(found)))
        for query in _parts(current_collection(connection))
    )
    query = select(schema.EVENT).where(own).order_by(_EVENT.id)
    for row in _chosen(connection, query, _EVENT.id, missing, len(found)):
        number = row["id"]
        values = event_values(
            row, names.of(number), [conflict_of(one) for one in conflicts.of(number)]
        )
        values |= {"row": number, "written": row["written"]}
        tellers = _tellers(told.of(number))
        found[number, row["written"]] = StoredEvent.of(values, tellers, before.look_up.mentions)
    return tuple(event for event in found.values() if event is not None)


def _tellers(told: Iterable[Row]) -> Tellers:
    rows = list(told)
    return Tellers(
        shared(tuple(dict.fromkeys(row["document"] for row in rows))),
        shared(tuple(dict.fromkeys(row["source"] for row in rows if row["source"]))),
    )


def _parts(collection: int) -> "tuple[Select[Any], ...]":
    """Return what reads the names, the conflicts and the articles of events, in order."""
    name, conflict, telling = schema.EVENT_NAME.c, schema.CONFLICT.c, schema.TELLING.c
    own = _EVENT.collection_id == collection
    return (
        select(schema.EVENT_NAME)
        .join(schema.EVENT)
        .where(own)
        .order_by(name.event_id, name.role, name.position),
        select(schema.CONFLICT)
        .join(schema.EVENT)
        .where(own)
        .order_by(conflict.event_id, conflict.position),
        select(telling.event_id, _ARTICLE.document, _ARTICLE.source)
        .select_from(schema.TELLING)
        .join(schema.MENTION)
        .join(schema.ARTICLE)
        .where(_ARTICLE.collection_id == collection)
        .order_by(telling.event_id, telling.position),
    )


def _chosen(
    connection: Connection,
    query: "Select[Any]",
    column: Any,  # noqa: ANN401 - a column of any table
    ids: Sequence[int],
    count: int,
) -> Iterable[Row]:
    """Yield the rows of some ids, which are in order; more where most of `count` are asked for."""
    if not ids:
        return
    whole = len(ids) * _HALF > count
    queries = [query] if whole else [query.where(column.in_(some)) for some in portions(ids)]
    for one in queries:
        yield from cast("Iterable[Row]", connection.execute(one).mappings())


def _whole(found: Mapping[K, V | None]) -> Mapping[K, V]:
    """Return what was found for every key; one transaction sees the rows of all keys."""
    return {key: value for key, value in found.items() if value is not None}
