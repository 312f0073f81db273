"""The token that a request to the API brings (RFC 6750), and what it lets that request do."""

import logging
import re

from flask import Request, g, has_request_context

from timeline.errors import TokenError
from timeline.web.auth.tokens import Scope, Token, TokenFile
from timeline.web.http.problems import is_of_api

_EXPORT = re.compile(r"(/c/[^/]+)?/export")
_log = logging.getLogger(__name__)


def bearer_of(asked: Request) -> str | None:
    """Return the token that a request to the API brings; None where it brings none."""
    kind, _, text = asked.headers.get("Authorization", "").strip().partition(" ")
    opened = is_of_api(asked.path) or _EXPORT.fullmatch(asked.path)
    return text.strip() if kind.casefold() == "bearer" and opened else None


def token_of(tokens: TokenFile | None, asked: Request) -> Token | None:
    """Return the token by which a request to the API is let in; None where it is by none."""
    text = bearer_of(asked)
    if text is None or tokens is None:
        return None
    try:
        return tokens.find(text)
    except TokenError as error:
        _log.warning("No token is taken: %s", error)
        return None


def note_token(token: Token | None) -> None:
    """Keep the token of the request that is answered."""
    g.token = token


def present_token() -> Token | None:
    """Return the token by which the request that is answered was let in."""
    found: Token | None = g.get("token") if has_request_context() else None
    return found


def may_edit() -> bool:
    """Return whether the request that is answered may change anything, as far as its token goes."""
    token = present_token()
    return token is None or token.scope is Scope.EDIT


def caller_name() -> str | None:
    """Return under which name a script edits that gives none: that of its token."""
    token = present_token()
    return None if token is None else token.name
