"""A store as people have it: the machine's timeline with their decisions over it.

The machine's timeline is read again only when its own version has moved; an edit costs no more than
laying the decisions over it once.
"""

from threading import Lock

from timeline.curation.apply import curate
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Timeline
from timeline.store import Store


class CuratedSource:
    """Gives the curated timeline of a store and its version. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._lock = Lock()
        self._machine: tuple[int, Timeline] | None = None

    def timeline(self) -> Timeline:
        """Give the timeline as it is now, without what people rejected."""
        return curate(self.machine(), self._store.decisions())

    def everything(self) -> Timeline:
        """Give the timeline as it is now, with what people rejected."""
        return curate(self.machine(), self._store.decisions(), rejected=True)

    def machine(self) -> Timeline:
        """Give the timeline as the machine has it."""
        with self._lock:
            version = self._store.machine_version()
            if self._machine is None or self._machine[0] != version:
                self._machine = (version, self._store.timeline())
            return self._machine[1]

    def version(self) -> int:
        """Give a number that grows with every write."""
        return self._store.version()

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Give all time expressions of an article, those that date no event included."""
        return self._store.expressions(document)
