"""The command line: `timeline extract | export | tag | serve | explain`, and those of curation.

Results go to standard output, progress and warnings to standard error. Exit 0: every input was
read; 1: something was not (named, with the reason); 2: wrong usage. What a command does not
need it does not load.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from timeline.commands.collections import collections, search
from timeline.commands.correcting import export_corrections
from timeline.commands.curating import curate
from timeline.commands.exporting import export as export_command
from timeline.commands.exporting import formats
from timeline.commands.importing import import_list
from timeline.commands.left_out import left_out_line
from timeline.commands.output import OUT, checked_format, label_of, output_bytes
from timeline.commands.password import password
from timeline.commands.removing import remove
from timeline.commands.watching import watch
from timeline.errors import ReadingError, TimelineError

if TYPE_CHECKING:
    from timeline.collecting import Progress
    from timeline.model.article import Article
    from timeline.store import Store

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
EXTRACT_HELP = """
\b
Examples:
  timeline extract articles/ > timeline.json
  timeline extract articles/ --format csv --out timeline.csv
  timeline extract a.txt --published a.txt=2023-02-08 | jq '.events[].title'
  timeline extract articles/ --store collection.sqlite --jobs 4
"""
TAG_HELP = """
\b
Examples:
  timeline tag article.txt
  timeline tag articles/ --format timeml --out tagged/
"""
SERVE_HELP = """
\b
Examples:
  timeline serve --store collection.sqlite
  timeline serve --store collection.sqlite --port 8060
  timeline serve --store collection.sqlite --host 0.0.0.0 --password-file team.password
"""
EXPLAIN_HELP = """
\b
Examples:
  timeline explain "In June last year" --published 2023-02-08
  timeline explain "on Thursday and Friday" --published "21 August 2022"
  timeline explain "three days ago"
  timeline explain "the 45th session" --format json
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="timeline")
def cli() -> None:
    """From articles to a timeline one can trust.

    \b
    timeline extract articles/ --store collection.sqlite    read articles, keep the events
    timeline watch articles/ --store collection.sqlite      keep a folder in it
    timeline serve --store collection.sqlite                look at them in the browser
    timeline explain "In June last year" --published 2023-02-08
    """  # noqa: D301 - click reads the character \b as "do not wrap"


@cli.command(epilog=EXTRACT_HELP)
@PATHS
@click.option("--format", "kind", default="json", show_default=True, help="See timeline formats.")
@OUT
@click.option(
    "--published",
    multiple=True,
    metavar="NAME=DATE",
    help="Publication date of one article, by file name; may be given several times.",
)
@click.option("--store", metavar="FILE_OR_URL", help="Keep the result in a store as well.")
@click.option(
    "--jobs",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that read and analyse; the result is the same.",
)
def extract(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: Sequence[Path],
    kind: str,
    out: Path | None,
    published: Sequence[str],
    store: str | None,
    jobs: int,
) -> None:
    """Find every dated event in articles: files, or folders of them.

    A folder may hold metadata.csv with the columns document and published. With --store the
    articles join those in the store, and the result shows all of them.
    """
    from timeline import export, pipeline  # noqa: PLC0415 - not needed for --help
    from timeline.collecting import collect  # noqa: PLC0415
    from timeline.garbage import spare_the_collector  # noqa: PLC0415

    checked_format(kind)
    spare_the_collector()
    given = dict(map(_name_and_date, published))
    _refuse_articles(out, paths)
    with _progress() as progress:
        if store is None:
            extraction = pipeline.extract(paths, given, progress, jobs)
            timeline = pipeline.assemble(extraction.analyses)
        else:
            from timeline import stored  # noqa: PLC0415 - loads the database
            from timeline.curation import CuratedSource  # noqa: PLC0415
            from timeline.store import Store  # noqa: PLC0415

            with Store.open(store, adds=True) as opened, _told(opened, paths, progress) as telling:
                collected = collect(paths, given, telling, jobs)
                extraction, machine = stored.analyse_into(opened, collected, telling, jobs)
                timeline = CuratedSource(opened).over(machine)
    for warning in extraction.warnings:
        click.echo(f"warning: {warning}", err=True)
    with output_bytes(out, binary=export.FORMATS[kind].binary) as stream:
        export.write(timeline, kind, stream)
    _tell_left_out(analysis.article for analysis in extraction.analyses)
    _finish(extraction.failures)


cli.add_command(export_command)
cli.add_command(formats)
cli.add_command(curate)
cli.add_command(import_list)
cli.add_command(watch)
cli.add_command(export_corrections)
cli.add_command(password)
cli.add_command(remove)
cli.add_command(collections)
cli.add_command(search)


@cli.command(epilog=TAG_HELP)
@PATHS
@click.option(
    "--format", "kind", default="json", show_default=True, type=click.Choice(["json", "timeml"])
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="File, or for several as TimeML a folder."
)
def tag(paths: Sequence[Path], kind: str, out: Path | None) -> None:
    """Mark every time expression with its TIMEX3 type and value, also those that date no event."""
    from timeline import tagged  # noqa: PLC0415 - not needed for --help
    from timeline.garbage import spare_the_collector  # noqa: PLC0415

    _refuse_articles(out, paths)
    spare_the_collector()
    documents, failures = tagged.tag_paths(paths)
    if kind == "json":
        with _output(out) as stream:
            tagged.write_json(documents, stream)
    else:
        with _output(None) as screen:
            tagged.write_timeml(documents, out, screen)
    _tell_left_out(document.article for document in documents)
    _finish(failures)


