"""How much an event matters within its collection, from 0 to 1: which labels are drawn first.

Counted are what an analyst would look at: how many sources tell it, how near to the head of an
article, whether sources contradict each other, and what kind of event it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.event import Category, Event, Status

_SOURCES, _MENTIONS, _PLACE, _KIND, _STATUS, _DISPUTE = 0.34, 0.08, 0.24, 0.2, 0.08, 0.06
_HALVED = 600  # characters into an article at which a place is worth half
_KINDS = {Category.STATEMENT: 0.2, Category.OTHER: 0.4, Category.ECONOMY: 0.6}
_STATUSES = {Status.HYPOTHETICAL: 0.2, Status.DENIED: 0.5, Status.ALLEGED: 0.7}
_DIGITS = 3


def ranked(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events with their importance; counts are measured by the largest of them."""
    most_sources = max((event.sources for event in events), default=1)
    most_mentions = max((len(event.mentions) for event in events), default=1)
    return tuple(
        replace(event, importance=_importance(event, most_sources, most_mentions))
        for event in events
    )


def _importance(event: Event, most_sources: int, most_mentions: int) -> float:
    earliest = min(told.mention.sentence.start for told in event.mentions)
    parts = (
        _SOURCES * _share(event.sources, most_sources),
        _MENTIONS * _share(len(event.mentions), most_mentions),
        _PLACE * _HALVED / (_HALVED + earliest),
        _KIND * _KINDS.get(event.category, 1.0),
        _STATUS * _STATUSES.get(event.status, 1.0),
        _DISPUTE * bool(event.conflicts),
    )
    return round(min(1.0, sum(parts)), _DIGITS)


def _share(count: int, most: int) -> float:
    """Return what a count is worth: nothing for one, all for the largest."""
    return 0.0 if most <= 1 else (count - 1) / (most - 1)
