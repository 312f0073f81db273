"""`timeline backup`: a copy of a store that is in use."""

from pathlib import Path

import click

from timeline.cli.inputs import LocalPath
from timeline.cli.store_option import STORE_NAME
from timeline.wording.names import on_one_line

EXAMPLES = """
\b
Examples:
  timeline backup mine.sqlite mine-2026-11-30.sqlite
  timeline serve --store mine-2026-11-30.sqlite --read-only
"""


@click.command(epilog=EXAMPLES)
@click.argument("store", metavar="STORE", type=STORE_NAME)
@click.argument("file", type=LocalPath(dir_okay=False))
def backup(store: str, file: Path) -> None:
    """Copy the STORE into a new FILE, while others read and write it.

    The copy holds all collections and every edit as of one moment, and is a store itself. A store
    on a PostgreSQL server is backed up by pg_dump.
    """
    from timeline.store.backup import back_up  # noqa: PLC0415 - loads the database

    size = back_up(store, file)
    click.echo(f"{on_one_line(str(file))}: {size:,} bytes", err=True)
