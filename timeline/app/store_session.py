"""The pipeline over a store: what it holds is taken over, and what is made is put into it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from timeline.app.collect import Collected, Progress, collect
from timeline.app.pipeline import (
    Extraction,
    Jobs,
    Ledger,
    analyse_all,
    analysed_by_this_version,
    later_problems,
    readers,
)
from timeline.app.store_writer import StoreWriter
from timeline.errors import StoppedError
from timeline.jobs.checkpoint import LEAST, Saver
from timeline.model.timeline import Analysis, Timeline
from timeline.store import Change, Sight, Store
from timeline.wording.names import escaped

T = TypeVar("T")


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


def undo_publication_date(store: Store, change: Change, at: str, by: str | None) -> int:
    """Undo a change of a publication date, and date the events anew, in one; return its number."""
    return StoreWriter(store).undo_publication_date(change, at, by)


def preview_publication_date(store: Store, document: str, text: str) -> Timeline:
    """Return the timeline as it would be under another publication date; nothing is written."""
    return StoreWriter(store).preview_publication_date(document, text)
