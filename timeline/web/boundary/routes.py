"""What each address of the page takes: its body and how large it may be, and its query.

Those of the API say it themselves (`web/api/serving.py`). Another address that takes anything
needs a line here; a test holds every route to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from pydantic import BaseModel

from timeline.web.boundary.models import Export, Form, SignIn
from timeline.web.http.health import HEALTH
from timeline.web.page import limits
from timeline.web.page.dash_adapter import COMPONENT_FILES, DEPENDENCIES, LAYOUT, UPDATE


class BodyKind(Enum):
    """How the body of a request is written."""

    NONE = auto()  # whatever comes is left unread
    JSON = auto()
    CALLBACK = auto()  # JSON for Dash
    FORM = auto()
    FILES = auto()  # a form with files, which its view reads: they may fill the disk


@dataclass(frozen=True, slots=True)
class Route:
    """What may be sent to an address: `largest` counts the bytes of a body.

    `is_api` says that what is wrong is answered with a problem document.
    """

    body: BodyKind = BodyKind.NONE
    model: type[BaseModel] | None = None
    largest: int = limits.NO_BODY
    query: type[Form] | None = None
    is_api: bool = False


_PLAIN = Route()


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
    ("POST", UPDATE): Route(BodyKind.CALLBACK, largest=limits.CALLBACK_BODY),
    ("GET", HEALTH): _PLAIN,
    # Signing in and out.
    ("GET", "/login"): Route(query=SignIn),
    ("POST", "/login"): Route(BodyKind.FORM, SignIn, limits.FORM_BODY, SignIn),
    ("POST", "/logout"): _PLAIN,
    # Exports.
    ("GET", "/export"): Route(query=Export),
}


Routes = Mapping[tuple[str, str], Route]


def route_of(method: str, rule: str, routes: Routes = ROUTES) -> Route | None:
    """Return what an address takes under a method; HEAD and OPTIONS ask like GET."""
    return routes.get((method, rule)) or (
        routes.get(("GET", rule)) if method in {"HEAD", "OPTIONS"} else None
    )
