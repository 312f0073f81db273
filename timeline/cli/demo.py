"""`timeline demo`: an invented collection to try everything on."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from timeline.cli.clock import now
from timeline.cli.inputs import LocalPath
from timeline.cli.text import WholeNumber
from timeline.wording.names import on_one_line

EXAMPLES = """
\b
Examples:
  timeline demo
  timeline demo --out sample/
  timeline demo --port 8060
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--out",
    metavar="FOLDER",
    type=LocalPath(file_okay=False),
    help="Only write the articles, into a new or empty folder.",
)
@click.option("--port", default=8050, show_default=True, type=WholeNumber(1, 65535))
@click.option("--jobs", default=2, show_default=True, type=WholeNumber(1, 64))
def demo(out: Path | None, port: int, jobs: int) -> None:
    """Show an invented collection: a dam fails, and five newspapers tell of it for three months.

    Its articles hold what collections are made of: rising tolls, copies of an agency, plans,
    look-backs, names in two spellings, corrections, and dates that contradict each other.
    """
    from timeline.demo import write_into  # noqa: PLC0415 - not needed for --help

    if out is not None:
        count = write_into(out)
        click.echo(f"{on_one_line(str(out))}: {count} articles", err=True)
        return
    with TemporaryDirectory() as made:
        store = Path(made) / "demo.sqlite"
        _fill(store, Path(made) / "articles", jobs)
        _serve(store, port)


def _fill(store: Path, folder: Path, jobs: int) -> None:
    from timeline.app.store_session import extract_into  # noqa: PLC0415 - loads the database
    from timeline.demo import write_into  # noqa: PLC0415 - not needed for --help
    from timeline.store import Store  # noqa: PLC0415 - loads the database

    count = write_into(folder)
    click.echo(f"Reading {count} invented articles (about a minute) …", err=True)
    with Store.open(store) as opened:
        extract_into(opened, [folder], jobs=jobs)


def _serve(store: Path, port: int) -> None:
    from timeline.web.auth.service import Service  # noqa: PLC0415 - loads the page
    from timeline.web.serving import serve  # noqa: PLC0415 - loads Dash

    serve(
        str(store),
        "127.0.0.1",
        port,
        debug=False,
        clock=now,
        service=Service(ticks=time.monotonic),
    )
