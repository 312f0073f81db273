"""waitress over the page, with bounds on connections and on what they bring.

Where there are too many connections, of one address or in all, the one that waits longest makes
room for the one that comes; those that are answered, or bring a body that only somebody signed in
may send, stay. So idle connections keep nobody out.
"""

import select
import socket
import sys
from dataclasses import replace
from typing import Any

from flask import Flask
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from timeline.web.auth.guard import entrance_of
from timeline.web.gateway.connections import Address, Bounds, Channel
from timeline.web.http.body_budget import BodyBudget
from timeline.web.http.callers import network_of

if sys.platform != "win32":
    import resource

THREADS = 8
LARGEST_ANSWER = 64_000_000  # bytes; larger ones are put into the temporary folder to be sent
LARGEST_HEADERS = 65_536  # bytes; the state of a page is in its address
LARGEST_ANSWER = 64_000_000  # bytes; larger ones wait in the temporary folder until they are sent
ACCEPTED = 64  # connections at one look
RECEIVED_AHEAD = 262_144  # bytes
SWEEP = 1.0  # seconds between two looks for those that wait too long
BOUNDS = Bounds()
_SPARE_FILES = 100  # which the page needs beside its connections
_SELECTED = 400  # connections; without `poll` there are 512 files at most


class BoundedServer(TcpWSGIServer):  # type: ignore[misc]  # waitress has no types
    """Serves a guarded page on a socket, until it is closed."""

    def __init__(
        self,
        page: Flask,
        listener: socket.socket,
        bounds: Bounds = BOUNDS,
        channels: dict[int, Any] | None = None,
    ) -> None:
        """Take a page and a socket; `channels` is the map of waitress's loop."""
        entrance = entrance_of(page)
        self.ticks = entrance.service.ticks
        self.judge = entrance.judge
        self.budget = BodyBudget()
        most = min(bounds.most, _most_connections())
        # Behind a server of one's own all connections are that server's.
        of_address = most if entrance.service.proxies else bounds.most_of_address
        self.bounds = replace(bounds, most=most, most_of_address=of_address)
        self.channel_class = self._welcome
        self._welcomed = 0
        self._swept = self.ticks()
        # What the system keeps of a body before it is read, for each connection.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVED_AHEAD)
        dispatcher = ThreadedTaskDispatcher()
        dispatcher.set_thread_count(THREADS)
        super().__init__(
            page,
            channels,
            _sock=listener,
            dispatcher=dispatcher,
            adj=_settings(listener, proxies=entrance.service.proxies),
            bind_socket=False,
            sockinfo=(listener.family, listener.type, listener.proto, listener.getsockname()),
        )

    def readable(self) -> bool:
        """Return whether to look for new connections; look after the old ones by the way."""
        now = self.ticks()
        if now - self._swept >= SWEEP:
            self._swept = now
            for channel in list(self.active_channels.values()):
                if channel.will_close or channel.ends(self.bounds) < now:
                    channel.handle_close()
        return bool(self.accepting)

    def handle_accept(self) -> None:
        """Take all connections that came, up to a number."""
        for _ in range(ACCEPTED):
            before = self._welcomed
            super().handle_accept()
            if self._welcomed == before:
                return

    def _welcome(
        self,
        _server: object,
        connection: socket.socket,
        address: Address,
        settings: Adjustments,
        **named: dict[int, Any],
    ) -> None:
        self._welcomed += 1
        if self._has_room(network_of(address[0])):
            Channel(self, connection, address, settings, named["map"])
        else:
            connection.close()

    def _has_room(self, network: str) -> bool:
        """Return whether one more connection may stay; another may have to go for it."""
        channels: list[Channel] = list(self.active_channels.values())
        crowd = [one for one in channels if not one.will_close]
        of_address = [one for one in crowd if one.network == network]
        if len(of_address) >= self.bounds.most_of_address:
            crowd = of_address
        elif len(crowd) < self.bounds.most:
            return True
        waiting = [one for one in crowd if not one.is_busy]
        if waiting:
            # Left to the loop to close: the number of a file that is free at once may be taken
            # again while events of the old one are still to be handled.
            min(waiting, key=lambda one: one.since).will_close = True
        return bool(waiting)


def _settings(listener: socket.socket, *, proxies: int) -> Adjustments:
    return Adjustments(
        clear_untrusted_proxy_headers=not proxies,  # the page itself reads them (`guarding.py`)
        sockets=[listener],
        threads=THREADS,
        max_request_header_size=LARGEST_HEADERS,
        outbuf_overflow=LARGEST_ANSWER,
        max_request_body_size=sys.maxsize,  # the judge knows better
        asyncore_use_poll=hasattr(select, "poll"),  # `select` takes no file above 1,024
    )


def _most_connections() -> int:
    """Return how many connections the system's bound on open files leaves room for."""
    if sys.platform == "win32":
        return _SELECTED
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return sys.maxsize
    return max((soft - _SPARE_FILES) // 2, 32)
