"""Browsers that have signed in before, known by a signed cookie that opens nothing.

It gives a browser a limit on tries of its own, so that no failures of others, behind the same
address or anywhere, keep its owner out ("device cookies" of OWASP). It is sent to the login page
only, outlives signing out, and ends with a new password.
"""

from datetime import timedelta
from secrets import token_hex

from flask import Flask, Request, Response, g
from itsdangerous import BadSignature, Signer

from timeline.web.http.base_path import base_path

LIFETIME = timedelta(days=365)
_BYTES = 16
_SALT = b"timeline: known browser"


class KnownBrowsers:
    """Recognises the browsers that have signed in before, and marks those that do."""

    def __init__(self, key: bytes, cookie: str, path: str) -> None:
        """Take the key that signs, the name of the cookie, and the path that it is sent to."""
        self._signer = Signer(key, salt=_SALT)
        self._cookie = cookie
        self._path = path

    def name_of(self, asked: Request) -> str | None:
        """Return the name of the browser that asks; None for one that never signed in."""
        try:
            return self._signer.unsign(asked.cookies.get(self._cookie, "")).decode("ascii")
        except BadSignature:
            return None

    def remember(self, asked: Request) -> None:
        """Have the answer to this request mark the browser as one that has signed in."""
        name = self.name_of(asked) or token_hex(_BYTES)
        g.known_browser = self._signer.sign(name).decode("ascii")

    def mark(self, response: Response, *, secure: bool) -> None:
        """Set the cookie on an answer, where the browser is to be remembered."""
        value = g.pop("known_browser", None)
        if value is not None:
            response.set_cookie(
                self._cookie,
                value,
                max_age=LIFETIME,
                path=f"{base_path()}{self._path}",
                secure=secure,
                httponly=True,
                samesite="Strict",
            )


def cookie_of(server: Flask) -> str:
    """Return the name of the cookie that knows a browser, beside that of its session."""
    return f"{server.config['SESSION_COOKIE_NAME']}-browser"
