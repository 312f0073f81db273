"""Events that are probably one and were not joined: offered, for a person to decide.

Compared are events on days that meet, or lie two days apart, by the words of a few of their
mentions, each word by how rare it is among the events of the collection.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from timeline.merging.collection.words import words_of_group
from timeline.merging.names import SPELLING_ONLY
from timeline.model.event import DatedMention, Event
from timeline.model.when import When

LEAST = 0.35  # likeness from which two events are offered
_APART = 2  # days between two dates of what may be one event
_MENTIONS = 3  # of an event, by whose words it is compared
_SAMPLE = 1_500  # events by which the rarity of words is told
_COMPARED = 400  # events at most, the most important ones
_WIDEST = 31  # days of a date that is compared


@dataclass(frozen=True, slots=True)
class Likely:
    """An event that another one may be, and how alike they are, from 0 to 1."""

    event: Event
    likeness: float


class LikelyEvents:
    """Finds events of a collection that are probably one. It never changes."""

    def __init__(self, events: Sequence[Event]) -> None:
        """Count the words of a sample of the events."""
        step = max(1, len(events) // _SAMPLE)
        sample = [event for at, event in enumerate(events) if at % step == 0]
        self._size = len(sample)
        self._spread = Counter(word for event in sample for word in _words(event))

    def of(self, event: Event, others: Sequence[Event], most: int = 5) -> tuple[Likely, ...]:
        """Return the likeliest of other events, those that are most alike first."""
        near = [one for one in others if one.id != event.id and meet(event.when, one.when)]
        near.sort(key=lambda one: (-one.importance, one.id))
        mine = self._profile(event)
        found = (Likely(one, self._alike(mine, one)) for one in near[:_COMPARED])
        alike = [one for one in found if one.likeness >= LEAST]
        return tuple(sorted(alike, key=lambda one: (-one.likeness, one.event.id))[:most])

    def _alike(self, mine: Mapping[str, float], other: Event) -> float:
        theirs = self._profile(other)
        shared = mine.keys() & theirs.keys()
        return round(sum(mine[word] * theirs[word] for word in sorted(shared)), 3)

    def _profile(self, event: Event) -> Mapping[str, float]:
        weighed = {word: weight * self._rarity(word) for word, weight in _words(event).items()}
        length = sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {word: weight / length for word, weight in weighed.items()}

    def _rarity(self, word: str) -> float:
        return log((self._size + 10) / (self._spread[word] + 5))


def meet(one: When, other: When) -> bool:
    """Return whether two dates are so near that what they date may be one event."""
    if None in (one.first, one.last, other.first, other.last):
        return False
    return all(_narrow(when) for when in (one, other)) and (
        _after(one, other) <= _APART and _after(other, one) <= _APART
    )


def _narrow(when: When) -> bool:
    return when.days is not None and when.days <= _WIDEST


def _after(one: When, other: When) -> int:
    return (one.first or 0) - (other.last or 0)


def _words(event: Event) -> Mapping[str, float]:
    return words_of_group(_told(event), SPELLING_ONLY)


def _told(event: Event) -> Iterator[DatedMention]:
    """Yield the mention that gives the title, and the first others."""
    titled = [told for told in event.mentions if told.mention.title == event.title]
    yield from (titled or list(event.mentions))[:1]
    yield from event.mentions[: _MENTIONS - 1]
