"""`timeline tag`: every time expression with its TIMEX3 type and value."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from timeline.cli.articles import finish, paths_of, refuse_articles, report_left_out
from timeline.cli.inputs import INPUTS, LocalPath
from timeline.cli.reading_options import reading_as
from timeline.cli.standard_input import SIGN, STDIN_NAME, with_standard_input
from timeline.cli.stopping import saying, stoppable
from timeline.cli.verbosity import detail, note
from timeline.cli.vocabulary import VocabularyType
from timeline.errors import ArticleError, TimelineError
from timeline.wording.names import escaped

if TYPE_CHECKING:
    from timeline.app.tag import Tagged
    from timeline.reading import Facts

    Written = tuple[list[Tagged], list[ArticleError]]

TAGS = VocabularyType("format", ("json", "timeml", "jsonl"))
TAG_HELP = """
\b
Examples:
  timeline tag article.txt
  timeline tag articles/ --format timeml --out tagged/
  cat article.txt | timeline tag -
  timeline tag articles/ --format jsonl | jq -c .expressions[]
"""


@click.command(epilog=TAG_HELP)
@INPUTS
@click.option("--format", "-f", "kind", default="json", show_default=True, type=TAGS)
@click.option("--out", "-o", type=LocalPath(), help="File, or for several as TimeML a folder.")
@STDIN_NAME
@reading_as
def tag(
    inputs: Sequence[str], kind: str, out: Path | None, stdin_name: str, assumed: "Facts"
) -> None:
    """Mark every time expression with its TIMEX3 type and value, also those that date no event.

    PATH is a file, a folder with a metadata.csv or without, or - for standard input. With jsonl
    each article is a line, written as soon as it is tagged.
    """
    from timeline.jobs.gc_tuning import relax_garbage_collection  # noqa: PLC0415

    paths, addresses = paths_of(inputs)
    refuse_articles(out, paths)
    relax_garbage_collection()
    write = _lines if kind == "jsonl" else partial(_whole, kind)
    with with_standard_input(paths, stdin_name) as (there, _):
        documents, failures = write(there, assumed, None if out == Path(SIGN) else out)
    report_left_out(document.article for document in documents)
    finish([*addresses, *failures])


def _warn(text: str) -> None:
    note(f"warning: {text}")


def _whole(kind: str, paths: Sequence[Path], assumed: "Facts", out: Path | None) -> "Written":
    """Tag all articles, then write them; return them, and what failed."""
    from timeline.app.tag import tag_paths  # noqa: PLC0415 - not needed for --help
    from timeline.export.tagged_files import write_json, write_timeml  # noqa: PLC0415

    with stoppable() as stop, saying("nothing was written"):
        documents, failures = tag_paths(paths, stop.check, assumed, _warn)
    if kind == "json":
        with text_output(out) as stream:
            write_json(documents, stream)
    else:
        with text_output(None) as screen:
            write_timeml(documents, out, screen)
    return documents, failures


def _lines(paths: Sequence[Path], assumed: "Facts", out: Path | None) -> "Written":
    """Write each article as soon as it is tagged; return them, and what failed."""
    from timeline.app.tag import tag_each  # noqa: PLC0415 - not needed for --help
    from timeline.export.tagged_files import write_line  # noqa: PLC0415

    documents: list[Tagged] = []
    failures: list[ArticleError] = []
    with stoppable() as stop, saying("what is written is whole"), text_output(out) as stream:
        for made in tag_each(paths, stop.check, assumed, _warn):
            if isinstance(made, ArticleError):
                failures.append(made)
                continue
            detail(f"tagged: {escaped(made.article.document)}")
            write_line(made, stream)
            stream.flush()
            documents.append(made)
    return documents, failures


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
