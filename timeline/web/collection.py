"""The store's timeline as the page reads it: loaded once a version, with its look-ups."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Protocol

from timeline.model.event import DatedMention, Event
from timeline.model.expression import TimeExpression
from timeline.model.selection import FACETS, Selection, facet_values
from timeline.model.timeline import DatedArticle, Timeline


class Source(Protocol):
    """What the page needs of a store."""

    def timeline(self) -> Timeline:
        """Give the whole timeline."""

    def version(self) -> int:
        """Give a number that grows with every write."""

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Give all time expressions of an article, those that date no event included."""


@dataclass(frozen=True)
class Collection:
    """A timeline with what the views ask of it again and again."""

    timeline: Timeline
    version: int

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.timeline.events}

    @cached_property
    def documents(self) -> dict[str, DatedArticle]:
        """Articles by document name."""
        return {dated.article.document: dated for dated in self.timeline.documents}

    @cached_property
    def dated(self) -> tuple[Event, ...]:
        """Events that have a place on the timeline."""
        return tuple(event for event in self.timeline.events if event.dated)

    @cached_property
    def undated(self) -> tuple[Event, ...]:
        """Events whose date could not be resolved."""
        return tuple(event for event in self.timeline.events if not event.dated)

    @cached_property
    def told_in(self) -> dict[str, tuple[tuple[Event, DatedMention], ...]]:
        """What each article tells, in the order of its text."""
        told: dict[str, list[tuple[Event, DatedMention]]] = {name: [] for name in self.documents}
        for event in self.timeline.events:
            for mention in event.mentions:
                told.setdefault(mention.mention.document, []).append((event, mention))
        return {
            name: tuple(sorted(items, key=lambda item: item[1].mention.sentence))
            for name, items in told.items()
        }

    @cached_property
    def totals(self) -> dict[str, Counter[str]]:
        """How many events have each value of each facet."""
        return {facet: counted(self.timeline.events, facet) for facet in FACETS}

    def counts(self, selection: Selection) -> dict[str, Counter[str]]:
        """Count the values of each facet among the events that pass all other filters."""
        kept = selection.of(self.timeline.events)  # the same for every facet that is left open
        return {
            facet: selection.counts(self.timeline.events, facet)
            if selection.choice(facet)
            else counted(kept, facet)
            for facet in FACETS
        }

    def title(self, document: str) -> str:
        """Give the title of an article, or its file name where it has none."""
        dated = self.documents.get(document)
        return (dated.article.title if dated else "") or document


def counted(events: Iterable[Event], facet: str) -> Counter[str]:
    """Count the values of a facet among events."""
    return Counter(value for event in events for value in facet_values(event, facet))


class Shelf:
    """Gives the present collection; reads the store again only when its version has moved."""

    def __init__(self, source: Source) -> None:
        """Read nothing yet."""
        self._source = source
        self._lock = Lock()
        self._collection: Collection | None = None

    def version(self) -> int:
        """Ask the store for its version."""
        return self._source.version()

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Ask the store for all time expressions of an article."""
        return self._source.expressions(document)

    def collection(self) -> Collection:
        """Give the collection as the store has it now."""
        with self._lock:
            version = self._source.version()
            if self._collection is None or self._collection.version != version:
                self._collection = Collection(self._source.timeline(), version)
            return self._collection
