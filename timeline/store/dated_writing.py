"""What the publication dates yield into rows: the dates themselves, and the events.

Only what differs from what is there is written: an event that is the same keeps its row, with all
that hangs on it. The place of a row leaves room for others (`placing.py`), and a rank within the
collection, which a single new event may move for all, is a column that changes by itself.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from timeline.errors import StoreError
from timeline.model.event import Event
from timeline.model.timeline import DatedArticle, Timeline
from timeline.store import loading, schema
from timeline.store.article_rows import published_row
from timeline.store.differing import NEW, matches
from timeline.store.engine import current_collection
from timeline.store.event_rows import conflict_row, event_row, name_rows, telling_row
from timeline.store.placing import places
from timeline.store.rows import Rows, insert_rows, next_id, own_rows, portions

# Children first, so that no row is ever without the one it belongs to.
DATED = (
    schema.CONFLICT,
    schema.EVENT_NAME,
    schema.TELLING,
    schema.EVENT,
    schema.PUBLICATION,
)
NOTHING = Timeline((), ())
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Rows(Generic[T]):
    """What becomes of the rows of a table: by row id, and values that are new with their place."""

    gone: list[int]
    new: list[tuple[int, T]]
    changed: Rows  # "row", and the columns that are others now

    def __bool__(self) -> bool:
        return bool(self.gone or self.new or self.changed)


@dataclass(frozen=True, slots=True)
class DatedChange:
    """How the dated rows of a store have to change."""

    events: _Rows[Event]
    publications: _Rows[DatedArticle]

    def __bool__(self) -> bool:
        return bool(self.events or self.publications)


def difference(
    connection: Connection,
    timeline: Timeline,
    before: Timeline | None = None,
    rewritten: Collection[str] = (),
) -> DatedChange:
    """Compare a timeline with what the store holds, before anything of it is written.

    `before` is what the store holds, where the caller knows it; else it is read. The rows of the
    articles that are `rewritten` will be others, and so are those of what they tell.
    """
    if timeline is before and not rewritten:
        return DatedChange(_Rows([], [], []), _Rows([], [], []))
    events = _held(connection, schema.EVENT, schema.EVENT.c.importance)
    publications = _held(connection, schema.PUBLICATION)
    if before is None or _sizes(before) != (len(publications), len(events)):
        before = loading.load_timeline(connection) if events or publications else NOTHING
    return DatedChange(
        _events(events, before.events, timeline.events, frozenset(rewritten)),
        _publications(publications, before.documents, timeline.documents, frozenset(rewritten)),
    )


def write(connection: Connection, change: DatedChange, written: int) -> None:
    """Write a difference; `written` is the version of the program's part that it makes.

    Raises StoreError where an article or a mention of what is new is not in the store.
    """
    _delete(connection, schema.PUBLICATION, schema.PUBLICATION.c.article_id, change.publications)
    for table in DATED[:3]:
        _delete(connection, table, table.c.event_id, change.events)
    _delete(connection, schema.EVENT, schema.EVENT.c.id, change.events)
    _update(connection, schema.PUBLICATION, change.publications.changed)
    _update(connection, schema.EVENT, change.events.changed)
    insert_rows(
        connection,
        schema.PUBLICATION,
        [*_publication_rows(connection, change.publications.new, written)],
    )
    mentions = _mention_ids(connection, (event for _, event in change.events.new))
    for table, rows in _event_rows(connection, change.events.new, mentions, written).items():
        insert_rows(connection, table, rows)


def _sizes(timeline: Timeline) -> tuple[int, int]:
    return len(timeline.documents), len(timeline.events)


def _held(connection: Connection, table: Table, *more: Any) -> Sequence[Any]:  # noqa: ANN401 - columns and rows of any table
    """Return the row id and place of each row of the collection, in order."""
    (key,) = table.primary_key
    columns = (key.label("row"), table.c.position, *more)
    own = own_rows(connection, table).with_only_columns(*columns)
    return connection.execute(own.order_by(table.c.position)).all()


def _events(
    rows: Sequence[Any], before: Sequence[Event], after: Sequence[Event], rewritten: frozenset[str]
) -> _Rows[Event]:
    def same(old: Event, new: Event) -> bool:
        if old is not new and old != replace(new, importance=old.importance):
            return False
        return not rewritten or rewritten.isdisjoint(new.documents)

    found = matches(before, after, lambda event: event.id, same)
    change = _placed(rows, after, found)
    moved = {row["row"]: row for row in change.changed}
    for event, at in zip(after, found, strict=True):
        if at != NEW and rows[at].importance != event.importance:
            row = moved.setdefault(rows[at].row, {"row": rows[at].row})
            row |= {"position": row.get("position", rows[at].position)}
            row |= {"importance": event.importance}
    return replace(change, changed=_alike(moved.values(), rows, "importance"))


def _publications(
    rows: Sequence[Any],
    before: Sequence[DatedArticle],
    after: Sequence[DatedArticle],
    rewritten: frozenset[str],
) -> _Rows[DatedArticle]:
    def same(old: DatedArticle, new: DatedArticle) -> bool:
        if new.article.document in rewritten:
            return False
        return old is new or (old.published, old.problem) == (new.published, new.problem)

    return _placed(rows, after, matches(before, after, lambda d: d.article.document, same))


def _placed(rows: Sequence[Any], after: Sequence[T], found: Sequence[int]) -> _Rows[T]:
    given, moved = places([None if at == NEW else int(rows[at].position) for at in found])
    kept = set(found)
    together = list(zip(given, after, found, strict=True))
    return _Rows(
        [row.row for at, row in enumerate(rows) if at not in kept],
        [(place, value) for place, value, at in together if at == NEW],
        [{"row": rows[at].row, "position": place} for place, _, at in together if at != NEW]
        if moved
        else [],
    )


def _alike(changed: Iterable[dict[str, Any]], rows: Sequence[Any], name: str) -> Rows:
    """Return changes that all name the same columns, for one statement."""
    now = {row.row: getattr(row, name) for row in rows}
    return [{name: now[row["row"]], **row} for row in changed]


def _delete(connection: Connection, table: Table, key: Any, change: _Rows[Any]) -> None:  # noqa: ANN401 - a column
    for ids in portions(change.gone):
        connection.execute(delete(table).where(key.in_(ids)))


def _update(connection: Connection, table: Table, changed: Rows) -> None:
    if changed:
        (key,) = table.primary_key
        names = [name for name in changed[0] if name != "row"]
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        given = [{"row": row["row"]} | {f"new_{n}": row[n] for n in names} for row in changed]
        connection.execute(update(table).where(key == bindparam("row")).values(values), given)


def _publication_rows(
    connection: Connection, new: Sequence[tuple[int, DatedArticle]], written: int
) -> Iterator[dict[str, Any]]:
    own = own_rows(connection, schema.ARTICLE).with_only_columns(
        schema.ARTICLE.c.document, schema.ARTICLE.c.id
    )
    articles: dict[str, int] = {}
    for names in portions([dated.article.document for _, dated in new]):
        found = connection.execute(own.where(schema.ARTICLE.c.document.in_(names)))
        articles |= {row.document: row.id for row in found}
    for place, dated in new:
        yield {
            "article_id": _id(articles, dated.article.document),
            "position": place,
            **published_row(dated.published),
            "problem": dated.problem,
            "written": written,
        }


def _mention_ids(connection: Connection, events: Iterable[Event]) -> Mapping[str, int]:
    """Return the row ids of all mentions in the articles that tell of some events, by key."""
    documents = {name for event in events for name in event.documents}
    columns = schema.MENTION.c
    query = (
        select(columns.key, columns.id)
        .join(schema.ARTICLE, schema.ARTICLE.c.id == columns.article_id)
        .where(schema.ARTICLE.c.collection_id == current_collection(connection))
    )
    found: dict[str, int] = {}
    for names in portions(sorted(documents)):
        rows = connection.execute(query.where(schema.ARTICLE.c.document.in_(names)))
        found |= {row.key: row.id for row in rows}
    return found


def _event_rows(
    connection: Connection,
    events: Sequence[tuple[int, Event]],
    mentions: Mapping[str, int],
    written: int,
) -> dict[Table, Rows]:
    rows: dict[Table, Rows] = {table: [] for table in DATED[-2::-1]}
    own = {"collection_id": current_collection(connection), "written": written}
    numbers = next_id(connection, schema.EVENT)
    for number, (position, event) in zip(numbers, events, strict=False):
        of = {"event_id": number}
        place: dict[str, Any] = {"id": number, "position": position}
        rows[schema.EVENT].append(place | own | event_row(event))
        rows[schema.EVENT_NAME].extend(of | name for name in name_rows(event))
        for order, dated_mention in enumerate(event.mentions):
            place = of | {"position": order, "mention_id": _id(mentions, dated_mention.mention.key)}
            rows[schema.TELLING].append(place | telling_row(dated_mention))
        for order, conflict in enumerate(event.conflicts):
            rows[schema.CONFLICT].append(of | {"position": order} | conflict_row(conflict))
    return rows


def _id(ids: Mapping[str, int], name: str) -> int:
    if name not in ids:
        raise StoreError(f"{name} is not in the store, which has changed meanwhile; load it again")
    return ids[name]
