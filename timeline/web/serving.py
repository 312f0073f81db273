"""Serving the page: which store, and what is said where that cannot be done."""

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path

import click
from dash import Dash

from timeline.errors import PasswordError, ServingError, StoreError
from timeline.store import Store, parted
from timeline.web.bounded_server import BoundedServer
from timeline.web.server import create_app
from timeline.web.service import ALONE, Service, is_this_machine

DEFAULT_STORE = "timeline.sqlite"
DEFAULT_PORT = 8050
LAST_PORT = 65_535
OPEN_WORDS = (
    "Other machines can reach it, and what goes between is not encrypted: "
    "put a server with TLS before it where you do not trust the network (docs/team.md)"
)


def serve(
    where: str | None,
    host: str,
    port: int,
    *,
    debug: bool,
    clock: Callable[[], str],
    service: Service = ALONE,
) -> None:
    """Serve a store until interrupted; without `where`, that of TIMELINE_STORE or of the folder.

    Raises StoreError where there is none, ServingError where the port cannot be had, and
    PasswordError where others could reach the page and no password stands before it.
    """
    check_host(host, service, debug=debug)
    chosen = where or os.environ.get("TIMELINE_STORE") or DEFAULT_STORE
    if "://" not in chosen and not Path(parted(chosen)[0]).exists():
        msg = f"{chosen}: there is no store; make one with timeline extract FOLDER --store {chosen}"
        raise StoreError(msg)
    with Store.open(chosen, read_only=service.read_only) as store:
        app = create_app(store, clock, service)
        if debug:
            app.run(host=host, port=port, debug=True)
        else:
            run(app, host, port)


def check_host(host: str, service: Service, *, debug: bool) -> None:
    """Raise an error that says why, where a page would be open to others that must not be."""
    if is_this_machine(host):
        return
    if debug:
        raise ServingError(f"--debug lets everybody run programs who reaches {host}; leave it out")
    if service.password is None:
        raise PasswordError(
            f"{host} can be reached from other machines, and whoever reaches the page can read and "
            "change everything: set a password first (timeline password FILE, then "
            "--password-file FILE, or TIMELINE_PASSWORD)"
        )


def run(app: Dash, host: str, port: int) -> None:
    """Run a page on a production server until interrupted; say where it is to be seen."""
    try:
        listener = socket.create_server((host, port), family=_family(host))
    except OSError as error:
        msg = (
            f"port {port} on {host} cannot be used ({os.strerror(error.errno or 0)}); "
            "choose another with PORT or --port"
        )
        raise ServingError(msg) from error
    with listener:
        # A line for each request that waits would let outsiders fill the log.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = BoundedServer(app.server, listener)
        click.echo(f"The timeline is at http://{host}:{port} (stop with Ctrl-C)", err=True)
        if not is_this_machine(host):
            click.echo(OPEN_WORDS, err=True)
        try:
            server.run()
        finally:
            server.close()


def port_of(text: str | None) -> int:
    """Read a port number as PORT gives it; without one, 8050. Raises ServingError."""
    wanted = (text or "").strip() or str(DEFAULT_PORT)
    if not wanted.isascii() or not wanted.isdecimal() or not 0 < int(wanted) <= LAST_PORT:
        msg = f"PORT={text}: a port is a number from 1 to {LAST_PORT}"
        raise ServingError(msg)
    return int(wanted)


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
