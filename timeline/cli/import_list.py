"""`timeline import`: a person's own event list beside the events that are found."""

import sys
from pathlib import Path

import click

from timeline.cli.curate import BY, now
from timeline.cli.inputs import LocalPath
from timeline.cli.stopping import saying, stoppable
from timeline.cli.store_option import STORE, store_to_fill
from timeline.errors import TimelineError

IMPORT_HELP = """
\b
Examples:
  timeline import own.csv --store mine.sqlite
  timeline import story.timelinejs.json --store mine.sqlite --by ana
"""


@click.command(name="import", epilog=IMPORT_HELP)
@click.argument("path", type=LocalPath())
@STORE
@BY
def import_list(path: Path, store: str, by: str | None) -> None:
    """Add the events of a list (TimelineJS JSON, or CSV with a header row) to a store.

    They stand beside the found ones, and can be edited and taken back like those. A list that was
    read before adds only what is new in it.
    """
    from timeline.editing.adding import import_events  # noqa: PLC0415 - loads the database
    from timeline.editing.author import author_name  # noqa: PLC0415
    from timeline.editing.editor import Editor  # noqa: PLC0415
    from timeline.importing import read_list  # noqa: PLC0415

    try:
        data = path.read_bytes()
    except OSError as error:
        raise TimelineError(f"{path}: cannot be read ({error.strerror})") from error
    found = read_list(data, path.name)
    with store_to_fill(store) as opened, stoppable() as stop:
        with saying("nothing is added"):
            stop.check()
        count = import_events(Editor(opened, author_name(by), now), found.events)
    click.echo(f"{count} events added from {path.name}")
    for reason in found.refused:
        click.echo(f"not read: {reason}", err=True)
    if found.refused:
        sys.exit(1)
