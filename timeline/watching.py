"""A folder that is kept in a store: what is new or changed in it is analysed and joins the store.

The folder is read anew at every change; only articles that are not the same as before are
analysed. What is taken out of the folder stays in the store, where people may have worked on it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from timeline.errors import TimelineError
from timeline.model.timeline import Analysis
from timeline.pipeline import Ledger, extract
from timeline.reading import is_readable
from timeline.reporting import Reporter
from timeline.store import Store
from timeline.stored import Joiner


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at the folder brought: documents that are new or changed, and what failed."""

    documents: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@contextmanager
def unseen() -> Iterator[None]:
    """Tell nobody that a look is under way."""
    yield None


def watch_into(
    store: Store,
    folder: Path,
    changes: Iterable[object],
    told: Callable[[Seen], None],
    looking: Callable[[], AbstractContextManager[Reporter | None]] = unseen,
) -> None:
    """Read a folder into a store, and again at each change until there are no more.

    `told` is called after each look, and `looking` is open during it. What makes a look fail as a
    whole, such as a metadata.csv that is half written, is told, and the next look tries again.
    """
    known: dict[str, Analysis] = {}
    failed: frozenset[str] = frozenset()
    joiner = Joiner(store)
    for _ in chain((None,), changes):
        try:
            with looking() as reporter:
                progress = reporter.progress if reporter else None
                extraction = extract([folder], progress=progress, ledger=Ledger(known))
                fresh = [a for a in extraction.analyses if known.get(a.article.document) is not a]
                if fresh:
                    joiner.join(fresh)
        except TimelineError as error:
            told(Seen(problems=(str(error),)))
            continue
        known = {a.article.document: a for a in extraction.analyses}
        problems = frozenset(map(str, (*extraction.failures, *extraction.warnings)))
        told(Seen(tuple(a.article.document for a in fresh), tuple(sorted(problems - failed))))
        failed = problems


def changes_of(folder: Path) -> Iterable[object]:
    """Give the changes of a folder as the system tells them, until the user interrupts."""
    from watchfiles import watch  # noqa: PLC0415 - a native library that only watching needs

    return watch(
        folder,
        watch_filter=lambda _, path: is_readable(Path(path).name),
        raise_interrupt=False,
    )
