"""How much an event matters within its collection, from 0 to 1: what is shown and read first.

Counted is how the articles tell of it: how many, those that copy each other once; of how many
publishers; how many look back on it from later; and how near to the head of an article. What is
only planned, or known only to the month, matters less, and so does what lies outside of the
period that the collection is about.

An event's importance follows from itself and from the period alone. So one article more changes
the importance only of the events that it tells.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from timeline.model.calendar import civil, month_bounds
from timeline.model.event import Category, DatedMention, Event, Status
from timeline.model.hindsight import hindsight
from timeline.model.when import When

Period = tuple[int, int]

_HALF = 8.0  # the weight of all tellings at which an event is worth half
_BEFORE, _LATER = 0.25, 0.5  # of an article that came out before the event; added long after it
_HEAD, _OPENING = 0.5, 400  # added by a sentence that begins so few characters into its article
_PUBLISHER = 0.1  # added by each publisher after the first
_VAGUE, _OUTSIDE = 0.2, 0.1  # not known to the day; not in the collection's period
_CATEGORIES = {Category.STATEMENT: 0.9}
_UNFULFILLED = 0.7  # of what has not certainly happened
_TAIL = 20  # one article in so many, at either end, does not count for the period
_LEAD, _FOLLOWING = 90, 30  # days that belong to the period before and after its articles
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Publication:
    """The day on which an article came out, and its publisher, as far as they are known."""

    day: int | None = None
    publisher: str | None = None


_UNKNOWN = Publication()


def ranked(
    events: Sequence[Event],
    published: Mapping[str, Publication] | None = None,
    period: Period | None = None,
) -> tuple[Event, ...]:
    """Return the events with their importance.

    `published` are the publications of the articles by document; without them no article looks
    back. `period` is the time that the collection is about, by default that of `published`. Where
    the collection changes and events are to keep their importance, hand over the same one.
    """
    known = published or {}
    about = period or period_of(known.values())
    return tuple(replace(event, importance=importance(event, known, about)) for event in events)


def period_of(published: Iterable[Publication]) -> Period | None:
    """Return the time that articles are about by when they came out; None where that is unknown.

    It runs from the beginning of a month to the end of one, so that it seldom changes.
    """
    days = sorted(one.day for one in published if one.day is not None)
    if not days:
        return None
    tail = len(days) // _TAIL
    first, last = civil(days[tail] - _LEAD), civil(days[-1 - tail] + _FOLLOWING)
    return month_bounds(*first[:2])[0], month_bounds(*last[:2])[1]


def importance(
    event: Event, published: Mapping[str, Publication], period: Period | None = None
) -> float:
    """Return how much an event matters, from 0 to 1."""
    voices: dict[str, float] = {}
    for told in event.mentions:
        document = told.mention.document
        weight = _weight(told, event.when, published.get(document, _UNKNOWN).day)
        voices[document] = max(weight, voices.get(document, 0.0))
    publishers = {published.get(document, _UNKNOWN).publisher for document in voices} - {None}
    parts = (
        fsum(sorted(voices.values(), reverse=True)[: event.sources]),
        1 + _PUBLISHER * max(0, len(publishers) - 1),
        _CATEGORIES.get(event.category, 1.0),
        1.0 if event.status is Status.HAPPENED else _UNFULFILLED,
        1.0 if event.when.days == 1 else _VAGUE,
        _OUTSIDE if _lies_outside(event.when, period) else 1.0,
    )
    weight = 1.0
    for part in parts:
        weight *= part
    return round(weight / (weight + _HALF), _DIGITS)


def _weight(told: DatedMention, when: When, published: int | None) -> float:
    """Return what a mention weighs: the surer, the later and the nearer to the head, the more."""
    mention = told.mention
    weight = 1.0
    if published is not None and when.first is not None and when.last is not None:
        weight += _LATER * hindsight(published - when.last)
        if published < when.first:
            weight = _BEFORE
    return weight * mention.confidence * (1 + _HEAD * (mention.sentence.start < _OPENING))


def _lies_outside(when: When, period: Period | None) -> bool:
    if period is None:
        return False
    first = when.first if when.first is not None else when.last
    last = when.last if when.last is not None else when.first
    return first is None or last is None or last < period[0] or first > period[1]