@cli.command(epilog=SERVE_HELP)
@click.option("--store", default=None, metavar="FILE_OR_URL", help="Store to show.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535))
@click.option("--debug", is_flag=True, help="Reload on changed code, show errors in the page.")
@click.option("--read-only", is_flag=True, help="For showing: nothing can be changed in the page.")
@click.option(
    "--password-file",
    metavar="FILE",
    help="Let in who knows the password that timeline password wrote to FILE.",
)
def serve(  # noqa: PLR0913, PLR0917 - an argument for each option
    store: str | None,
    host: str,
    port: int,
    debug: bool,  # noqa: FBT001 - a flag
    read_only: bool,  # noqa: FBT001 - a flag
    password_file: str | None,
) -> None:
    """Show a store as an interactive timeline in the browser.

    Any other --host than one of this machine demands a password: by --password-file, by
    TIMELINE_PASSWORD_FILE, or as it is in TIMELINE_PASSWORD.
    """
    from timeline.passwords import FILE_VARIABLE  # noqa: PLC0415 - not needed for --help
    from timeline.web.service import READ_ONLY_VARIABLE, service_of  # noqa: PLC0415 - loads Dash
    from timeline.web.serving import serve as serve_store  # noqa: PLC0415

    told = {FILE_VARIABLE: password_file} if password_file else {}
    told |= {READ_ONLY_VARIABLE: "yes"} if read_only else {}
    service = service_of(os.environ | told)
    serve_store(store, host, port, debug=debug, clock=now, service=service)


@cli.command(epilog=EXPLAIN_HELP)
@click.argument("phrase")
@click.option("--published", metavar="DATE", help="Publication date to count from.")
@click.option("--language", metavar="CODE", default="en", show_default=True, help="Of the phrase.")
@click.option(
    "--format", "kind", default="text", show_default=True, type=click.Choice(["text", "json"])
)
def explain(phrase: str, published: str | None, language: str, kind: str) -> None:
    """Show how a phrase is read, step by step, and which readings were rejected and why."""
    from timeline import explained  # noqa: PLC0415 - not needed for --help

    told = explained.explain(phrase, published, language)
    if kind == "json":
        click.echo(json.dumps(explained.record(told), ensure_ascii=False, indent=1))
    else:
        for line in explained.lines(told):
            click.echo(line)
    if not told.expressions:
        raise TimelineError(f"{phrase!r} holds no time expression that can be read")


def now() -> str:
    """Give the present moment as ISO 8601, for the history of edits."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _name_and_date(text: str) -> tuple[str, str]:
    name, sign, date = text.partition("=")
    if not sign or not name or not date:
        hint = f"{text!r} must be NAME=DATE, such as article.txt=2023-02-08"
        raise click.BadParameter(hint, param_hint="--published")
    return name, date


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """Give a progress bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Reading", file=sys.stderr, show_pos=True) as bar:

        def progress(place: int, count: int, name: str) -> None:
            bar.length = count
            bar.label = name[-30:].ljust(30)
            bar.update(place - bar.pos)

        yield progress
        bar.update((bar.length or 1) - bar.pos)


@contextmanager
def _told(store: "Store", paths: Sequence[Path], seen: "Progress | None") -> "Iterator[Progress]":
    """Give what tells of a run to a page on the same store, as well as to the progress bar."""
    from timeline.reporting import reported  # noqa: PLC0415 - loads the database

    with reported(store.runs, "extract", label_of(paths), time.time) as reporter:

        def progress(place: int, count: int, name: str) -> None:
            reporter.progress(place, count, name)
            if seen is not None:
                seen(place, count, name)

        yield progress


def _refuse_articles(out: Path | None, paths: Sequence[Path]) -> None:
    """Keep a result from being written over an article that it was made from."""
    from timeline.reading import sources  # noqa: PLC0415 - not needed for --help

    if out is None or not out.exists():
        return
    found = (s.path.resolve() for s in sources(paths) if not isinstance(s, ReadingError))
    if out.resolve() in found:
        raise TimelineError(f"{out} is one of the articles and is not overwritten")


@contextmanager
def _output(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # whatever the terminal's locale
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise TimelineError(f"{out}: cannot be written ({error.strerror})") from error


def _tell_left_out(articles: "Iterable[Article]") -> None:
    line = left_out_line(articles)
    if line:
        click.echo(line, err=True)


def _finish(failures: Sequence[ReadingError]) -> None:
    for failure in failures:
        click.echo(f"not read: {failure}", err=True)
    if failures:
        sys.exit(1)


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"timeline: {message}", err=True)
    sys.exit(code)


def main() -> None:
    """Run the command line; every error of the package is one line."""
    try:
        cli.main(prog_name="timeline")
    except TimelineError as error:
        _fail(str(error), 1)
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
