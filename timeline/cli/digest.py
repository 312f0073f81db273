"""`timeline digest`: the days that matter of articles or of a store, on two pages."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.articles import both, finish, paths_of, progress_bar, refuse_articles
from timeline.cli.inputs import InputPath
from timeline.cli.output import OUT, output_bytes
from timeline.cli.selection_options import window_of
from timeline.cli.stopping import saying, stoppable
from timeline.cli.store_option import STORE_NAME, StoredName, existing_store
from timeline.cli.text import DATE, WholeNumber
from timeline.cli.vocabulary import DIGEST_FORMAT
from timeline.digest.asked import DAYS, MOST_DAYS, DigestRequest
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

DIGEST_HELP = """
\b
Examples:
  timeline digest --store mine.sqlite --days 10
  timeline digest articles/ --format docx --out chronology.docx
  timeline digest --store mine.sqlite --source Courier --since 2021 --until 2022-06
  timeline digest --store mine.sqlite --name "Dawn Front" --format pdf --out front.pdf
"""


@click.command(epilog=DIGEST_HELP)
@click.argument("inputs", metavar="[PATH...]", nargs=-1, type=InputPath())
@click.option(
    "--store",
    metavar="FILE_OR_URL",
    type=STORE_NAME,
    help="Take the articles of a store, in the place of paths.",
)
@click.option(
    "--format",
    "kind",
    default="json",
    show_default=True,
    type=DIGEST_FORMAT,
    help="json for programs, the others to read.",
)
@OUT
@click.option(
    "--days",
    default=DAYS,
    show_default=True,
    type=WholeNumber(1, MOST_DAYS),
    help="How many days; fewer where the articles tell of fewer.",
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="NAME",
    type=StoredName("source"),
    help="Only articles of this publisher; may be given several times.",
)
@click.option("--name", type=StoredName("actor"), help="Only events that name this actor or place.")
@click.option("--since", metavar="DATE", type=DATE, help="Only days on or after this date.")
@click.option("--until", metavar="DATE", type=DATE, help="Only days on or before this date.")
def digest(
    inputs: Sequence[str],
    store: str | None,
    kind: str,
    out: Path | None,
    days: int,
    sources: tuple[str, ...],
    name: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Write the days that matter, each with its best sentence and what tells of it.

    Days are ranked by how the articles tell of them and look back on them. Nothing is kept.
    """
    from timeline.digest import digest as digest_of  # noqa: PLC0415 - not needed for --help
    from timeline.export.digest import DIGEST_FORMATS, write_digest  # noqa: PLC0415

    if bool(inputs) == (store is not None):
        raise click.UsageError("give either paths of articles or --store")
    window = window_of(since, until)
    first, last = window or (None, None)
    asked = DigestRequest(days, sources, name, first, last)
    failures: list[ArticleError] = []
    timeline = _stored(store) if store is not None else _read(inputs, out, failures)
    made = digest_of(timeline, asked)
    about = (*sources, *((name,) if name else ()))
    with output_bytes(out, binary=DIGEST_FORMATS[kind].binary) as stream:
        write_digest(made, kind, stream, about)
    finish(failures)


def _stored(store: str) -> "Timeline":
    from timeline.editing import EditedTimeline  # noqa: PLC0415 - loads the database

    with existing_store(store) as opened:
        return EditedTimeline(opened).timeline()


def _read(inputs: Sequence[str], out: Path | None, failures: list[ArticleError]) -> "Timeline":
    """Read articles and analyse them; add what could not be read to the failures."""
    from timeline.app import pipeline  # noqa: PLC0415 - loads the parser

    paths, addresses = paths_of(inputs)
    refuse_articles(out, paths)
    with progress_bar() as seen, stoppable() as stop, saying("nothing was written"):
        extraction = pipeline.extract(paths, {}, both(stop.check, seen), check=stop.check)
        timeline = pipeline.assemble(extraction.analyses)
        stop.check()
    for warning in extraction.warnings:
        click.echo(f"warning: {warning}", err=True)
    failures += [*addresses, *extraction.failures]
    failures += pipeline.problems_of(timeline, extraction.analyses)
    return timeline
