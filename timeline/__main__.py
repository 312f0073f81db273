"""The command line: `timeline extract | export | tag | serve | explain`, and those of curation.

Results go to standard output, progress and warnings to standard error. Exit 0: every input was
read; 1: something was not (named, with the reason); 2: wrong usage, which a name that does not
exist and a date that is none are, too; 130 and 143: it was stopped by Ctrl-C or SIGTERM (see
`commands/stopping.py`). What a command does not need it does not load.
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
from timeline.commands.completion import register
from timeline.commands.correcting import export_corrections
from timeline.commands.curating import curate
from timeline.commands.exporting import export as export_command
from timeline.commands.exporting import formats
from timeline.commands.importing import import_list
from timeline.commands.inputs import INPUTS, LocalPath, local_paths
from timeline.commands.left_out import left_out_line
from timeline.commands.listing import languages, list_names
from timeline.commands.output import FORMAT_OPTION, OUT, label_of, output_bytes
from timeline.commands.password import password
from timeline.commands.removing import remove
from timeline.commands.stopping import saying, stoppable
from timeline.commands.store_option import STORE_NAME, store_to_fill
from timeline.commands.text import DATE, PHRASE, TEXT, Number, Text
from timeline.commands.vocabulary import LANGUAGE, Vocabulary
from timeline.commands.watching import watch
from timeline.errors import ArticleError, ReadingError, StoppedError, TimelineError
from timeline.naming import quoted

if TYPE_CHECKING:
    from timeline.collecting import Progress
    from timeline.model.article import Article
    from timeline.store import Store

HOST = Text(most=255)  # characters, as many as a name of a machine has
TAGS = Vocabulary("format", ("json", "timeml"))
EXPLAINED = Vocabulary("format", ("text", "json"))
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
@INPUTS
@FORMAT_OPTION
@OUT
@click.option(
    "--published",
    multiple=True,
    metavar="NAME=DATE",
    type=TEXT,
    help="Publication date of one article, by file name; may be given several times.",
)
@click.option(
    "--store",
    metavar="FILE_OR_URL",
    type=STORE_NAME,
    help="Keep the result in a store as well, which is made where there is none.",
)
@click.option(
    "--jobs",
    default=1,
    show_default=True,
    type=Number(1, 64),
    help="Processes that read and analyse; the result is the same.",
)
def extract(  # noqa: PLR0913, PLR0917 - an argument for each option
    inputs: Sequence[str],
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
    from timeline.collecting import check_given, collect  # noqa: PLC0415
    from timeline.garbage import spare_the_collector  # noqa: PLC0415
    from timeline.reading import weaker_fence  # noqa: PLC0415

    paths, addresses = _local(inputs)
    given = dict(map(_name_and_date, published))
    _refuse_articles(out, paths)
    check_given(paths, given)
    spare_the_collector()
    with _progress() as seen, stoppable() as stop:
        progress = _each(stop.check, seen)
        if store is None:
            with saying("without --store nothing is kept"):
                extraction = pipeline.extract(paths, given, progress, jobs, check=stop.check)
                timeline = pipeline.assemble(extraction.analyses)
                stop.check()
            failures = (
                *extraction.failures,
                *pipeline.problems_of(timeline, extraction.analyses),
            )
        else:
            from timeline import stored  # noqa: PLC0415 - loads the database
            from timeline.curation import CuratedSource  # noqa: PLC0415

            with store_to_fill(store) as opened, _told(opened, paths, progress) as telling:
                with saying("nothing was analysed yet"):
                    collected = collect(paths, given, telling, jobs, check=stop.check)
                extraction, machine = stored.analyse_into(
                    opened, collected, telling, jobs, check=stop.check
                )
                timeline = CuratedSource(opened).over(machine)
            failures = extraction.failures
    documents = (analysis.article.document for analysis in extraction.analyses)
    for warning in (*extraction.warnings, *weaker_fence(documents)):
        click.echo(f"warning: {warning}", err=True)
    with output_bytes(out, binary=export.FORMATS[kind].binary) as stream:
        export.write(timeline, kind, stream)
    _tell_left_out(analysis.article for analysis in extraction.analyses)
    _finish([*addresses, *failures])


register()
cli.add_command(export_command)
cli.add_command(formats)
cli.add_command(curate)
cli.add_command(import_list)
cli.add_command(watch)
cli.add_command(export_corrections)
cli.add_command(password)
cli.add_command(remove)
cli.add_command(collections)
cli.add_command(list_names)
cli.add_command(languages)
cli.add_command(search)


@cli.command(epilog=TAG_HELP)
@INPUTS
@click.option("--format", "kind", default="json", show_default=True, type=TAGS)
@click.option("--out", type=LocalPath(), help="File, or for several as TimeML a folder.")
def tag(inputs: Sequence[str], kind: str, out: Path | None) -> None:
    """Mark every time expression with its TIMEX3 type and value, also those that date no event."""
    from timeline import tagged  # noqa: PLC0415 - not needed for --help
    from timeline.garbage import spare_the_collector  # noqa: PLC0415

    paths, addresses = _local(inputs)
    _refuse_articles(out, paths)
    spare_the_collector()
    with stoppable() as stop, saying("nothing was written"):
        documents, failures = tagged.tag_paths(paths, stop.check)
    if kind == "json":
        with _output(out) as stream:
            tagged.write_json(documents, stream)
    else:
        with _output(None) as screen:
            tagged.write_timeml(documents, out, screen)
    _tell_left_out(document.article for document in documents)
    _finish([*addresses, *failures])


@cli.command(epilog=SERVE_HELP)
@click.option(
    "--store", default=None, metavar="FILE_OR_URL", type=STORE_NAME, help="Store to show."
)
@click.option("--host", default="127.0.0.1", show_default=True, type=HOST)
@click.option("--port", default=8050, show_default=True, type=Number(1, 65535))
@click.option("--debug", is_flag=True, help="Reload on changed code, show errors in the page.")
@click.option("--read-only", is_flag=True, help="For showing: nothing can be changed in the page.")
@click.option(
    "--password-file",
    metavar="FILE",
    type=LocalPath(),
    help="Let in who knows the password that timeline password wrote to FILE.",
)
def serve(  # noqa: PLR0913, PLR0917 - an argument for each option
    store: str | None,
    host: str,
    port: int,
    debug: bool,  # noqa: FBT001 - a flag
    read_only: bool,  # noqa: FBT001 - a flag
    password_file: Path | None,
) -> None:
    """Show a store as an interactive timeline in the browser.

    Any other --host than one of this machine demands a password: by --password-file, by
    TIMELINE_PASSWORD_FILE, or as it is in TIMELINE_PASSWORD.
    """
    from timeline.passwords import FILE_VARIABLE  # noqa: PLC0415 - not needed for --help
    from timeline.web.service import READ_ONLY_VARIABLE, service_of  # noqa: PLC0415 - loads Dash
    from timeline.web.serving import serve as serve_store  # noqa: PLC0415

    told = {FILE_VARIABLE: str(password_file)} if password_file else {}
    told |= {READ_ONLY_VARIABLE: "yes"} if read_only else {}
    service = service_of(os.environ | told, time.monotonic)
    serve_store(store, host, port, debug=debug, clock=now, service=service)


@cli.command(epilog=EXPLAIN_HELP)
@click.argument("phrase", type=PHRASE)
@click.option("--published", metavar="DATE", type=DATE, help="Publication date to count from.")
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    type=LANGUAGE,
    help="Of the phrase; see timeline languages.",
)
@click.option("--format", "kind", default="text", show_default=True, type=EXPLAINED)
def explain(phrase: str, published: str | None, language: str, kind: str) -> None:
    """Show how a phrase is read, step by step, and which readings were rejected and why."""
    from timeline import explained  # noqa: PLC0415 - not needed for --help

    if not phrase.strip():
        msg = "there is nothing to explain: give a phrase, such as 'in June last year'"
        raise TimelineError(msg)
    told = explained.explain(phrase, published, language)
    if kind == "json":
        click.echo(json.dumps(explained.record(told), ensure_ascii=False, indent=1))
    else:
        for line in explained.lines(told):
            click.echo(line)
    if not told.expressions:
        raise TimelineError(f"{quoted(phrase)} holds no time expression that can be read")


def now() -> str:
    """Give the present moment as ISO 8601, for the history of edits."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _name_and_date(text: str) -> tuple[str, str]:
    name, sign, date = text.partition("=")
    if not sign or not name or not date:
        hint = f"{quoted(text)} must be NAME=DATE, such as article.txt=2023-02-08"
        raise click.BadParameter(hint, param_hint="--published")
    return name, date


