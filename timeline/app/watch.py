"""A folder that is kept in a store: what is new or changed in it is analysed and joins the store.

The folder is read anew at every change; only articles that are not the same as before are
analysed. What is taken out of the folder stays in the store, where people may have worked on it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Protocol

from timeline.app.collect import Progress
from timeline.app.pipeline import Ledger, extract, problems_of
from timeline.app.run_reports import Reporter
from timeline.app.store_writer import StoreWriter
from timeline.errors import AnalysisError, StoppedError, TimelineError
from timeline.jobs.checkpoint import Saver
from timeline.model.timeline import Analysis, Timeline
from timeline.reading import NOTHING_KNOWN, Facts, is_readable
from timeline.store import Store


class Asked(Protocol):
    """What tells that a stop is asked for."""

    def is_set(self) -> bool:
        """Return whether it is."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at the folder brought: documents that are new or changed, and what failed."""

    documents: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@contextmanager
def unseen() -> Iterator[None]:
    """Report nothing."""
    yield None


def watch_into(  # noqa: PLR0913 - what ends it and whom it tells
    store: Store,
    folder: Path,
    changes: Iterable[object],
    told: Callable[[Seen], None],
    looking: Callable[[], AbstractContextManager[Reporter | None]] = unseen,
    *,
    assumed: Facts = NOTHING_KNOWN,
    check: Callable[..., object] = bool,
) -> None:
    """Read a folder into a store, and again at each change until there are no more.

    `told` is called after each look, and `looking` is open during it. `check` is called before each
    article; where it raises StoppedError what is done is saved first. What makes a look fail as a
    whole, such as a metadata.csv that is half written, is told, and the next look tries again.
    `assumed` is what the user says of all articles.
    """
    known: dict[str, Analysis] = {}
    failed: frozenset[str] = frozenset()
    later: tuple[AnalysisError, ...] = ()
    writer = StoreWriter(store)
    saver = Saver(writer.upsert)
    for _ in chain((None,), changes):
        try:
            with looking() as reporter:
                ledger = Ledger(known, saver.add)
                report = _both(check, reporter)
                extraction = extract([folder], None, report, 1, ledger, assumed=assumed)
                fresh = [a for a in extraction.analyses if known.get(a.article.document) is not a]
                later = _joined(saver, extraction.analyses) if fresh else later
        except StoppedError:
            saver.rescue()
            raise
        except TimelineError as error:
            told(Seen(problems=(str(error),)))
            continue
        known = {a.article.document: a for a in extraction.analyses}
        problems = frozenset(map(str, (*extraction.failures, *later, *extraction.warnings)))
        told(Seen(tuple(a.article.document for a in fresh), tuple(sorted(problems - failed))))
        failed = problems


def _both(check: Callable[..., object], reporter: Reporter | None) -> Progress:
    def progress(place: int, count: int, name: str) -> None:
        check()
        if reporter is not None:
            reporter.progress(place, count, name)

    return progress


def _joined(saver: Saver[Timeline], analyses: Sequence[Analysis]) -> tuple[AnalysisError, ...]:
    """Save what is new; return what failed then, in dating and merging."""
    return problems_of(saver.save(), analyses)


def changes_of(folder: Path, stop: Asked) -> Iterable[object]:
    """Return the changes of a folder as the system reports them, until a stop is asked for."""
    from watchfiles import watch  # noqa: PLC0415 - a native library that only watching needs

    return watch(
        folder,
        watch_filter=lambda _, path: is_readable(Path(path).name),
        stop_event=stop,
        raise_interrupt=False,
    )
