"""What each address takes: its body and how large it may be, its query, the parts of its path.

An address that takes anything else needs a line here; a test holds every route to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from pydantic import BaseModel

from timeline.web.boundary.models import (
    Export,
    FileNames,
    Form,
    NewCollection,
    Removal,
    SignIn,
)
from timeline.web.page import limits
from timeline.web.page.dash_adapter import COMPONENT_FILES, DEPENDENCIES, LAYOUT, UPDATE


class Body(Enum):
    """How the body of a request is written."""

    NONE = auto()  # whatever comes is left unread
    JSON = auto()
    CALLBACK = auto()  # JSON for Dash
    FORM = auto()
    FILES = auto()  # a form with files, which its view reads: they may fill the disk


@dataclass(frozen=True, slots=True)
class Route:
    """What may be sent to an address: `largest` counts the bytes of a body.

    `told_as_json` says that the page expects what is wrong as `{"error": sentence}`.
    """

    body: Body = Body.NONE
    model: type[BaseModel] | None = None
    largest: int = limits.NO_BODY
    query: type[Form] | None = None
    told_as_json: bool = False


_PLAIN = Route()
_BUTTON = Route(told_as_json=True)


def _json(model: type[BaseModel]) -> Route:
    return Route(Body.JSON, model, limits.JSON_BODY, told_as_json=True)


ROUTES: Mapping[tuple[str, str], Route] = {
    # The page and its files.
    ("GET", "/"): _PLAIN,
    ("GET", "/<path:path>"): _PLAIN,
    ("GET", "/static/<path:filename>"): _PLAIN,
    ("GET", "/assets/<path:filename>"): _PLAIN,
    ("GET", "/assets/page.css"): _PLAIN,
    ("GET", "/assets/page.js"): _PLAIN,
    ("GET", "/assets/theme.js"): _PLAIN,
    # Dash.
    ("GET", f"{COMPONENT_FILES}<string:package_name>/<path:fingerprinted_path>"): _PLAIN,
    ("GET", LAYOUT): _PLAIN,
    ("GET", DEPENDENCIES): _PLAIN,
    ("GET", "/_reload-hash"): _PLAIN,
    ("GET", "/_favicon.ico"): _PLAIN,
    ("POST", UPDATE): Route(Body.CALLBACK, largest=limits.CALLBACK_BODY),
    # Signing in and out.
    ("GET", "/login"): Route(query=SignIn),
    ("POST", "/login"): Route(Body.FORM, SignIn, limits.FORM_BODY, SignIn),
    ("POST", "/logout"): _PLAIN,
    # Articles, runs, collections, exports.
    ("POST", "/articles"): Route(Body.FILES, largest=limits.UPLOAD_BODY, told_as_json=True),
    ("POST", "/articles/names"): _json(FileNames),
    ("POST", "/articles/remove"): _json(Removal),
    ("POST", "/runs/<run>/cancel"): _BUTTON,
    ("POST", "/runs/<run>/put-away"): _BUTTON,
    ("POST", "/collections"): _json(NewCollection),
    ("GET", "/export"): Route(query=Export),
}


def route_of(method: str, rule: str) -> Route | None:
    """Return what an address takes under a method; HEAD and OPTIONS ask like GET."""
    return ROUTES.get((method, rule)) or (
        ROUTES.get(("GET", rule)) if method in {"HEAD", "OPTIONS"} else None
    )
