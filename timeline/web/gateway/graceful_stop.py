"""Ending a server in order: SIGTERM and SIGINT let it finish what is under way.

A first order closes the door; requests that run are answered, within bounds. A second one ends the
process at once, as if nobody had caught it.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from waitress import wasyncore

ORDERS = (signal.SIGTERM, signal.SIGINT)
GRACE = 10.0  # seconds for the requests that run
TICK = 0.1
Channels = dict[int, Any]


def serve_until_stopped(server: Any, channels: Channels, stopped: Callable[[], None]) -> None:  # noqa: ANN401 - waitress has no types
    """Serve until the process is told to end; `stopped` is called then, before the end.

    `channels` is the map of waitress that the server was made with.
    """
    polls = server.adj.asyncore_use_poll

    def turn(seconds: float) -> None:
        wasyncore.loop(timeout=seconds, use_poll=polls, map=channels, count=1)

    with _orders(server.pull_trigger) as told:
        while not told.is_set():
            turn(1)
        wasyncore.dispatcher.close(server)  # nobody else comes in; its trigger stays open
        stopped()
        until = time.monotonic() + GRACE
        while _busy(server) and time.monotonic() < until:
            turn(TICK)
    server.task_dispatcher.shutdown(timeout=TICK)
    wasyncore.close_all(channels, ignore_all=True)


def _busy(server: Any) -> bool:  # noqa: ANN401 - as above
    """Close the connections on which nothing runs; return whether one is left."""
    for channel in list(server.active_channels.values()):
        if not channel.requests and not channel.total_outbufs_len:
            channel.handle_close()
    return bool(server.active_channels)


@contextmanager
def _orders(wake: Callable[[], None]) -> Iterator[threading.Event]:
    """Yield what is set by an order to end; `wake` is called then."""
    told = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield told
        return

    def end(*_: object) -> None:
        for order in ORDERS:
            signal.signal(order, signal.SIG_DFL)
        told.set()
        wake()

    before = {order: signal.signal(order, end) for order in ORDERS}
    try:
        yield told
    finally:
        for order, handler in before.items():
            signal.signal(order, handler)
