"""The articles of a collection, with all that was found in their texts."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Engine

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

    def analyses(self, documents: Sequence[str] | None = None) -> tuple[Analysis, ...]:
        """Return the analyses of all articles as they were saved, or of some by name."""
        with reading(self._engine) as connection:
            return loading.load_analyses(connection, documents)

    def programs(self) -> dict[str, tuple[str, str | None]]:
        """Return which program analysed each article, and the problem that it had, by document."""
        with reading(self._engine) as connection:
            return loading.load_programs(connection)

    def replace(
        self, analyses: Sequence[Analysis], timeline: Timeline, *, seen: int | None = None
    ) -> None:
        """Replace all articles and the timeline by those of an extraction; edits stay.

        `seen` is the timeline's version at which the publication dates were read that people set:
        where it has moved on since, nothing is written and StoreMovedError is raised.
        """
        with writing(self._engine) as connection:
            after = version.advance(connection, seen)
            text_writing.replace_texts(connection, analyses, after)
            change = dated_writing.difference(connection, timeline)
            dated_writing.write(connection, change, after)

    def upsert(
        self,
        analyses: Sequence[Analysis],
        timeline: Timeline,
        *,
        seen: int | None = None,
        before: Timeline | None = None,
        program: str | None = None,
    ) -> int:
        """Insert analyses, or replace those of the same name; return the timeline's version then.

        `timeline` is that of all articles, `before` what the store holds at the version `seen`,
        where the caller knows it, `program` the version of the code that dated and merged. Only
        what differs is written, and where nothing does the version stays. `seen` is as in
        `replace`. Raises StoppedError where the store holds a claim that is lost
        (`Store.with_claim`).
        """
        with writing(self._engine) as connection:
            held = version.hold(connection, seen)
            check_claim(connection)
            fresh = _differing(connection, analyses)
            rewritten = [analysis.article.document for analysis in fresh]
            change = dated_writing.difference(connection, timeline, before, rewritten)
            if not fresh and not change:
                if program is not None and version.program(connection) != program:
                    version.note_program(connection, program)
                return held
            version.count(connection, program)
            text_writing.upsert_texts(connection, fresh, held + 1)
            dated_writing.write(connection, change, held + 1)
            return held + 1

    def remove(
        self,
        documents: Collection[str],
        timeline: Timeline,
        *,
        seen: int | None = None,
        before: Timeline | None = None,
        program: str | None = None,
    ) -> int:
        """Remove articles by name; return the timeline's version then.

        `timeline` is that of the articles that are left; the rest is as in `upsert`.
        """
        with writing(self._engine) as connection:
            after = version.hold(connection, seen) + 1
            version.count(connection, program)
            change = dated_writing.difference(connection, timeline, before, documents)
            text_writing.delete_texts(connection, tuple(documents))
            dated_writing.write(connection, change, after)
            return after


def _differing(connection: Connection, analyses: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """Return the analyses that are not in the store as they are."""
    names = [analysis.article.document for analysis in analyses]
    held = {one.article.document: one for one in loading.load_analyses(connection, names)}
    return tuple(one for one in analyses if held.get(one.article.document) != one)
