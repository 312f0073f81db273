"""Who is signed in: a cookie that Flask signs, which holds no secret.

It says only that its owner knew the password; scripts cannot read it, and no request from another
site carries it.
"""

from hashlib import sha256

from flask import Flask, Request, Response, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from timeline.web.auth.known_browsers import KnownBrowsers
from timeline.web.auth.passwords import Password
from timeline.web.http.base_path import base_path

DAYS = 14
_KNOWN = "known"


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies, sent over TLS only wherever the page itself came by TLS."""

    def __init__(self, browsers: KnownBrowsers, *, framed: bool = False) -> None:
        """Take what marks the browsers that signed in, and whether other sites may frame us."""
        self._browsers = browsers
        self._framed = framed

    def get_cookie_secure(self, app: Flask) -> bool:
        """Return whether the cookie goes over TLS only."""
        return request.is_secure or super().get_cookie_secure(app)

    def get_cookie_path(self, app: Flask) -> str:  # noqa: ARG002 - as Flask has it
        """Return the path that the cookie is sent to: that of the whole server."""
        return f"{base_path()}/"

    def get_cookie_samesite(self, app: Flask) -> str | None:
        """Return which requests bring the cookie; any over TLS where others may frame us."""
        framed = self._framed and request.is_secure
        return "None" if framed else super().get_cookie_samesite(app)

    def get_cookie_partitioned(self, app: Flask) -> bool:  # noqa: ARG002 - as Flask has it
        """Return whether the cookie is kept apart for each site that frames the page."""
        return self._framed and request.is_secure

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie of the session, and behind it that of the browser."""
        super().save_session(app, session, response)
        self._browsers.mark(response, secure=self.get_cookie_secure(app))


def keep_sessions(
    server: Flask, password: Password, path: str, *, framed: bool = False
) -> KnownBrowsers:
    """Have a server keep sessions; return the browsers, which only the path of the login sees."""
    # Timelines on other ports of one machine must not take each other's cookie.
    cookie = f"timeline-{sha256(password.key).hexdigest()[:8]}"
    browsers = KnownBrowsers(password.key, f"{cookie}-browser", path)
    server.secret_key = password.key
    server.session_interface = Sessions(browsers, framed=framed)
    server.config.update(
        SESSION_COOKIE_NAME=cookie,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=DAYS * 86_400,
        # Else the answer to a question that was under way would sign in again who signs out.
        SESSION_REFRESH_EACH_REQUEST=False,
    )
    return browsers


def sign_in() -> None:
    """Open a session with the answer to this request."""
    session.permanent = True
    session[_KNOWN] = True


def is_signed_in() -> bool:
    """Return whether the request that is answered comes with a session."""
    return bool(session.get(_KNOWN))


def brings_session(server: Flask, asked: Request) -> bool:
    """Return whether a request comes with a session, by its cookie alone, before the answer."""
    found = server.session_interface.open_session(server, asked)
    return bool(found and found.get(_KNOWN))