def _local(inputs: Sequence[str]) -> tuple[list[Path], list[ReadingError]]:
    """Return what is typed as paths and the addresses among it; end where there is no path."""
    paths, addresses = local_paths(inputs)
    if not paths:
        _finish(addresses)
    return paths, addresses


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


def _each(*reports: "Progress | None") -> "Progress":
    """Return one report of progress that goes to several."""

    def progress(place: int, count: int, name: str) -> None:
        for report in filter(None, reports):
            report(place, count, name)

    return progress


@contextmanager
def _told(store: "Store", paths: Sequence[Path], seen: "Progress") -> "Iterator[Progress]":
    """Give what tells of a run to a page on the same store, as well as to the progress bar."""
    from timeline.reporting import reported  # noqa: PLC0415 - loads the database

    with reported(store.runs, "extract", label_of(paths), time.time) as reporter:
        yield _each(reporter.progress, seen)


def _refuse_articles(out: Path | None, paths: Sequence[Path]) -> None:
    """Keep a result from being written over an article that it was made from."""
    from timeline.reading import sources  # noqa: PLC0415 - not needed for --help

    if out is None or not os.path.exists(out):  # noqa: PTH110 - which raises no error
        return
    found = (s.path.resolve() for s in sources(paths) if not isinstance(s, ReadingError))
    if out.resolve() in found:
        raise TimelineError(f"{out} is one of the articles and is not overwritten")


@contextmanager
def _output(out: Path | None) -> Iterator[TextIO]:
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


def _tell_left_out(articles: "Iterable[Article]") -> None:
    line = left_out_line(articles)
    if line:
        click.echo(line, err=True)


def _finish(failures: Sequence[ArticleError]) -> None:
    for failure in failures:
        click.echo(f"{failure.stage}: {failure}", err=True)
    if failures:
        sys.exit(1)


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"timeline: {message}", err=True)
    sys.exit(code)


def _escape_what_a_terminal_lacks() -> None:
    """Write characters that the terminal's encoding lacks as escapes, instead of failing."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def main() -> None:
    """Run the command line; every error of the package is one line."""
    _escape_what_a_terminal_lacks()
    try:
        cli.main(prog_name="timeline")
    except StoppedError as error:
        _fail(str(error), error.code)
    except TimelineError as error:
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
