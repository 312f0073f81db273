"""A page on a real socket of this machine, and clients that speak to it byte by byte."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from dash import Dash
from waitress.wasyncore import loop

from timeline.web.gateway.bounded_server import BOUNDS, BoundedServer
from timeline.web.gateway.connections import Bounds

PATIENCE = 30.0  # seconds; spent only where something is wrong


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs, and its port."""

    server: BoundedServer
    port: int

    def connect(self, source: str = "127.0.0.1") -> socket.socket:
        """Open a connection from an address of this machine."""
        return socket.create_connection(
            ("127.0.0.1", self.port), timeout=PATIENCE, source_address=(source, 0)
        )

    def ask(self, request: bytes, source: str = "127.0.0.1") -> bytes:
        """Return all that is answered to a request until the server closes."""
        with self.connect(source) as connection:
            connection.sendall(request)
            return answer(connection)


@contextmanager
def served(page: Dash, bounds: Bounds = BOUNDS) -> Iterator[Served]:
    """Serve a page on a free port."""
    channels: dict[int, object] = {}
    listener = socket.create_server(("127.0.0.1", 0))
    server = BoundedServer(page.server, listener, bounds, channels)
    ending = threading.Event()

    def run() -> None:
        while not ending.is_set():
            loop(timeout=0.05, map=channels, count=1, use_poll=True)
        server.task_dispatcher.shutdown()
        server.close()
        for channel in list(server.active_channels.values()):
            channel.handle_close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield Served(server, listener.getsockname()[1])
    finally:
        ending.set()
        thread.join(PATIENCE)


def answer(connection: socket.socket) -> bytes:
    """Return all that comes until the connection is closed."""
    parts = []
    try:
        while part := connection.recv(65_536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def status_of(answered: bytes) -> int:
    """Return the status of an answer; 0 where there is none."""
    words = answered.split(b" ", 2)
    return int(words[1]) if len(words) > 1 else 0


def is_closed(connection: socket.socket) -> bool:
    """Wait until the server has closed a connection."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def until(condition: Callable[[], bool]) -> bool:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()
