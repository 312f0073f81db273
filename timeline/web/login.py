"""The page that asks for the password, and the session that it opens.

A session is a cookie that Flask signs. It holds no secret and says only that its owner knew the
password; scripts cannot read it, and no request from another site carries it.
"""

import math
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from threading import Lock
from urllib.parse import quote, urlsplit

from flask import Flask, Response, make_response, redirect, render_template_string, request, session
from flask.sessions import SecureCookieSessionInterface
from werkzeug.wrappers import Response as AnyResponse

from timeline.passwords import Password
from timeline.web.attempts import Attempts
from timeline.web.guarding import refusal

LOGIN, LOGOUT = "/login", "/logout"
DAYS = 14
_KNOWN = "known"
# What every visitor's browser needs for the login page itself; none of it tells of the collection.
_OPEN = ("/assets/",)
_AGAIN = '<!DOCTYPE html><meta http-equiv="refresh" content="0"><title>Timeline</title>'


class _Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies, sent over TLS only wherever the page itself came by TLS."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure or super().get_cookie_secure(app)


def ask_for(server: Flask, password: Password) -> None:
    """Let nobody in without a session, who is led to the login page."""
    server.secret_key = password.key
    server.session_interface = _Sessions()
    server.config.update(
        # Timelines on other ports of one machine must not take each other's cookie.
        SESSION_COOKIE_NAME=f"timeline-{sha256(password.key).hexdigest()[:8]}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=DAYS * 86_400,
        # Else the answer to a question that was under way would sign in again who signs out.
        SESSION_REFRESH_EACH_REQUEST=False,
    )

    def check() -> AnyResponse | None:
        if session.get(_KNOWN) or request.path.startswith(_OPEN):
            return None
        if request.path == LOGIN and not request.script_root:
            return None
        return _turned_away()

    server.before_request(check)
    server.after_request(_uncached)


def open_by(
    server: Flask, password: Password, clock: Callable[[], float], styles: str = ""
) -> None:
    """Serve the login page, which opens sessions to those who have the password.

    `clock` gives seconds, by which attempts are slowed; `styles` is the address of the style
    sheet, below the page's own. One server has one such page, whatever it serves beside it.
    """
    page = files("timeline.web").joinpath("login.html").read_text("utf-8")
    page = page.replace("{{ styles }}", styles)
    attempts, one_at_a_time = Attempts(clock), Lock()

    def show() -> AnyResponse:
        return _page(page, "", 200)

    def log_in() -> AnyResponse:
        caller = request.remote_addr
        wait = attempts.wait(caller)
        if wait:
            seconds = math.ceil(wait)
            answer = _page(
                page, f"Too many wrong passwords. Wait {seconds} s, then try again.", 429
            )
            answer.headers["Retry-After"] = str(seconds)
            return answer
        with one_at_a_time:  # a hash takes long on purpose; many at once would take the machine
            right = password.matches(request.form.get("password", ""))
        if not right:
            attempts.failed(caller)
            return _page(page, "That is not the password.", 403)
        attempts.passed(caller)
        session.permanent = True
        session[_KNOWN] = True
        return redirect(_own_path(request.form.get("next", "")), 303)

    def log_out() -> AnyResponse:
        session.clear()
        return redirect(LOGIN, 303)

    server.add_url_rule(LOGIN, "show_login", show)
    server.add_url_rule(LOGIN, "log_in", log_in, methods=["POST"])
    server.add_url_rule(LOGOUT, "log_out", log_out, methods=["POST"])


def _turned_away() -> AnyResponse:
    """Answer who has no session: pages lead to the login page, all else says what is missing."""
    wants_page = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
    if not wants_page:
        return refusal("The password is needed: load the page again and sign in.", 401)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        # A link on another site brings no cookie; asked again by this page, it does.
        return Response(_AGAIN, mimetype="text/html")
    here = request.script_root + request.full_path.rstrip("?")
    return redirect(f"{LOGIN}?next={quote(here, safe='/')}", 303)


def _page(template: str, blame: str, status: int) -> Response:
    wanted = _own_path(request.values.get("next", ""))
    return make_response(render_template_string(template, blame=blame, next=wanted), status)


def _own_path(wanted: str) -> str:
    """Give the path to go on to: one of this server, whatever a link says."""
    try:
        parts = urlsplit(wanted.replace("\\", "/"))
    except ValueError:  # brackets without an address in them
        return "/"
    within = wanted.startswith("/") and not (parts.scheme or parts.netloc)
    return wanted if within and not wanted.startswith("//") and wanted.isprintable() else "/"


def _uncached(response: Response) -> Response:
    if not request.path.startswith((*_OPEN, "/_dash-component-suites/")):
        response.headers["Cache-Control"] = "no-store"
    return response
