"""The timeline of a collection as it was found, without what people edited."""

from sqlalchemy import Engine

from timeline.model.timeline import Timeline
from timeline.store import following, loading, version
from timeline.store.engine import reading
from timeline.store.following import Snapshot
from timeline.store.looking_up import LookUp


class FoundTimeline:
    """The dated articles and events of a collection. Safe to share between threads.

    It is written with the articles (`Articles`) or the publication dates (`PublicationDates`) that
    it follows from.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine

    def load(self) -> Timeline:
        """Return the timeline as it was saved last."""
        with reading(self._engine) as connection:
            return loading.load_timeline(connection)

    def follow(self, before: Snapshot | None = None) -> Snapshot:
        """Return the timeline with its texts left in the store, until somebody looks at them.

        Only what differs from what was returned `before` is read; what does not is the same
        object. A text that is gone by the time somebody looks raises StoreMovedError.
        """
        with reading(self._engine) as connection:
            return following.follow(connection, before or Snapshot(LookUp(self._engine)))

    def program(self) -> str | None:
        """Return the version of the code that dated and merged it, where that is known."""
        with reading(self._engine) as connection:
            return version.program(connection)

    def version(self) -> int:
        """Return a number that grows with every write of the timeline, but not with edits."""
        with reading(self._engine) as connection:
            return version.found_version(connection)
