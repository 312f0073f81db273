"""The articles of a collection, with all that was found in their texts."""

from collections.abc import Sequence

from sqlalchemy import Engine

from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis, Timeline
from timeline.store import dated_writing, loading, text_writing, version
from timeline.store.engine import reading, writing
from timeline.store.queue import check_claim


class Articles:
    """The articles of a collection. Safe to share between threads.

    Who writes articles writes the timeline that follows from all of them in the same transaction.
    """

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine

    def get(self, document: str) -> Article | None:
        """Return one article by its name, if it is there."""
        with reading(self._engine) as connection:
            return loading.load_article(connection, document)

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Return one article's time expressions, those that date no event included."""
        with reading(self._engine) as connection:
            return loading.load_expressions(connection, document)

    def analyses(self) -> tuple[Analysis, ...]:
        """Return the analyses of all articles as they were saved."""
        with reading(self._engine) as connection:
            return loading.load_analyses(connection)

    def replace(
        self, analyses: Sequence[Analysis], timeline: Timeline, *, seen: int | None = None
    ) -> None:
        """Replace all articles and the timeline by those of an extraction; edits stay.

        `seen` is the timeline's version at which the publication dates were read that people set:
        where it has moved on since, nothing is written and StoreMovedError is raised.
        """
        with writing(self._engine) as connection:
            version.advance(connection, seen)
            text_writing.replace_texts(connection, analyses)
            dated_writing.replace_dated(connection, timeline)

    def upsert(
        self, analyses: Sequence[Analysis], timeline: Timeline, *, seen: int | None = None
    ) -> int:
        """Insert analyses, or replace those of the same name; return the timeline's version then.

        `timeline` is that of all articles. `seen` is as in `replace`. Raises StoppedError where
        the store holds a claim that is lost (`Store.with_claim`).
        """
        with writing(self._engine) as connection:
            after = version.advance(connection, seen)
            check_claim(connection)
            text_writing.upsert_texts(connection, analyses)
            dated_writing.replace_dated(connection, timeline)
            return after
