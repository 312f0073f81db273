"""Articles that people bring through the page: read and analysed like a folder of the command line.

They lie in a folder of their own by then. What is refused is told before the first is analysed, and
what is analysed joins the store every few seconds, so that it appears on the page while the rest is
under way.
"""

from collections.abc import Mapping
from pathlib import Path

from timeline.app.collect import collect
from timeline.app.run_reports import Reporter
from timeline.app.store_session import analyse_into
from timeline.errors import ArticleError, ReadingError
from timeline.store import Store

PAUSE = 2.0  # seconds between two savings
_METADATA = "metadata.csv"


def add_into(store: Store, folder: Path, given: Mapping[str, str], reporter: Reporter) -> None:
    """Extract the articles of a folder into a store, and tell how it goes.

    `given` holds publication dates by document. Raises StoppedError where somebody asks to stop:
    what was analysed until then is in the store.
    """
    collected = collect([folder], given)
    warnings = [ReadingError(_METADATA, _without(folder, text)) for text in collected.warnings]
    failures = [_named(folder, failure) for failure in collected.failures]
    reporter.refused([*failures, *warnings])
    reporter.progress(0, len(collected.articles), "")
    done: list[str] = []

    def progress(place: int, count: int, name: str) -> None:
        reporter.progress(place + 1, count, name)
        done.append(name)
        reporter.added(done)

    extraction, _ = analyse_into(store, collected, progress, pause=PAUSE)
    reporter.refused(
        [*(_named(folder, failure) for failure in extraction.failures), *warnings],
    )
    reporter.added([analysis.article.document for analysis in extraction.analyses])


def _named(folder: Path, failure: ArticleError) -> ArticleError:
    return type(failure)(_without(folder, failure.name) or _METADATA, failure.reason)


def _without(folder: Path, text: str) -> str:
    """Leave out the folder, which is none that a user knows."""
    return text.replace(f"{folder}/", "").replace(str(folder), "")
