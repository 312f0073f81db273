"""The pipeline over a store: what it holds is taken over, and what is made is put into it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from timeline.app.collect import Collected, Progress, collect
from timeline.app.pipeline import (
    Dated,
    Extraction,
    Ledger,
    analyse_all,
    analysed_by_this_version,
    assemble,
    dated,
    merged,
    problems_of,
)
from timeline.errors import EditConflictError, StoppedError, StoreMovedError
from timeline.jobs.checkpoint import LEAST, Saver
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Analysis, Timeline
from timeline.model.when import When
from timeline.reading import published_claim
from timeline.store import Change, Sight, Store
from timeline.wording.names import escaped

ATTEMPTS = 5  # a store that others write to at the same time is tried this often
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _State:
    """What a store holds at a version of the program's part, each article as it was dated."""

    version: int
    analyses: Mapping[str, Analysis]
    dated: Mapping[str, tuple[Analysis, When | None, Dated]]


class StoreWriter:
    """Writes analyses into a store; reads it again only where others wrote to it."""

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._state: _State | None = None

    def analyses(self) -> Mapping[str, Analysis]:
        """Return the analyses that the store holds, by document."""
        return self._latest().analyses

    def upsert(self, analyses: Iterable[Analysis]) -> Timeline:
        """Insert analyses, or replace those of the same name.

        Returns the timeline of all. Raises StoreMovedError where others do not cease to write.
        """
        added = {a.article.document: a for a in analyses}
        return _retried(lambda: self._upserted(added))

    def _upserted(self, added: Mapping[str, Analysis]) -> Timeline:
        state = self._latest()
        given = publication_dates(self._store)
        analyses = {**state.analyses, **added}
        known = {name: _dated(a, given.get(name), state.dated) for name, a in analyses.items()}
        timeline = merged(one for _, _, one in known.values())
        version = self._store.articles.upsert(tuple(added.values()), timeline, seen=state.version)
        self._state = _State(version, analyses, known)
        return timeline

    def _latest(self) -> _State:
        # Read first: what is written meanwhile is then read again, not missed.
        version = self._store.timeline.version()
        if self._state is None or self._state.version != version:
            analyses = {a.article.document: a for a in self._store.articles.analyses()}
            self._state = _State(version, analyses, {})
        return self._state


def _dated(
    analysis: Analysis,
    given: When | None,
    before: Mapping[str, tuple[Analysis, When | None, Dated]],
) -> tuple[Analysis, When | None, Dated]:
    """Date an article, or take it over where it was dated before by the same."""
    known = before.get(analysis.article.document)
    if known is not None and known[0] is analysis and known[1] == given:
        return known
    return analysis, given, dated(analysis, given)


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
    jobs: int = 1,
) -> Extraction:
    """Extract into a store: articles of the same name are replaced, the others stay.

    What this program analysed before and what is the same still is taken over; and what is done is
    saved from time to time: so a run that was ended goes on where it stopped.
    """
    return analyse_into(store, collect(paths, given, progress, jobs), progress, jobs)[0]


def analyse_into(  # noqa: PLR0913 - what is analysed, and who is told
    store: Store,
    collected: Collected,
    progress: Progress | None = None,
    jobs: int = 1,
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
    before = writer.analyses()
    ledger = Ledger(analysed_by_this_version(before.values()), saver.add)
    try:
        extraction = analyse_all(collected, progress, jobs, ledger, check=check)
        timeline = saver.save()
    except BaseException as error:
        saver.rescue()
        if isinstance(error, StoppedError):
            raise StoppedError(f"{error}: {_kept(saver.saved)}", error.code) from error
        raise
    later = problems_of(timeline, writer.analyses().values())
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
    """Take articles out of a store, by name; return the names of those that were there.

    What people decided on their events stays, and shows as it was seen.
    """

    def without() -> tuple[str, ...]:
        seen = store.timeline.version()
        held = store.articles.analyses()
        left = tuple(a for a in held if a.article.document not in documents)
        removed = tuple(a.article.document for a in held if a.article.document in documents)
        if removed:
            store.articles.replace(left, assemble(left, publication_dates(store)), seen=seen)
        return removed

    return _retried(without)


def set_publication_date(  # noqa: PLR0913, PLR0917 - the edit, its moment and its editor
    store: Store,
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
    sight = sight or Sight(store.edits.last_seq())
    when = None if text is None else published_claim(text).when
    edtf = None if when is None else to_edtf(when)

    def redated() -> int | None:
        seen = store.timeline.version()
        given = publication_dates(store)
        if when is None:
            given.pop(document, None)
        else:
            given[document] = when
        timeline = assemble(store.articles.analyses(), given)
        return store.publication_dates.set_with_timeline(
            document, edtf, timeline, at, seen=seen, by=by, sight=sight
        )

    return _retried(redated)


@dataclass(frozen=True, slots=True)
class PublicationDateEditor:
    """Publication dates of a store as people set them, by a clock."""

    store: Store
    clock: Callable[[], str]

    def set(
        self, document: str, text: str | None, by: str | None, sight: Sight | None
    ) -> int | None:
        """Set an article's publication date, or take it back, as `set_publication_date` does."""
        return set_publication_date(self.store, document, text, self.clock(), by, sight)


def undo_publication_date(store: Store, change: Change, at: str, by: str | None) -> int:
    """Undo a change of a publication date, and date the events anew, in one; return its number."""

    def taken_back() -> int:
        seen = store.timeline.version()
        given = publication_dates(store)
        for edit in change.edits:
            given.pop(edit.subject, None)
            if edit.old is not None:
                given[edit.subject] = from_edtf(edit.old)
        timeline = assemble(store.articles.analyses(), given)
        return store.edits.undo(change.id, at, by, (timeline, seen))

    return _retried(taken_back)


def preview_publication_date(store: Store, document: str, text: str) -> Timeline:
    """Return the timeline as it would be under another publication date; nothing is written.

    Raises DateInputError where the text is no date.
    """
    given = publication_dates(store) | {document: published_claim(text).when}
    return assemble(store.articles.analyses(), given)


def publication_dates(store: Store) -> dict[str, When]:
    """Return the publication dates that people set in a store, by document."""
    return {
        document: from_edtf(edtf)
        for document, edtf in store.publication_dates.by_document().items()
    }
