"""`timeline import`: a person's own event list beside the events that are found."""

import sys
from pathlib import Path

import click

from timeline.cli.clock import now
from timeline.cli.editor_option import BY
from timeline.cli.inputs import LocalPath
from timeline.cli.stopping import saying, stoppable
from timeline.cli.store_option import STORE, store_to_fill
from timeline.cli.text import PlainText

IMPORT_HELP = """
\b
Examples:
  timeline import own.csv --store mine.sqlite
  timeline import story.timelinejs.json --store mine.sqlite --by ana
  timeline import acled.csv --store mine.sqlite
  timeline import own.csv --store mine.sqlite --columns "date=When,title=What,place=Where"
"""


@click.command(name="import", epilog=IMPORT_HELP)
@click.argument("path", type=LocalPath())
@STORE
@BY
@click.option(
    "--columns",
    metavar="MAP",
    type=PlainText(most=1_000),
    help="What the columns of a table are, ours=theirs with commas between: "
    '"date=When,title=What". Ours are title, date, start, end, place, actor, category, status, '
    "text, url, source, latitude, longitude, killed.",
)
def import_list(path: Path, store: str, by: str | None, columns: str | None) -> None:
    """Add the events of a list (TimelineJS, CSV or JSON) to a store.

    Tables of ACLED, UCDP GED, GDELT, Plaso and Wikidata are known by their columns, any other by
    usual names, by what its columns hold, or by --columns. The events stand beside the found ones,
    and can be edited and taken back like those. A list that was read before adds only what is new
    in it.
    """
    from timeline.editing.adding import import_events  # noqa: PLC0415 - loads the database
    from timeline.editing.author import author_name  # noqa: PLC0415
    from timeline.editing.editor import Editor  # noqa: PLC0415
    from timeline.importing import column_map, read_list_file  # noqa: PLC0415

    found = read_list_file(path, None if columns is None else column_map(columns))
    with store_to_fill(store) as opened, stoppable() as stop:
        with saying("nothing is added"):
            stop.check()
        count = import_events(Editor(opened, author_name(by), now), found.events)
    click.echo(f"{count} events added from {path.name}")
    for reason in found.refused:
        click.echo(f"not read: {reason}", err=True)
    if found.refused:
        sys.exit(1)
