"""Which requests are answered at all: from where, to which name, of which size.

Without a password the page answers this machine only, and only under a name of this machine: so
nobody reads it from outside, whatever it listens on, and no page of another site by giving its own
name this machine's address. Requests that write must come from this page: browsers say where a
request comes from (Sec-Fetch-Site, or Origin), and what says nothing is no browser.

All of it is known from the headers. A server that asks the `Entrance` before it reads a body
(`connections.py`) spares the body of a request that is refused; any other leaves it unread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from timeline.web.auth.bearer import bearer_of, note_token, token_of
from timeline.web.auth.service import Service, is_this_machine
from timeline.web.auth.sessions import brings_session
from timeline.web.http.base_path import below
from timeline.web.http.body_rules import (
    LARGEST_REQUEST,
    Refusal,
    body_refusal,
    has_body,
    largest_body,
)
from timeline.wording.strings import text

LOGIN = "/login"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})
_EXTENSION = "timeline-verdict"
ALONE_WORDS = text("refusals.no-password")
FOREIGN_WORDS = text("refusals.other-site")
TOKEN_WORDS = text("refusals.token-unknown")


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a request is answered, for whom, and how many bytes it may bring."""

    address: str
    largest: int
    refusal: Refusal | None = None
    path: str = ""  # below the path of the whole server


@dataclass(frozen=True, slots=True)
class Entrance:
    """What a server that stands before the page has to know of it."""

    judge: Callable[[dict[str, Any]], Admission]
    service: Service


def guard(server: Flask, service: Service, largest_upload: int) -> None:
    """Refuse what must not be answered, before anything else looks at it."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST

    def judge(environ: dict[str, Any], _start: object = None) -> Admission:
        asked = server.request_class(environ)
        most = largest_body(asked.path, largest_upload)
        return Admission(
            asked.remote_addr or "", most, _refusal(server, asked, service, most), asked.path
        )

    def check() -> Response | None:
        note_token(token_of(service.tokens, request))
        most = largest_body(request.path, largest_upload)
        found = _refusal(server, request, service, most)
        return found.response() if found else None

    server.before_request(check)
    server.wsgi_app = _behind(service.proxies, server.wsgi_app)  # type: ignore[method-assign]
    judge_behind = _behind(service.proxies, judge)
    server.extensions[_EXTENSION] = Entrance(lambda environ: judge_behind(environ, None), service)


def stand_below(server: Flask, service: Service) -> None:
    """Make a guarded server see its requests without the base path; nothing stands before this."""
    if not (service.base_path or service.forwarded_prefix):
        return
    entrance = entrance_of(server)

    def shifted(application: Any) -> Any:  # noqa: ANN401 - WSGI, or what takes its place
        return below(application, service.base_path, by_header=service.forwarded_prefix)

    judge = shifted(lambda environ, _start: entrance.judge(environ))
    server.wsgi_app = shifted(server.wsgi_app)  # type: ignore[method-assign]
    server.extensions[_EXTENSION] = Entrance(lambda environ: judge(environ, None), service)


def entrance_of(server: Flask) -> Entrance:
    """Return what judges a request of a guarded server by its headers, before its body is read."""
    found: Entrance = server.extensions[_EXTENSION]
    return found


def lets_in(server: Flask, service: Service) -> Callable[[dict[str, Any]], bool]:
    """Return what says of a WSGI environment whether its request comes from one who is let in."""
    if service.password is None:
        return lambda _environ: True

    def is_let_in(environ: dict[str, Any]) -> bool:
        asked = server.request_class(environ)
        return token_of(service.tokens, asked) is not None or brings_session(server, asked)

    return is_let_in


def is_foreign(asked: Request) -> bool:
    """Return whether a request that may write was made by a page of another site."""
    if asked.method in _READING:
        return False
    site = asked.headers.get("Sec-Fetch-Site")
    if site:
        return site not in _OWN
    origin = asked.headers.get("Origin")
    return origin is not None and _netloc(origin) != asked.host.lower()


def _behind(proxies: int, application: Any) -> Any:  # noqa: ANN401 - WSGI, or what takes its place
    """Make an application see who called the servers of one's own that stand before it."""
    if not proxies:
        return application
    return ProxyFix(application, x_for=proxies, x_proto=proxies, x_host=proxies)


def _refusal(server: Flask, asked: Request, service: Service, largest: int) -> Refusal | None:
    if service.password is None and not (service.hosted or _from_this_machine(asked)):
        return Refusal(ALONE_WORDS, 403)
    token = token_of(service.tokens, asked)
    if token is None and bearer_of(asked) is not None:
        return Refusal(TOKEN_WORDS, 401)
    if token is None and is_foreign(asked):  # no page of another site has a token
        return Refusal(FOREIGN_WORDS, 403)
    if not has_body(asked):
        return None
    is_let_in = service.password is None or token is not None or brings_session(server, asked)
    return body_refusal(asked, LOGIN, largest, is_let_in=is_let_in)


def _from_this_machine(asked: Request) -> bool:
    # A caller without an address came over a socket file of this machine.
    near = not asked.remote_addr or is_this_machine(asked.remote_addr)
    return near and is_this_machine(_hostname(asked.host))


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:  # brackets without an address in them
        return ""


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
