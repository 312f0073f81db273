"""Serving a page on this machine for as long as a test or a picture needs it.

With TESTS_BASE_PATH=/timeline every page is served below that path, so that each journey of this
folder can be made there.
"""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from dash import Dash
from waitress.wasyncore import loop

from timeline.web.auth.guard import entrance_of, stand_below
from timeline.web.gateway.bounded_server import BoundedServer
from timeline.web.http.base_path import with_slash

SECONDS_TO_STOP = 10
BASE = os.environ.get("TESTS_BASE_PATH", "")


@contextmanager
def serving(app: Dash) -> Iterator[str]:
    """Serve a page on a free port, and yield its address.

    The thread that runs the server also ends it: closing sockets under a running `select` of
    another thread raises there. A channel is ended as if its reader had gone: that closes the
    files it was still sending, too.
    """
    if BASE:
        _mount(app)
    channels: dict[int, object] = {}
    server = BoundedServer(app.server, socket.create_server(("127.0.0.1", 0)), channels=channels)
    ending = threading.Event()

    def run() -> None:
        while not ending.is_set():
            loop(timeout=0.1, map=channels, count=1)
        server.task_dispatcher.shutdown()
        server.close()
        for channel in list(server.active_channels.values()):
            channel.handle_close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}{BASE}"
    finally:
        ending.set()
        thread.join(SECONDS_TO_STOP)


def _mount(app: Dash) -> None:
    """Serve a page below the path of the run, also where no store stands behind it."""
    inner = app.server.wsgi_app

    def slashed(environ: dict[str, Any], start: Any) -> Any:  # noqa: ANN401 - as WSGI has it
        return (with_slash(environ) or inner)(environ, start)

    app.server.wsgi_app = slashed
    stand_below(app.server, replace(entrance_of(app.server).service, base_path=BASE))
