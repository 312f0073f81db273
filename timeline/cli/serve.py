"""`timeline serve`: a store as a page in the browser."""

import os
import time
from pathlib import Path

import click

from timeline.cli.clock import now
from timeline.cli.inputs import LocalPath
from timeline.cli.store_option import STORE_NAME
from timeline.cli.text import PlainText, WholeNumber
from timeline.cli.vocabulary import LOG_FORMAT

HOST = PlainText(most=255)  # characters, as many as a name of a machine has
SERVE_HELP = """
\b
Examples:
  timeline serve --store collection.sqlite
  timeline serve --store collection.sqlite --port 8060
  timeline serve --store collection.sqlite --host 0.0.0.0 --password-file team.password
  timeline serve --store collection.sqlite --base-path /timeline/ --log-format json
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
    "--base-path",
    metavar="PATH",
    type=PlainText(most=200),
    help="Path below which a proxy offers the page, like /timeline/.",
)
@click.option(
    "--forwarded-prefix",
    is_flag=True,
    help="Take that path from X-Forwarded-Prefix, which a proxy of yours sets.",
)
@click.option(
    "--framed-by",
    multiple=True,
    metavar="ORIGIN",
    type=PlainText(most=300),
    help="Let pages of ORIGIN (https://intranet.example) show it in a frame; may be repeated.",
)
@click.option(
    "--log-format",
    type=LOG_FORMAT,
    help="Write a line for each request to standard error.  [default: none]",
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
    base_path: str | None,
    forwarded_prefix: bool,  # noqa: FBT001 - a flag
    framed_by: tuple[str, ...],
    log_format: str | None,
    token_file: Path | None,
) -> None:
    """Show a store as an interactive timeline in the browser.

    Any other --host than one of this machine demands a password: by --password-file, by
    TIMELINE_PASSWORD_FILE, or as it is in TIMELINE_PASSWORD.
    """
    from timeline.web.auth import service as services  # noqa: PLC0415
    from timeline.web.auth.passwords import FILE_VARIABLE  # noqa: PLC0415 - not needed for --help
    from timeline.web.auth.tokens import FILE_VARIABLE as TOKENS_VARIABLE  # noqa: PLC0415
    from timeline.web.http.request_log import LOG_VARIABLE, configure_log  # noqa: PLC0415
    from timeline.web.serving import serve as serve_store  # noqa: PLC0415 - loads Dash

    told = {FILE_VARIABLE: str(password_file)} if password_file else {}
    told |= {TOKENS_VARIABLE: str(token_file)} if token_file else {}
    told |= {services.READ_ONLY_VARIABLE: "yes"} if read_only else {}
    told |= {services.BASE_PATH_VARIABLE: base_path} if base_path is not None else {}
    told |= {services.PREFIX_VARIABLE: "yes"} if forwarded_prefix else {}
    told |= {services.FRAMED_VARIABLE: " ".join(framed_by)} if framed_by else {}
    service = services.service_of(os.environ | told, time.monotonic)
    configure_log(log_format or os.environ.get(LOG_VARIABLE, "none"))
    serve_store(store, host, port, debug=debug, clock=now, service=service)
