"""The days that matter of what the filters keep: ranked by how many articles look back on them.

A simple ranking, over the columns that the page has anyway; a digest ranks them better.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.model.event import DatedMention, Event
from timeline.model.timeline import Timeline
from timeline.query.event_columns import FAR_AHEAD, LONG_AGO, EventColumns, Mask
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection

LOOKING_BACK = 3  # days from which on an article looks back
UNKNOWN = -(10**12)  # the day of an article of which nobody knows when it was published
REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class Day:
    """A day that matters: one line, one sentence, and how the articles tell of it.

    `day` is a day number, `rank` counts from 1. `events` are ids, that of the line first;
    `documents` counts the articles, `sources` their publishers, as far as they are known, and
    `looking_back` the articles from three days later or more.
    """

    day: int
    rank: int
    title: str
    sentence: str
    document: str
    events: tuple[str, ...]
    documents: int
    sources: int
    looking_back: int
    disputed: bool


def days(collection: Collection, selection: Selection, count: int) -> tuple[Day, ...]:
    """Return the days that matter of the events that pass the filters, in the order of time."""
    known: dict[object, tuple[Day, ...]] = collection.days_known
    if (selection, count) not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        known[selection, count] = _ranked(collection, selection, count)
    return known[selection, count]


def chronology(collection: Collection, selection: Selection, count: int) -> Timeline:
    """Return the timeline of the days that matter alone: an event for each, and its articles."""
    found = [collection.event(one.events[0]) for one in days(collection, selection, count)]
    events = tuple(event for event in found if event is not None)
    told = {name for event in events for name in event.documents}
    articles = collection.timeline.documents
    return Timeline(tuple(one for one in articles if one.article.document in told), events)


def _ranked(collection: Collection, selection: Selection, count: int) -> tuple[Day, ...]:
    columns = collection.columns
    on_a_day = columns.mask(selection) & (columns.first == columns.last) & _known(columns)
    told = columns.facet("document")
    pairs = on_a_day[told.rows]
    rows, codes = told.rows[pairs], told.codes[pairs].astype(np.int64)
    each = np.unique(columns.first[rows] * len(told.values) + codes)
    each_day, document = np.divmod(each, max(len(told.values), 1))
    published = _published(collection, told.values)
    back = published[document] - each_day >= LOOKING_BACK
    found, place = np.unique(each_day, return_inverse=True)
    articles = np.bincount(place, minlength=len(found))
    looking_back = np.bincount(place, back, len(found)).astype(np.int64)
    best = np.lexsort((found, -articles, -looking_back))[:count].tolist()
    ranked = {int(found[at]): rank for rank, at in enumerate(best, 1)}
    counts = {int(found[at]): (int(articles[at]), int(looking_back[at])) for at in best}
    return tuple(
        _day(collection, day, ranked[day], counts[day], on_a_day & (columns.first == day))
        for day in sorted(ranked)
    )


def _known(columns: EventColumns) -> Mask:
    known: Mask = (columns.first != LONG_AGO) & (columns.last != FAR_AHEAD)
    return known


def _published(collection: Collection, names: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the first day on which each article may have been published."""
    found = (collection.documents.get(name) for name in names)
    firsts = (None if one is None else one.published.when.first for one in found)
    return np.array([UNKNOWN if day is None else day for day in firsts], np.int64)


def _day(collection: Collection, day: int, rank: int, counts: tuple[int, int], told: Mask) -> Day:
    found = collection.columns.at(np.flatnonzero(told))
    events = sorted(found, key=_weight, reverse=True)
    best = events[0]
    quoted = max(best.mentions, key=lambda one: (one.mention.worth, one.mention.confidence))
    names = {name for event in events for name in event.documents}
    known = (collection.documents.get(name) for name in names)
    publishers = {one.article.source for one in known if one is not None and one.article.source}
    return Day(
        day=day,
        rank=rank,
        title=best.title,
        sentence=_sentence(quoted),
        document=quoted.mention.document,
        events=tuple(event.id for event in events),
        documents=counts[0],
        sources=len(publishers),
        looking_back=counts[1],
        disputed=any(event.conflicts for event in events),
    )


def _weight(event: Event) -> tuple[float, ...]:
    return len(event.documents), event.worth * event.importance, event.confidence


def _sentence(told: DatedMention) -> str:
    return " ".join(told.mention.sentence_text.split())
