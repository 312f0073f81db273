"""Which requests are answered at all: from where, to which name, of which size.

Without a password the page answers this machine only, and only under a name of this machine: so
nobody reads it from outside, whatever it listens on, and no page of another site by giving its own
name this machine's address. Requests that write must come from this page: browsers say where a
request comes from (Sec-Fetch-Site, or Origin), and what says nothing is no browser.
"""

from urllib.parse import urlsplit

from flask import Flask, Request, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from timeline.web.service import Service, is_this_machine

LARGEST_REQUEST = 5_000_000  # bytes; uploads set their own
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})
ALONE_WORDS = (
    "This timeline has no password, so it answers only on the machine that it runs on. "
    "To open it to others, give it one: timeline password FILE, then serve with "
    "--password-file FILE, or set TIMELINE_PASSWORD_FILE."
)
FOREIGN_WORDS = "This request comes from another site, and changes are made on this page only."


def guard(server: Flask, service: Service) -> None:
    """Refuse what must not be answered, before anything else looks at it."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    if service.proxies:
        count = service.proxies
        fixed = ProxyFix(server.wsgi_app, x_for=count, x_proto=count, x_host=count)
        server.wsgi_app = fixed  # type: ignore[method-assign]

    def check() -> Response | None:
        if service.password is None and not _from_this_machine(request):
            return refusal(ALONE_WORDS, 403)
        if is_foreign(request):
            return refusal(FOREIGN_WORDS, 403)
        return None

    server.before_request(check)


def is_foreign(asked: Request) -> bool:
    """Whether a request that may write was made by a page of another site."""
    if asked.method in _READING:
        return False
    site = asked.headers.get("Sec-Fetch-Site")
    if site:
        return site not in _OWN
    origin = asked.headers.get("Origin")
    return origin is not None and _netloc(origin) != asked.host.lower()


def refusal(words: str, status: int) -> Response:
    """Give an answer of one plain sentence."""
    return Response(words + "\n", status, mimetype="text/plain")


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
