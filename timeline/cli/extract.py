"""`timeline extract`: the dated events of articles, to a file or into a store."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

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
from timeline.cli.stopping import saying, stoppable
from timeline.cli.store_option import STORE_NAME, store_to_fill
from timeline.cli.text import TEXT, WholeNumber
from timeline.wording.names import quoted

if TYPE_CHECKING:
    from timeline.app.collect import Progress
    from timeline.app.pipeline import Jobs
    from timeline.store import Store

EXTRACT_HELP = """
\b
Examples:
  timeline extract articles/ > timeline.json
  timeline extract articles/ --format csv --out timeline.csv
  timeline extract a.txt --published a.txt=2023-02-08 | jq '.events[].title'
  timeline extract articles/ --store collection.sqlite --jobs 4
  timeline extract articles/ --store collection.sqlite --cluster tcp://10.0.0.5:8786
"""


@click.command(epilog=EXTRACT_HELP)
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
    type=WholeNumber(1, 64),
    help="Processes that read and analyse; the result is the same.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    type=TEXT,
    help="Analyse on a Dask cluster, by the address of its scheduler; the result is the same.",
)
def extract(
    inputs: Sequence[str],
    kind: str,
    out: Path | None,
    published: Sequence[str],
    store: str | None,
    jobs: int,
    cluster: str | None,
) -> None:
    """Find every dated event in articles: files, or folders of them.

    A folder may hold metadata.csv with the columns document and published. With --store the
    articles join those in the store, and the result shows all of them.
    """
    from timeline import export  # noqa: PLC0415 - not needed for --help
    from timeline.app import pipeline  # noqa: PLC0415 - not needed for --help
    from timeline.app.collect import check_given, collect  # noqa: PLC0415
    from timeline.jobs.gc_tuning import relax_garbage_collection  # noqa: PLC0415
    from timeline.reading import weaker_fence  # noqa: PLC0415

    paths, addresses = paths_of(inputs)
    given = dict(map(_name_and_date, published))
    refuse_articles(out, paths)
    check_given(paths, given)
    relax_garbage_collection()
    with progress_bar() as seen, stoppable() as stop, _workers(jobs, cluster) as workers:
        progress = both(stop.check, seen)
        if store is None:
            with saying("without --store nothing is kept"):
                extraction = pipeline.extract(paths, given, progress, workers, check=stop.check)
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
                    collected = collect(paths, given, telling, jobs, check=stop.check)
                extraction, found = store_session.analyse_into(
                    opened, collected, telling, workers, check=stop.check
                )
                timeline = EditedTimeline(opened).over(found)
            failures = extraction.failures
    documents = (analysis.article.document for analysis in extraction.analyses)
    for warning in (*extraction.warnings, *weaker_fence(documents)):
        click.echo(f"warning: {warning}", err=True)
    with output_bytes(out, binary=export.FORMATS[kind].binary) as stream:
        export.write(timeline, kind, stream)
    report_left_out(analysis.article for analysis in extraction.analyses)
    finish([*addresses, *failures])


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
