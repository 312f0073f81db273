"""Reading the events of a collection, by the filters of the page, and where articles differ."""

from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field, StringConstraints, create_model

from timeline.errors import DateInputError, UnknownResourceError
from timeline.model.edtf import to_edtf
from timeline.query.event_columns import Rows
from timeline.query.facets import FACETS, REGISTRY
from timeline.query.selection import Selection
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.api.paging import Paged, PagedAnswer, place_in
from timeline.web.api.records import (
    ConflictRecord,
    EventRecord,
    record_of_event,
)
from timeline.web.api.telling import ToldEventRecord, record_of_told
from timeline.web.data.collection import Collection
from timeline.web.page import limits
from timeline.web.page.state import window_of
from timeline.wording.strings import text

Words = Annotated[str, StringConstraints(max_length=limits.SEARCH)]
Day = Annotated[str, StringConstraints(max_length=limits.NAME)]


class SelectionQuery(Paged):
    """The filters of the page, under the names that its address has for them.

    Values of one facet are alternatives. `from` and `to` are days, and go together; `within` asks
    for what lies in the window for certain.
    """

    q: Words = ""
    from_: Annotated[Day, Field(alias="from")] = ""
    to: Day = ""
    within: Literal["", "certainly"] = ""

    @property
    def window(self) -> tuple[int, int] | None:
        """The window of days, None where none is asked for; raises DateInputError."""
        if not (self.from_ or self.to):
            return None
        found = window_of(self.from_, self.to)
        if found is None:
            first, last = repr(self.from_), repr(self.to)
            raise DateInputError(text("answers.no-window", first=first, last=last))
        return found

    @property
    def selection(self) -> Selection:
        """The filters as a value."""
        chosen = Selection(words=self.q, window=self.window, certainly=self.within == "certainly")
        for facet in FACETS:
            chosen = chosen.choose(facet, tuple(dict.fromkeys(getattr(self, facet))))
        return chosen


def _values(facet: str) -> Any:  # noqa: ANN401 - a type
    """Return the type of the values of a facet: fixed ones, or names of the articles."""
    if REGISTRY[facet].values:
        kind: Any = Literal[REGISTRY[facet].values]
    else:
        kind = Annotated[str, StringConstraints(max_length=limits.DOCUMENT)]
    return Annotated[list[kind], Field(max_length=limits.VALUES_OF_A_KEY)]


_FACETS: dict[str, Any] = {facet: (_values(facet), []) for facet in FACETS}
EventQuery = create_model("EventQuery", __base__=SelectionQuery, **_FACETS)


class EventList(PagedAnswer):
    """Events by date, then those without a date."""

    events: list[EventRecord]


class EventAnswer(Answer):
    """One event, and how its telling changed."""

    event: ToldEventRecord
    version: int
    as_of: int


class LikelyEvent(Answer):
    """An event that another one may be; `likeness` is from 0 to 1."""

    event: str
    title: str
    edtf: str
    documents: int
    likeness: float


class LikelyList(Answer):
    """Events that are probably the same as one, the likeliest first."""

    likely: list[LikelyEvent]


class ConflictingEvent(Answer):
    """An event of which the articles say different things."""

    event: str
    title: str
    conflicts: list[ConflictRecord]


class ConflictList(PagedAnswer):
    """Events of which the articles say different things."""

    conflicts: list[ConflictingEvent]


@operation("GET", "/events", refusals={422: "from and to are no window of days"})
def list_events(context: ApiContext, query: EventQuery) -> EventList:  # type: ignore[valid-type]
    """List the events that the filters keep, by date."""
    asked: Any = query
    held = context.cache.collection()
    rows = _kept(held, asked.selection)
    part = held.columns.at(rows[asked.offset : asked.offset + asked.limit])
    events = [record_of_event(event) for event in part]
    return EventList(events=events, **place_in(held, asked, len(rows)))


@operation("GET", "/events/{event}", refusals={404: "there is none of that id"})
def get_event(context: ApiContext, event: str) -> EventAnswer:
    """Return one event; a rejected one, too."""
    held = context.cache.collection()
    found = held.event(event)
    if found is None and context.editors is not None:
        found = context.editors("").events().get(event)
    if found is None:
        raise UnknownResourceError("event", event, (), "GET /events")
    return EventAnswer(event=record_of_told(held, found), version=held.version, as_of=held.as_of)


@operation("GET", "/events/{event}/likely", refusals={404: "there is none of that id"})
def list_likely_events(context: ApiContext, event: str) -> LikelyList:
    """List the events that are probably the same as one; `merge` makes them one."""
    held = context.cache.collection()
    found = held.event(event)
    if found is None:
        raise UnknownResourceError("event", event, (), "GET /events")
    likely = [
        LikelyEvent(
            event=one.event.id,
            title=one.event.title,
            edtf=to_edtf(one.event.when),
            documents=len(one.event.documents),
            likeness=one.likeness,
        )
        for one in held.probably_one(found)
    ]
    return LikelyList(likely=likely)


@operation("GET", "/conflicts")
def list_conflicts(context: ApiContext, query: Paged) -> ConflictList:
    """List the events of which the articles say different things."""
    held = context.cache.collection()
    rows = _kept(held, Selection().choose("disputed", ("disputed",)))
    part = [record_of_event(e) for e in held.columns.at(rows[query.offset :][: query.limit])]
    found = [ConflictingEvent(event=e.id, title=e.title, conflicts=e.conflicts) for e in part]
    return ConflictList(conflicts=found, **place_in(held, query, len(rows)))


def _kept(held: Collection, selection: Selection) -> Rows:
    """Return the rows that pass the filters: by date, then those without one."""
    columns = held.columns
    kept = columns.mask(selection)
    by_date = columns.by_date[kept[columns.by_date]]
    rows: Rows = np.concatenate((by_date, np.flatnonzero(kept & ~columns.dated)))
    return rows
