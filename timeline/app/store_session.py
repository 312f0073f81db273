"""The pipeline over a store: what it holds is taken over, and what is made is put into it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TypeVar

from timeline.app.code_version import dating_version
from timeline.app.collect import Collected, Progress, collect
from timeline.app.kept_merge import KeptMerge
from timeline.app.pipeline import (
    Dated,
    Extraction,
    Given,
    Jobs,
    Ledger,
    analyse_all,
    analysed_by_this_version,
    later_problems,
    readers,
)
from timeline.app.store_state import StoreState, dated_by_name, read_state
from timeline.errors import EditConflictError, StoppedError, StoreMovedError
from timeline.jobs.checkpoint import LEAST, Saver
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Analysis, Timeline
from timeline.model.when import When
from timeline.reading import published_claim
from timeline.store import Change, Redated, Sight, Store
from timeline.wording.names import escaped

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


def extract_into(
    store: Store,
    paths: Sequence[Path],
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    jobs: Jobs = 1,
) -> Extraction:
    """Extract into a store: articles of the same name are replaced, the others stay.

    What this program analysed before and what is the same still is taken over; and what is done is
    saved from time to time: so a run that was ended goes on where it stopped.
    """
    return analyse_into(store, collect(paths, given, progress, readers(jobs)), progress, jobs)[0]


def analyse_into(  # noqa: PLR0913 - what is analysed, and who is told
    store: Store,
    collected: Collected,
    progress: Progress | None = None,
    jobs: Jobs = 1,
    pause: float = LEAST,
    *,
    check: Callable[[], object] = bool,
) -> tuple[Extraction, Timeline]:
    """Extract articles that are read already into a store; `extract_into` says the rest.

    `pause` is how many seconds lie at least between two savings. Returns the program's timeline of
    the whole store as well.
    """
    writer = StoreWriter(store)
    saver = Saver(writer.upsert, least=pause)
    before = writer.analyses([article.document for article in collected.articles])
    ledger = Ledger(analysed_by_this_version(before.values()), saver.add)
    try:
        with ExitStack() as unfinished:
            unfinished.callback(saver.rescue)
            extraction = analyse_all(collected, progress, jobs, ledger, check=check)
            timeline = saver.save()
            unfinished.pop_all()
    except StoppedError as error:
        raise StoppedError(f"{error}: {_kept(saver.saved)}", error.code) from error
    known = {name: problem for name, (_, problem) in store.articles.programs().items()}
    later = later_problems(timeline, known)
    replaced = tuple(_replaced(before, extraction.analyses))
    whole = replace(
        extraction,
        failures=(*extraction.failures, *later),
        warnings=(*extraction.warnings, *replaced),
    )
    return whole, timeline


def _kept(count: int) -> str:
    articles = f"{count:,} {'article' if count == 1 else 'articles'}"
    return f"{articles} analysed in this run are in the store; run the same again to go on"


def _replaced(before: Mapping[str, Analysis], made: Iterable[Analysis]) -> Iterator[str]:
    """Yield a line for each article that takes the place of another text in the store."""
    for analysis in made:
        name = analysis.article.document
        if name in before and before[name].article.text != analysis.article.text:
            yield f"{escaped(name)} takes the place of another text of this name in the store"


def upsert(store: Store, analyses: Iterable[Analysis]) -> None:
    """Insert analyses into a store, or replace those of the same name."""
    StoreWriter(store).upsert(analyses)


def remove_articles(store: Store, documents: Collection[str]) -> tuple[str, ...]:
    """Remove articles from a store, by name; return the names of those that were there."""
    return StoreWriter(store).remove(documents)


def set_publication_date(  # noqa: PLR0913, PLR0917 - the edit, its moment and its editor
    store: Store,
    document: str,
    text: str | None,
    at: str,
    by: str | None = None,
    sight: Sight | None = None,
) -> int | None:
    """Set an article's publication date, as `StoreWriter.set_publication_date` does."""
    return StoreWriter(store).set_publication_date(document, text, at, by, sight)


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


def undo_publication_date(store: Store, change: Change, at: str, by: str | None) -> int:
    """Undo a change of a publication date, and date the events anew, in one; return its number."""
    return StoreWriter(store).undo_publication_date(change, at, by)


def preview_publication_date(store: Store, document: str, text: str) -> Timeline:
    """Return the timeline as it would be under another publication date; nothing is written."""
    return StoreWriter(store).preview_publication_date(document, text)
