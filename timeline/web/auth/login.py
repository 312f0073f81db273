"""The page that asks for the password, and the session that it opens."""

import math
from collections.abc import Mapping
from importlib.resources import files
from urllib.parse import quote, urlsplit

from flask import Flask, Response, make_response, redirect, render_template_string, request, session
from werkzeug.wrappers import Response as AnyResponse

from timeline.web.auth.bearer import present_token
from timeline.web.auth.caller_table import TABLE_SIZE
from timeline.web.auth.guard import LOGIN
from timeline.web.auth.known_browsers import KnownBrowsers
from timeline.web.auth.passwords import Password
from timeline.web.auth.rate_limiter import Delay, RateLimiter
from timeline.web.auth.service import Service
from timeline.web.auth.sessions import is_signed_in, keep_sessions, sign_in
from timeline.web.auth.shared_state import FolderState, MemoryState, SharedState, private_name
from timeline.web.auth.sign_in_queue import SignInQueue
from timeline.web.http.base_path import WHOLE_SERVER, base_path
from timeline.web.http.body_rules import SIGN_IN_WORDS, refusal
from timeline.web.http.callers import Caller, caller_at
from timeline.web.http.health import HEALTH
from timeline.wording.strings import text, with_texts

LOGOUT = "/logout"
# What a browser needs for the login page itself; none of it tells of a collection.
_OPEN = ("/assets/theme.js", "/assets/favicon.svg", "/assets/page.css", "/assets/fonts/")
_STATIC = ("/assets/", "/_dash-component-suites/")
_AGAIN = with_texts(
    '<!DOCTYPE html><meta http-equiv="refresh" content="0"><title>{text page.name}</title>'
)
_REDIRECTION = 300  # the first status that is no success


def require_password(server: Flask, password: Password, *, framed: bool = False) -> KnownBrowsers:
    """Require a session of every request; lead pages without one to the login page."""

    def check() -> AnyResponse | None:
        is_open = request.path in (LOGIN, HEALTH) or request.path.startswith(_OPEN)
        outside = is_open and WHOLE_SERVER not in request.environ
        if is_signed_in() or present_token() or outside:
            return None
        return _turned_away()

    browsers = keep_sessions(server, password, LOGIN, framed=framed)
    server.before_request(check)
    server.after_request(_uncached)
    return browsers


def serve_login(
    server: Flask,
    browsers: KnownBrowsers,
    password: Password,
    service: Service,
    files_of_page: Mapping[str, str],
) -> None:
    """Serve the login page, which opens sessions to those who have the password.

    `files_of_page` are the addresses of its style sheet and its script, below the page's own. One
    server has one such page, whatever it serves beside it.
    """
    page = with_texts(files("timeline.web").joinpath("login.html").read_text("utf-8"))
    for name, address in files_of_page.items():
        page = page.replace(f"{{{{ {name} }}}}", address)
    state = _state(password, service)
    limiter, queue = RateLimiter(password.key, service.ticks, state), SignInQueue(state)

    def show() -> AnyResponse:
        return _page(page, "", 200)

    def log_in() -> AnyResponse:
        browser = browsers.name_of(request)
        caller = Caller(browser, known=True) if browser else caller_at(request.remote_addr)
        if (delay := limiter.delay(caller)).seconds:
            return _later(page, delay)
        attempt = request.form.get("password", "")
        with queue.place(caller) as has_place:
            if not has_place:
                return _later(page, Delay(1.0))
            tried = limiter.admit(caller)
            if tried.delay.seconds:
                return _later(page, tried.delay)
            with queue.turn(caller):
                is_right = password.matches(attempt)
        if not is_right:
            return _page(page, text("sign_in.wrong"), 403)
        limiter.succeeded(tried)
        browsers.remember(request)
        sign_in()
        return redirect(_own_path(request.form.get("next", "")), 303)

    def log_out() -> AnyResponse:
        session.clear()
        return redirect(f"{base_path()}{LOGIN}", 303)

    server.add_url_rule(LOGIN, "show_login", show)
    server.add_url_rule(LOGIN, "log_in", log_in, methods=["POST"])
    server.add_url_rule(LOGOUT, "log_out", log_out, methods=["POST"])


def _state(password: Password, service: Service) -> SharedState:
    if not service.runtime:
        return MemoryState(TABLE_SIZE)
    return FolderState(service.runtime, private_name(password.key), TABLE_SIZE)


def _later(page: str, delay: Delay) -> Response:
    """Answer a try that was not looked at, and say when it may be made again."""
    seconds = math.ceil(delay.seconds)
    words = text("sign_in.wait" if delay.is_own else "sign_in.busy", seconds=seconds)
    answer = _page(page, words, 429)
    answer.headers["Retry-After"] = str(seconds)
    return answer


def _turned_away() -> AnyResponse:
    """Answer who has no session: pages lead to the login page, all else says what is missing."""
    wants_page = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
    if not wants_page:
        return refusal(SIGN_IN_WORDS, 401)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        # A link on another site brings no cookie; asked again by this page, it does.
        return Response(_AGAIN, mimetype="text/html")
    here = request.script_root + request.full_path.rstrip("?")
    return redirect(f"{base_path()}{LOGIN}?next={quote(here, safe='/')}", 303)


def _page(template: str, blame: str, status: int) -> Response:
    wanted = _own_path(request.values.get("next", ""))
    return make_response(
        render_template_string(template, base=base_path(), blame=blame, next=wanted), status
    )


def _own_path(wanted: str) -> str:
    """Return the path to go on to: one of this server, whatever a link says."""
    try:
        parts = urlsplit(wanted.replace("\\", "/"))
    except ValueError:  # brackets without an address in them
        return f"{base_path()}/"
    within = wanted.startswith("/") and not (parts.scheme or parts.netloc)
    return (
        wanted
        if within and not wanted.startswith("//") and wanted.isprintable()
        else f"{base_path()}/"
    )


def _uncached(response: Response) -> Response:
    is_file = response.status_code < _REDIRECTION or response.status_code == 304  # noqa: PLR2004 - not modified
    if not (is_file and request.path.startswith(_STATIC)):
        response.headers["Cache-Control"] = "no-store"
    return response
