"""`timeline extract`: the dated events of articles, to a file or into a store."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from timeline.cli.articles import (
    both,
    finish,
    paths_of,
    progress_bar,
    refuse_articles,
    report_left_out,
)
from timeline.cli.inputs import INPUTS
from timeline.cli.output import FORMAT_OPTION, OUT, label_of, output_bytes
from timeline.cli.reading_options import reading_as
from timeline.cli.standard_input import STDIN_NAME, named, with_standard_input
from timeline.cli.stopping import saying, stoppable
from timeline.cli.store_option import STORE_NAME, store_to_fill
from timeline.cli.text import TEXT, WholeNumber
from timeline.cli.verbosity import note
from timeline.errors import ArticleError
from timeline.wording.names import quoted

if TYPE_CHECKING:
    from timeline.app.collect import Progress
    from timeline.app.pipeline import Extraction, Jobs
    from timeline.model.timeline import Analysis
    from timeline.reading import Facts
    from timeline.store import Store

EXTRACT_HELP = """
\b
Examples:
  timeline extract articles/ > timeline.json
  timeline extract articles/ --format csv --out timeline.csv
  timeline extract a.txt --published a.txt=2023-02-08 | jq '.events[].title'
  timeline extract articles/ --store collection.sqlite --jobs 4
  timeline extract articles/ --store collection.sqlite --cluster tcp://10.0.0.5:8786
  cat a.txt | timeline extract - -p -=2023-02-08 -f csv
  timeline extract articles/ --stream | jq -r .title
"""


@click.command(epilog=EXTRACT_HELP)
@INPUTS
@FORMAT_OPTION
@OUT
@click.option(
    "--published",
    "-p",
    multiple=True,
    metavar="NAME=DATE",
    type=TEXT,
    help="Publication date of one article, by file name; may be given several times.",
)
@STDIN_NAME
@reading_as
@click.option(
    "--store",
    "-s",
    metavar="FILE_OR_URL",
    type=STORE_NAME,
    help="Keep the result in a store as well, which is made where there is none.",
)
@click.option(
    "--jobs",
    "-j",
    default=1,
    show_default=True,
    type=WholeNumber(1, 64),
    help="Processes that read and analyse; the result is the same.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    type=TEXT,
    help="Analyse on a Dask cluster, by the address of its scheduler; the result is the same.",
)
@click.option(
    "--stream",
    is_flag=True,
    help="Write the events of each article as soon as it is analysed, a JSON object a line; "
    "what several articles tell is not joined.",
)
def extract(
    inputs: Sequence[str],
    kind: str,
    out: Path | None,
    published: Sequence[str],
    stdin_name: str,
    assumed: "Facts",
    store: str | None,
    jobs: int,
    cluster: str | None,
    stream: bool,  # noqa: FBT001 - a flag
) -> None:
    """Find every dated event in articles: files, folders of them, or - for standard input.

    A folder may hold metadata.csv with the columns document and published. With --store the
    articles join those in the store, and the result shows all of them.
    """
    paths, addresses = paths_of(inputs)
    dates = dict(map(_name_and_date, published))
    if stream:
        _check_stream(click.get_current_context(), store)
    refuse_articles(out, paths)
    with with_standard_input(paths, stdin_name) as (there, name):
        asked = _Asked(there, named(dates, name), assumed, jobs, cluster)
        if stream:
            finish([*addresses, *_stream(asked, out)])
        else:
            finish([*addresses, *_whole(asked, kind, out, store)])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be read, and what the user says of it."""

    paths: Sequence[Path]
    given: Mapping[str, str]
    assumed: "Facts"
    jobs: int
    cluster: str | None = None


def _check_stream(ctx: click.Context, store: str | None) -> None:
    """Raise UsageError where --stream stands beside what it cannot do."""
    typed = ctx.get_parameter_source("kind") is not ParameterSource.DEFAULT
    if typed and ctx.params["kind"] != "jsonl":
        raise click.UsageError("--stream writes jsonl: leave --format out.")
    if store is not None:
        raise click.UsageError("--stream keeps nothing: leave --store out, or --stream.")


