"""The present collection of a store, made anew only when the store has moved."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Protocol, TypeVar

from timeline.editing.name_proposals import Proposed
from timeline.errors import StoreMovedError
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Timeline
from timeline.places import Place
from timeline.store import Hit
from timeline.web.data.collection import CHANGED, Collection, Permissions

T = TypeVar("T")
MOST_HITS = 50  # articles that a search finds


class TimelineSource(Protocol):
    """What the page needs of a store."""

    def timeline(self) -> Timeline:
        """Return the whole timeline."""

    def version(self) -> int:
        """Return a number that grows with every write."""

    def as_of(self) -> int:
        """Return the number of the last edit in the timeline; to be asked for before it."""

    def places(self) -> Mapping[str, Place]:
        """Return the places that people say names mean, by name."""

    def apart(self) -> frozenset[str]:
        """Return the pairs of events that people keep apart, as `pair_text` writes them."""

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Return all time expressions of an article, those that date no event included."""

    def search(self, words: str, most: int = ...) -> tuple[Hit, ...]:
        """Return the articles that a search finds by their words, the best first."""

    def name_proposals(self) -> tuple[Proposed, ...]:
        """Return the pairs of names that may be one, with the articles that use each."""


class CollectionCache:
    """Gives the present collection; reads the store again only when its version has moved."""

    def __init__(self, source: TimelineSource, may: Permissions = CHANGED) -> None:
        """Read nothing yet."""
        self.may = may
        self._source = source
        self._lock = Lock()
        self._collection: Collection | None = None

    def version(self) -> int:
        """Ask the store for its version."""
        return self._source.version()

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Ask the store for all time expressions of an article."""
        return self._source.expressions(document)

    def search(self, words: str, most: int = MOST_HITS) -> tuple[Hit, ...]:
        """Ask the store for the articles that a search finds by their words, the best first."""
        return self._source.search(words, most)

    def name_proposals(self, name: str) -> tuple[Proposed, ...]:
        """Return what may be one with a name, by the store's names as they are now."""
        found = self._source.name_proposals()
        return tuple(one for one in found if name in one[0].pair)

    def look(self, view: Callable[[Collection], T]) -> T:
        """Return what a view makes of the collection; of a newer one where it moved meanwhile."""
        try:
            return view(self.collection())
        except StoreMovedError:  # a text that was to be read belongs to what is there no longer
            return view(self.collection())

    def collection(self) -> Collection:
        """Return the collection as the store has it now."""
        with self._lock:
            version = self._source.version()
            before = self._collection
            if before is None or before.version != version:
                as_of = self._source.as_of()
                chosen = self._source.places()
                apart = self._source.apart()
                now = Collection(self._source.timeline(), version, self.may, as_of, chosen, apart)
                self._collection = (now.following(before) if before else now).ready()
                return self._collection
            return before
