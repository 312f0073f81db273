"""`timeline watch`: a folder whose new and changed articles join a store."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.inputs import LocalPath
from timeline.cli.output import label_of
from timeline.cli.reading_options import reading_as
from timeline.cli.stopping import saying, stoppable
from timeline.cli.store_option import STORE, store_to_fill
from timeline.cli.verbosity import note

if TYPE_CHECKING:
    from timeline.reading import Facts

WATCH_HELP = """
\b
Examples:
  timeline watch articles/ --store mine.sqlite
  timeline serve --store mine.sqlite       in another window: the page follows
"""


KEPT = "what was analysed until then is in the store; run the same command again to go on"


@click.command(epilog=WATCH_HELP)
@click.argument("folder", type=LocalPath(exists=True, file_okay=False))
@STORE
@reading_as
def watch(folder: Path, store: str, assumed: "Facts") -> None:
    """Keep a folder in a store: read it, then what is new or changed, until Ctrl-C or SIGTERM.

    An open page shows the new articles by itself. What is taken out of the folder stays in the
    store.
    """
    from timeline.app.run_reports import reported  # noqa: PLC0415 - loads the database
    from timeline.app.watch import Seen, changes_of, watch_into  # noqa: PLC0415

    def told(seen: Seen) -> None:
        from timeline.wording.names import escaped  # noqa: PLC0415 - not needed for --help

        for document in seen.documents:
            note(f"read: {escaped(document)}")
        for problem in seen.problems:
            click.echo(f"not read: {problem}", err=True)
        note(f"watching {folder}; Ctrl-C ends it")

    with store_to_fill(store) as opened, stoppable() as stop, saying(KEPT):
        looking = partial(reported, opened.runs, "watch", label_of([folder]), time.time)
        changes = changes_of(folder, stop)
        watch_into(opened, folder, changes, told, looking, assumed=assumed, check=stop.check)
