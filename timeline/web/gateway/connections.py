"""A connection that knows how long it has kept the server waiting, and for what.

It waits for its reader to send a request, the rest of one, or to take an answer. Each wait has an
end, by a monotonic clock: waitress's own goes by the time of day, which may be set back.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel

from timeline.web.auth.guard import Verdict
from timeline.web.gateway.early_refusal import JudgedRequest
from timeline.web.http.body_budget import BodyBudget
from timeline.web.http.callers import network_of

LINGER = 65_536  # bytes that are dropped after a refusal, so that it arrives
SLOWEST = 1_000  # bytes a second of a body, on average
Address = tuple[Any, ...]  # as the socket module has it


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many connections there may be, and how many seconds each may let the server wait."""

    most: int = 500
    most_of_address: int = 64
    idle: float = 60.0  # for a request
    headers: float = 10.0  # for the rest of its headers
    piece: float = 30.0  # for the next piece of a body, and for an answer to be taken
    linger: float = 2.0  # for the reader of a refusal to close


class Host(Protocol):
    """What a connection needs of its server."""

    ticks: Callable[[], float]
    judge: Callable[[dict[str, Any]], Verdict]
    budget: BodyBudget


class Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """waitress's connection, with a bound on each wait and a judge of each body."""

    request: JudgedRequest | None
    requests: list[JudgedRequest]
    will_close: bool
    close_when_flushed: bool
    total_outbufs_len: int
    server: Host

    def __init__(
        self,
        server: Host,
        connection: socket.socket,
        address: Address,
        settings: Adjustments,
        channels: dict[int, Any],
    ) -> None:
        """Take what waitress gives its channels."""
        self.network = network_of(address[0])
        self._began = server.ticks()  # when its request began to come
        self._lingers = False
        self._to_drop = 0
        self.parser_class = partial(JudgedRequest, gate=self, peer=address[0])
        super().__init__(server, connection, address, settings, channels)

    @property
    def last_activity(self) -> float:
        """When something last came or went, by the clock of the server."""
        return self._heard

    @last_activity.setter
    def last_activity(self, _time_of_day: float) -> None:
        self._heard = self.server.ticks()

    @property
    def is_busy(self) -> bool:
        """Whether it is answered, or brings what only somebody signed in may send."""
        return bool(self.requests) or (self.request is not None and self.request.is_upload)

    @property
    def since(self) -> float:
        """When it began to wait."""
        return self._heard if self.request is None else self._began

    def ends(self, bounds: Bounds) -> float:
        """Return when it has let the server wait too long."""
        if self.requests:
            return float("inf")
        if self._to_drop:
            return self._heard + bounds.linger
        if self.total_outbufs_len:
            return self._heard + bounds.piece
        if self.request is None:
            return self._heard + bounds.idle
        if not self.request.headers_finished:
            return self._began + bounds.headers
        earned = self.request.body_bytes_received / SLOWEST
        return float(min(self._heard, self._began + earned) + bounds.piece)

    def judge(self, environ: dict[str, Any]) -> Verdict:
        """Return whether the body of a request is received."""
        return self.server.judge(environ)

    def take(self, request: object, address: str, size: int) -> bool:
        """Take room for a body; say whether there was enough."""
        return self.server.budget.take(request, network_of(address), size)

    def give_back(self, request: object) -> None:
        """Release the room of a request."""
        self.server.budget.give_back(request)

    def received(self, data: bytes) -> bool:
        """Take what was received."""
        if self.request is None:
            self._began = self.server.ticks()
        return bool(super().received(data))

    def service(self) -> None:
        """Answer a request, in a thread of the server."""
        self._lingers = self.requests[0].leaves_body
        super().service()

    def readable(self) -> bool:
        """Return whether to look for what is sent."""
        return bool(self.connected and (self._to_drop or super().readable()))

    def writable(self) -> bool:
        """Return whether there is something to send, or to end."""
        return bool(self.connected and super().writable())

    def handle_read(self) -> None:
        """Receive; after a refusal only to drop it."""
        if not self._to_drop:
            super().handle_read()
            return
        received = len(self.recv(self.adj.recv_bytes))
        self._to_drop = max(self._to_drop - received, 0)
        self.will_close = self.will_close or not (received and self._to_drop)

    def handle_write(self) -> None:
        """Send; after a refusal drop for a while what still comes, else the refusal is lost."""
        if not (self._lingers and self.close_when_flushed) or self.will_close:
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if not self.total_outbufs_len and self.connected:
            self._lingers, self.close_when_flushed, self._to_drop = False, False, LINGER
            with suppress(OSError):  # the reader has gone
                self.socket.shutdown(socket.SHUT_WR)

    def handle_close(self) -> None:
        """Close, and let go of a body that came in part."""
        if self.request is not None:
            self.request.close()
        super().handle_close()
