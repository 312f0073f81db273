"""Requests that are judged by their headers, before waitress receives their bodies.

waitress keeps a body whole, on the disk where it is large, before the application sees the request.
So whether a body is wanted is asked as soon as the headers are there. One that is not wanted is not
kept: a small one is received and dropped, so that the connection stays in step; for a large one the
answer is sent at once, and the connection closed.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import FixedStreamReceiver
from waitress.utilities import Error

from timeline.web.auth.guard import Admission
from timeline.web.http.body_rules import LARGEST_REQUEST, LARGEST_SIGN_IN, Refusal, too_much
from timeline.web.http.problems import as_problem, is_of_api
from timeline.wording.strings import text

DROPPED = 65_536  # bytes of a body that is not wanted, which are received and dropped
_PEER = "REMOTE_ADDR"
_UNPREFIXED = ("CONTENT_LENGTH", "CONTENT_TYPE")


class Gate(Protocol):
    """What is asked of each request that brings a body."""

    def judge(self, environ: dict[str, Any]) -> Admission:
        """Return whether the body is received."""
        ...

    def take(self, request: object, address: str, size: int) -> bool:
        """Take room for a body; say whether there was enough."""
        ...

    def give_back(self, request: object) -> None:
        """Release the room of a request."""
        ...


class RefusedError(Error):  # type: ignore[misc]  # waitress has no types
    """waitress's own form of an answer that no application gives."""

    def __init__(self, refusal: Refusal, path: str = "") -> None:
        """Take the words and the status, and the path that was asked for."""
        super().__init__(refusal.words)
        self.code = refusal.status
        self._answer = refusal.response()
        if is_of_api(path):
            self._answer = as_problem(self._answer)

    def to_response(self, ident: object = None) -> tuple[str, list[tuple[str, str]], bytes]:
        """Return status line, headers and body, as waitress wants them."""
        del ident
        kind = ("Content-Type", self._answer.content_type or "text/plain")
        return (
            f"{self.code} {HTTPStatus(self.code).phrase}",
            [kind, ("Cache-Control", "no-store")],
            self._answer.get_data(),
        )


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """A buffer that keeps nothing."""

    def append(self, _data: bytes) -> None:
        """Drop what is received."""

    def close(self) -> None:
        """Close nothing."""


class JudgedRequest(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """A request whose body is received only where the gate wants it."""

    chunked: bool
    expect_continue: bool
    content_length: int
    is_wanted = False  # whether it brings a body that is received
    leaves_body = False  # whether its body is left in the connection, unread
    largest = 0

    @property
    def is_upload(self) -> bool:
        """Whether it brings a body that only somebody signed in may send."""
        return self.is_wanted and (self.chunked or self.content_length > LARGEST_SIGN_IN)

    def __init__(self, adj: Adjustments, gate: Gate, peer: str) -> None:
        """Take waitress's settings, whom to ask, and the address at the other end."""
        super().__init__(adj)
        self._gate = gate
        self._peer = peer
        self._below = ""  # the path without that of the whole server

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, and decide on the body."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # a length of more digits than a number may have
            raise ParsingError(text("refusals.header")) from error
        if self.body_rcv is None:
            return
        verdict = self._gate.judge(self._environ())
        self._below = verdict.path
        size = LARGEST_REQUEST if self.chunked else self.content_length
        refusal = verdict.refusal
        if refusal is None and not self._gate.take(self, verdict.address, size):
            refusal = Refusal(text("refusals.busy"), 503)
        if refusal is None:
            self.is_wanted = True
            self.largest = LARGEST_REQUEST if self.chunked else verdict.largest
        else:
            self._refuse(refusal)

    def received(self, data: bytes) -> int:
        """Take more of the request; say how much of it was taken."""
        try:
            consumed = int(super().received(data))
        except OSError as error:  # of the file that a large body is kept in
            reason = error.strerror or text("refusals.folder-fails")
            self._end(Refusal(text("refusals.no-folder", reason=reason), 507))
            return len(data)
        if self.is_wanted and self.body_bytes_received > self.largest:
            self._end(too_much(self.largest))
        return consumed

    def close(self) -> None:
        """Let go of the body, and of its room."""
        super().close()
        self._gate.give_back(self)

    def _end(self, refusal: Refusal) -> None:
        """Refuse the rest of a body that is received already."""
        self.chunked = True  # how much of it is to come does not matter any more
        self._refuse(refusal)
        self.completed = True

    def _refuse(self, refusal: Refusal) -> None:
        self.close()
        self.error = RefusedError(refusal, self._below)
        is_small = not (self.chunked or self.expect_continue) and self.content_length <= DROPPED
        self.is_wanted, self.leaves_body = False, not is_small
        self.body_rcv = FixedStreamReceiver(self.content_length, _Nowhere()) if is_small else None
        self.chunked = self.expect_continue = False
        if not is_small:
            self.content_length = 0

    def _environ(self) -> dict[str, Any]:
        """Return the WSGI environment as far as headers go."""
        named = {
            key if key in _UNPREFIXED else f"HTTP_{key}": value
            for key, value in self.headers.items()
        }
        length = {"HTTP_TRANSFER_ENCODING": "chunked"} if self.chunked else {}
        return {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": self.path,
            "QUERY_STRING": self.query,
            "SERVER_NAME": self.adj.server_name,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": f"HTTP/{self.version}",
            "wsgi.url_scheme": self.adj.url_scheme,
            **({_PEER: self._peer} if self._peer else {}),
            **named,
            **length,
        }
