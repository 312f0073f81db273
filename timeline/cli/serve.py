"""`timeline serve`: a store as a page in the browser."""

import os
import time
from pathlib import Path

import click

from timeline.cli.clock import now
from timeline.cli.inputs import LocalPath
from timeline.cli.store_option import STORE_NAME
from timeline.cli.text import PlainText, WholeNumber

HOST = PlainText(most=255)  # characters, as many as a name of a machine has
SERVE_HELP = """
\b
Examples:
  timeline serve --store collection.sqlite
  timeline serve --store collection.sqlite --port 8060
  timeline serve --store collection.sqlite --host 0.0.0.0 --password-file team.password
"""


@click.command(epilog=SERVE_HELP)
@click.option(
    "--store", "-s", default=None, metavar="FILE_OR_URL", type=STORE_NAME, help="Store to show."
)
@click.option("--host", default="127.0.0.1", show_default=True, type=HOST)
@click.option("--port", default=8050, show_default=True, type=WholeNumber(1, 65535))
@click.option("--debug", is_flag=True, help="Reload on changed code, show errors in the page.")
@click.option("--read-only", is_flag=True, help="For showing: nothing can be changed in the page.")
@click.option(
    "--password-file",
    metavar="FILE",
    type=LocalPath(),
    help="Let in who knows the password that timeline password wrote to FILE.",
)
@click.option(
    "--token-file",
    metavar="FILE",
    type=LocalPath(),
    help="Tokens of scripts, as timeline token makes them; else those beside the store.",
)
def serve(
    store: str | None,
    host: str,
    port: int,
    debug: bool,  # noqa: FBT001 - a flag
    read_only: bool,  # noqa: FBT001 - a flag
    password_file: Path | None,
    token_file: Path | None,
) -> None:
    """Show a store as an interactive timeline in the browser.

    Any other --host than one of this machine demands a password: by --password-file, by
    TIMELINE_PASSWORD_FILE, or as it is in TIMELINE_PASSWORD.
    """
    from timeline.web.auth.passwords import FILE_VARIABLE  # noqa: PLC0415 - not needed for --help
    from timeline.web.auth.service import READ_ONLY_VARIABLE, service_of  # noqa: PLC0415
    from timeline.web.auth.tokens import FILE_VARIABLE as TOKENS_VARIABLE  # noqa: PLC0415
    from timeline.web.serving import serve as serve_store  # noqa: PLC0415 - loads Dash

    told = {FILE_VARIABLE: str(password_file)} if password_file else {}
    told |= {TOKENS_VARIABLE: str(token_file)} if token_file else {}
    told |= {READ_ONLY_VARIABLE: "yes"} if read_only else {}
    service = service_of(os.environ | told, time.monotonic)
    serve_store(store, host, port, debug=debug, clock=now, service=service)
