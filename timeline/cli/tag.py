"""`timeline tag`: every time expression with its TIMEX3 type and value."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from timeline.cli.articles import finish, paths_of, refuse_articles, report_left_out
from timeline.cli.inputs import INPUTS, LocalPath
from timeline.cli.stopping import saying, stoppable
from timeline.cli.vocabulary import VocabularyType
from timeline.errors import TimelineError

TAGS = VocabularyType("format", ("json", "timeml"))
TAG_HELP = """
\b
Examples:
  timeline tag article.txt
  timeline tag articles/ --format timeml --out tagged/
"""


@click.command(epilog=TAG_HELP)
@INPUTS
@click.option("--format", "kind", default="json", show_default=True, type=TAGS)
@click.option("--out", type=LocalPath(), help="File, or for several as TimeML a folder.")
def tag(inputs: Sequence[str], kind: str, out: Path | None) -> None:
    """Mark every time expression with its TIMEX3 type and value, also those that date no event."""
    from timeline.app.tag import tag_paths  # noqa: PLC0415 - not needed for --help
    from timeline.export.tagged_files import write_json, write_timeml  # noqa: PLC0415
    from timeline.jobs.gc_tuning import relax_garbage_collection  # noqa: PLC0415

    paths, addresses = paths_of(inputs)
    refuse_articles(out, paths)
    relax_garbage_collection()
    with stoppable() as stop, saying("nothing was written"):
        documents, failures = tag_paths(paths, stop.check)
    if kind == "json":
        with text_output(out) as stream:
            write_json(documents, stream)
    else:
        with text_output(None) as screen:
            write_timeml(documents, out, screen)
    report_left_out(document.article for document in documents)
    finish([*addresses, *failures])


@contextmanager
def text_output(out: Path | None) -> Iterator[TextIO]:
    """Yield a stream to a file in UTF-8, or standard output; raise TimelineError."""
    if out is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(
                encoding="utf-8", errors="strict"
            )  # whatever the terminal's locale
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise TimelineError(f"{out}: cannot be written ({error.strerror})") from error
