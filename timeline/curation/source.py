"""A store as people have it: the machine's timeline with their decisions over it.

The machine's timeline is read again only when its own version has moved; an edit costs no more than
laying the decisions over it once.
"""

from dataclasses import dataclass
from threading import Lock

from timeline.curation.anchoring import Index
from timeline.curation.apply import curate
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Timeline
from timeline.store import Store


@dataclass(frozen=True, slots=True)
class _Machine:
    """The machine's timeline of one version, and where it tells of what."""

    version: int
    timeline: Timeline
    index: Index


class CuratedSource:
    """Gives the curated timeline of a store and its version. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._lock = Lock()
        self._machine: _Machine | None = None

    def timeline(self) -> Timeline:
        """Give the timeline as it is now, without what people rejected."""
        return self._curated(rejected=False)

    def everything(self) -> Timeline:
        """Give the timeline as it is now, with what people rejected."""
        return self._curated(rejected=True)

    def article(self, document: str) -> Article | None:
        """Give an article of the machine's timeline by its name."""
        return self._latest().index.articles.get(document)

    def version(self) -> int:
        """Give a number that grows with every write."""
        return self._store.version()

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Give all time expressions of an article, those that date no event included."""
        return self._store.expressions(document)

    def _curated(self, *, rejected: bool) -> Timeline:
        machine = self._latest()
        decisions = self._store.decisions()
        return curate(machine.timeline, decisions, rejected=rejected, index=machine.index)

    def _latest(self) -> _Machine:
        with self._lock:
            version = self._store.machine_version()
            if self._machine is None or self._machine.version != version:
                timeline = self._store.timeline()
                self._machine = _Machine(version, timeline, Index(timeline))
            return self._machine
