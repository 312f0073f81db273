"""Serving the page: which store, and what is said where that cannot be done."""

import atexit
import logging
import os
import socket
from collections.abc import Callable

import click
from dash import Dash

from timeline.errors import PasswordError, ServingError
from timeline.store import Store
from timeline.web.auth.guard import entrance_of
from timeline.web.auth.service import ALONE, Service, is_this_machine
from timeline.web.gateway.bounded_server import BoundedServer
from timeline.web.gateway.graceful_stop import Channels, serve_until_stopped
from timeline.web.server import create_app, prepare, worker_of

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

    Raises UnknownStoreError where there is none, ServingError where the port cannot be had, and
    PasswordError where others could reach the page and no password stands before it.
    """
    check_host(host, service, debug=debug)
    chosen = where or os.environ.get("TIMELINE_STORE") or DEFAULT_STORE
    with Store.open(chosen, read_only=service.read_only, must_exist=True) as store:
        app = create_app(store, clock, service)
        if debug:
            keep_working(app)
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
    """Run a page on a production server until it is told to end; say where it is to be seen.

    SIGTERM and SIGINT end it in order: what runs is answered, the extraction is asked to save and
    stop, and what is not done yet waits in the store.
    """
    try:
        listener = socket.create_server((host, port), family=_family(host))
    except OSError as error:
        msg = (
            f"port {port} on {host} cannot be used ({_reason(error)}); "
            "choose another with PORT or --port"
        )
        raise ServingError(msg) from error
    worker = worker_of(app)
    channels: Channels = {}
    with listener:
        prepare(app)
        # A line for each request that waits would let outsiders fill the log.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = BoundedServer(app.server, listener, channels=channels)
        below = entrance_of(app.server).service.base_path
        place = f"http://{host}:{port}{below and below + '/'}"
        click.echo(f"The timeline is at {place} (stop with Ctrl-C)", err=True)
        if not is_this_machine(host):
            click.echo(OPEN_WORDS, err=True)
        if worker is not None:
            worker.keep()
        try:
            serve_until_stopped(server, channels, worker.ask_to_stop if worker else _nothing)
        finally:
            if worker is not None:
                worker.stop()


def keep_working(app: Dash) -> None:
    """Work off the uploads that wait until this process ends, whatever serves the page."""
    worker = worker_of(app)
    if worker is not None:
        worker.keep()
        atexit.register(worker.stop)


def _nothing() -> None:
    """Where nothing is taken, nothing is to be stopped."""


def _reason(error: OSError) -> str:
    """Return why an address cannot be had, without what Python puts before and behind it."""
    if isinstance(error, socket.gaierror) or not error.errno:
        return str(error.strerror or error)
    return os.strerror(error.errno)


def port_of(text: str | None) -> int:
    """Read a port number as PORT gives it; without one, 8050. Raises ServingError."""
    wanted = (text or "").strip() or str(DEFAULT_PORT)
    if not wanted.isascii() or not wanted.isdecimal() or not 0 < int(wanted) <= LAST_PORT:
        msg = f"PORT={text}: a port is a number from 1 to {LAST_PORT}"
        raise ServingError(msg)
    return int(wanted)


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