def _stream(asked: _Asked, out: Path | None) -> tuple[ArticleError, ...]:
    """Write the events of each article as it is analysed; return what failed."""
    from timeline.app import pipeline  # noqa: PLC0415 - not needed for --help
    from timeline.app.collect import check_given  # noqa: PLC0415
    from timeline.export import write  # noqa: PLC0415
    from timeline.jobs.gc_tuning import relax_garbage_collection  # noqa: PLC0415

    check_given(asked.paths, asked.given, asked.assumed)
    relax_garbage_collection()
    later: list[ArticleError] = []
    with output_bytes(out) as target, progress_bar() as seen, stoppable() as stop:

        def put(analysis: "Analysis") -> None:
            timeline = pipeline.assemble([analysis])
            later.extend(pipeline.problems_of(timeline, [analysis]))
            write(timeline, "jsonl", target)
            target.flush()

        with saying("what is written is whole"):
            extraction = pipeline.extract(
                asked.paths,
                asked.given,
                both(stop.check, seen),
                asked.jobs,
                pipeline.Ledger(add=put),
                assumed=asked.assumed,
                check=stop.check,
            )
    _warn(extraction)
    return (*extraction.failures, *later)


def _whole(
    asked: _Asked, kind: str, out: Path | None, store: str | None
) -> tuple[ArticleError, ...]:
    """Write the timeline of all articles; return what failed."""
    from timeline import export  # noqa: PLC0415 - not needed for --help
    from timeline.app import pipeline  # noqa: PLC0415 - not needed for --help
    from timeline.app.collect import check_given, collect  # noqa: PLC0415
    from timeline.jobs.gc_tuning import relax_garbage_collection  # noqa: PLC0415

    paths, given, assumed, jobs = asked.paths, asked.given, asked.assumed, asked.jobs
    check_given(paths, given, assumed)
    relax_garbage_collection()
    with progress_bar() as seen, stoppable() as stop, _workers(jobs, asked.cluster) as workers:
        progress = both(stop.check, seen)
        if store is None:
            with saying("without --store nothing is kept"):
                extraction = pipeline.extract(
                    paths, given, progress, workers, assumed=assumed, check=stop.check
                )
                timeline = pipeline.assemble(extraction.analyses)
                stop.check()
            failures = (
                *extraction.failures,
                *pipeline.problems_of(timeline, extraction.analyses),
            )
        else:
            from timeline.app import store_session  # noqa: PLC0415 - loads the database
            from timeline.editing import EditedTimeline  # noqa: PLC0415

            with store_to_fill(store) as opened, reported_run(opened, paths, progress) as telling:
                with saying("nothing was analysed yet"):
                    collected = collect(
                        paths, given, telling, jobs, assumed=assumed, check=stop.check
                    )
                extraction, found = store_session.analyse_into(
                    opened, collected, telling, workers, check=stop.check
                )
                timeline = EditedTimeline(opened).over(found)
            failures = extraction.failures
    with output_bytes(out, binary=export.FORMATS[kind].binary) as stream:
        export.write(timeline, kind, stream)
    _warn(extraction)
    return failures


def _warn(extraction: "Extraction") -> None:
    """Write the warnings of a run, and what of its articles was not read."""
    from timeline.reading import weaker_fence  # noqa: PLC0415 - not needed for --help

    documents = (analysis.article.document for analysis in extraction.analyses)
    for warning in (*extraction.warnings, *weaker_fence(documents)):
        note(f"warning: {warning}")
    report_left_out(analysis.article for analysis in extraction.analyses)


def _name_and_date(text: str) -> tuple[str, str]:
    name, sign, date = text.partition("=")
    if not sign or not name or not date:
        hint = f"{quoted(text)} must be NAME=DATE, such as article.txt=2023-02-08"
        raise click.BadParameter(hint, param_hint="--published")
    return name, date


@contextmanager
def _workers(jobs: int, address: str | None) -> "Iterator[Jobs]":
    """Yield what analyses: processes by their number, or a cluster by its address."""
    if address is None:
        yield jobs
        return
    from timeline.app.workers import cluster  # noqa: PLC0415 - not needed for --help

    with cluster(address) as pool:
        yield pool


@contextmanager
def reported_run(store: "Store", paths: Sequence[Path], seen: "Progress") -> "Iterator[Progress]":
    """Yield what reports a run to pages on the same store as well as to the progress bar."""
    from timeline.app.run_reports import reported  # noqa: PLC0415 - loads the database

    with reported(store.runs, "extract", label_of(paths), time.time) as reporter:
        yield both(reporter.progress, seen)
