"""Serving a page on this machine for as long as a test or a picture needs it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dash import Dash
from waitress.wasyncore import loop

from timeline.web.gateway.bounded_server import BoundedServer

SECONDS_TO_STOP = 10


@contextmanager
def serving(app: Dash) -> Iterator[str]:
    """Serve a page on a free port, and yield its address.

    The thread that runs the server also ends it: closing sockets under a running `select` of
    another thread raises there. A channel is ended as if its reader had gone: that closes the
    files it was still sending, too.
    """
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
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        ending.set()
        thread.join(SECONDS_TO_STOP)
