"""The timeline of a collection as it was found, without what people edited."""

from sqlalchemy import Engine

from timeline.model.timeline import Timeline
from timeline.store import loading, version
from timeline.store.engine import reading


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

    def program(self) -> str | None:
        """Return the version of the code that dated and merged it, where that is known."""
        with reading(self._engine) as connection:
            return version.program(connection)

    def version(self) -> int:
        """Return a number that grows with every write of the timeline, but not with edits."""
        with reading(self._engine) as connection:
            return version.found_version(connection)
