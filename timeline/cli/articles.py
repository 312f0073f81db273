"""What the commands that read articles share: their paths, progress, and how they end."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.inputs import local_paths
from timeline.cli.left_out import left_out_line, recognised_line
from timeline.cli.verbosity import detail, is_quiet, is_verbose, note
from timeline.errors import ArticleError, ReadingError, TimelineError
from timeline.wording.names import escaped

if TYPE_CHECKING:
    from timeline.app.collect import Progress
    from timeline.model.article import Article


def paths_of(inputs: Sequence[str]) -> tuple[list[Path], list[ReadingError]]:
    """Return what is typed as paths and the addresses among it; end where there is no path."""
    paths, addresses = local_paths(inputs)
    if not paths:
        finish(addresses)
    return paths, addresses


@contextmanager
def progress_bar() -> "Iterator[Progress | None]":
    """Yield what moves a progress bar on standard error; None where that is no terminal.

    With --verbose each article is named instead; with --quiet there is nothing.
    """
    if is_verbose():
        yield lambda place, count, name: detail(f"{place + 1} of {count}: {escaped(name)}")
        return
    if is_quiet() or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Reading", file=sys.stderr, show_pos=True) as bar:

        def progress(place: int, count: int, name: str) -> None:
            bar.length = count
            bar.label = name[-30:].ljust(30)
            bar.update(place - bar.pos)

        yield progress
        bar.update((bar.length or 1) - bar.pos)


def both(*reports: "Progress | None") -> "Progress":
    """Return one report of progress that goes to several."""

    def progress(place: int, count: int, name: str) -> None:
        for report in filter(None, reports):
            report(place, count, name)

    return progress


def refuse_articles(out: Path | None, paths: Sequence[Path]) -> None:
    """Raise TimelineError where a result would be written over one of its articles."""
    from timeline.reading import sources  # noqa: PLC0415 - not needed for --help

    if out is None or not os.path.exists(out):  # noqa: PTH110 - which raises no error
        return
    found = (s.path.resolve() for s in sources(paths) if not isinstance(s, ReadingError))
    if out.resolve() in found:
        raise TimelineError(f"{out} is one of the articles and is not overwritten")


def report_left_out(articles: "Iterable[Article]") -> None:
    """Write a line on what of the articles was not read, and on those read from pictures."""
    all_of = tuple(articles)
    for line in (recognised_line(all_of), left_out_line(all_of)):
        if line:
            note(line)


def finish(failures: Sequence[ArticleError]) -> None:
    """Name what failed, and exit with 1 where anything did."""
    for failure in failures:
        click.echo(f"{failure.stage}: {failure}", err=True)
    if failures:
        sys.exit(1)
