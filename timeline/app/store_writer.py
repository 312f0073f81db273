"""What is written into a store with all that follows from it, by one program after another."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import TypeVar

from timeline.app.code_version import dating_version
from timeline.app.kept_merge import KeptMerge
from timeline.app.pipeline import (
    Dated,
    Given,
)
from timeline.app.store_state import StoreState, dated_by_name, read_state
from timeline.errors import EditConflictError, StoreMovedError
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Analysis, Timeline
from timeline.model.when import When
from timeline.reading import published_claim
from timeline.store import Change, Redated, Sight, Store

ATTEMPTS = 5  # a store that others write to at the same time is tried this often
MOST_KEPT = 200_000  # events that a writer keeps between two writes, at 5 KB each
T = TypeVar("T")


class StoreWriter:
    """Writes articles and publication dates into a store, and all that follows from them.

    It keeps what the store holds, and reads it again only where others wrote to it. Safe to share
    between threads.
    """

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._state: StoreState | None = None
        self._kept = KeptMerge()
        self._lock = Lock()

    def analyses(self, documents: Collection[str]) -> Mapping[str, Analysis]:
        """Return those analyses of some documents that the store holds, by document."""
        held = self._store.articles.analyses(tuple(documents))
        return {analysis.article.document: analysis for analysis in held}

    def upsert(self, analyses: Iterable[Analysis]) -> Timeline:
        """Insert analyses, or replace those of the same name; what is there already stays.

        Returns the timeline of all. Raises StoreMovedError where others do not cease to write.
        """
        added = {a.article.document: a for a in analyses}

        def upserted() -> Timeline:
            state = self._latest()
            held = self.analyses(added)
            fresh = [one for name, one in added.items() if held.get(name) != one]
            timeline, known = state.following(dated_by_name(fresh, state.given))
            version = self._store.articles.upsert(
                fresh, timeline, seen=state.version, before=state.timeline, program=dating_version()
            )
            self._keep(version, state.given, timeline, known)
            return timeline

        return self._alone(upserted)

    def remove(self, documents: Collection[str]) -> tuple[str, ...]:
        """Remove articles, by name; return the names of those that were there.

        What people decided on their events stays, and shows as it was seen.
        """

        def removed() -> tuple[str, ...]:
            state = self._latest()
            found = tuple(name for name in state.dated if name in documents)
            if found:
                timeline, known = state.following({}, found)
                version = self._store.articles.remove(
                    found,
                    timeline,
                    seen=state.version,
                    before=state.timeline,
                    program=dating_version(),
                )
                self._keep(version, state.given, timeline, known)
            return found

        return self._alone(removed)

    def set_publication_date(
        self,
        document: str,
        text: str | None,
        at: str,
        by: str | None = None,
        sight: Sight | None = None,
    ) -> int | None:
        """Set an article's publication date in words or EDTF, and date its events anew.

        None takes back what was set. `at` is the moment of the edit, ISO 8601, `by` who makes it,
        `sight` what its editor had seen, else what the store holds now. Returns the number of the
        change, None where the date is so already. Raises DateInputError where the text is no date,
        EditConflictError where somebody has set another date since.
        """
        sight = sight or Sight(self._store.edits.last_seq())
        when = None if text is None else published_claim(text).when
        edtf = None if when is None else to_edtf(when)

        def redated() -> int | None:
            state = self._latest()
            given = _with(state.given, document, when)
            timeline, known = state.redated(self._store, given)
            number = self._store.publication_dates.set_with_timeline(
                document,
                edtf,
                timeline,
                at,
                seen=state.version,
                before=state.timeline,
                program=dating_version(),
                by=by,
                sight=sight,
            )
            if number is not None:
                self._keep(state.version + 1, given, timeline, known)
            elif not state.current:  # nothing was set, and what was out of date is written
                self._state = None
            return number

        return self._alone(redated)

    def undo_publication_date(self, change: Change, at: str, by: str | None) -> int:
        """Undo a change of a publication date and date the events anew; return its number."""

        def taken_back() -> int:
            state = self._latest()
            given = state.given
            for edit in change.edits:
                old = None if edit.old is None else from_edtf(edit.old)
                given = _with(given, edit.subject, old)
            timeline, known = state.redated(self._store, given)
            after = Redated(timeline, state.version, state.timeline, dating_version())
            number = self._store.edits.undo(change.id, at, by, after)
            self._keep(state.version + 1, given, timeline, known)
            return number

        return self._alone(taken_back)

    def preview_publication_date(self, document: str, text: str) -> Timeline:
        """Return the timeline as it would be under another publication date; write nothing.

        Raises DateInputError where the text is no date.
        """
        when = published_claim(text).when
        with self._lock:
            state = self._latest()
            self._let_go()
            return state.redated(self._store, _with(state.given, document, when))[0]

    def _alone(self, work: Callable[[], T]) -> T:
        with self._lock:
            try:
                return _retried(work)
            finally:
                self._let_go()

    def _let_go(self) -> None:
        """Forget a collection that is too large to be kept beside the page's own."""
        if self._state is not None and len(self._state.timeline.events) > MOST_KEPT:
            self._state, self._kept = None, KeptMerge()

    def _latest(self) -> StoreState:
        if self._state is None or self._state.version != self._store.timeline.version():
            self._state = replace(read_state(self._store), kept=self._kept)
        return self._state

    def _keep(
        self, version: int, given: Given, timeline: Timeline, known: Mapping[str, Dated]
    ) -> None:
        """Keep what was written; where nothing was, the next look finds another version."""
        self._state = StoreState(version, given, timeline, known, current=True, kept=self._kept)


@dataclass(frozen=True, slots=True)
class PublicationDateEditor:
    """Publication dates of a store as people set them, by a clock."""

    writer: StoreWriter
    clock: Callable[[], str]

    def set(
        self, document: str, text: str | None, by: str | None, sight: Sight | None
    ) -> int | None:
        """Set an article's publication date, or take it back; see `StoreWriter`."""
        return self.writer.set_publication_date(document, text, self.clock(), by, sight)


def _with(given: Given, document: str, when: When | None) -> Given:
    """Return publication dates with another one for a document, or without one."""
    others = {name: one for name, one in given.items() if name != document}
    return others if when is None else {**others, document: when}


def _retried(work: Callable[[], T]) -> T:
    """Do what others may come before, again where they do."""
    for _ in range(ATTEMPTS):
        try:
            return work()
        except EditConflictError:
            raise
        except StoreMovedError:
            continue
    msg = "others write to the store at the same time; try again"
    raise StoreMovedError(msg)
