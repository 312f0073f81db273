"""Where a page stands among the collections of its store."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from timeline.store import CollectionInfo
from timeline.web.http.base_path import base_path

PREFIX = "/c/"


@dataclass(frozen=True, slots=True)
class Mount:
    """Under which name and path a page is served, beside which other collections."""

    name: str
    listed: Callable[[], tuple[CollectionInfo, ...]]
    path: str = "/"


def path_of(name: str) -> str:
    """Return the path of a collection's page, below the path of the whole server."""
    return f"{PREFIX}{quote(name, safe='')}/"


def address_of(name: str) -> str:
    """Return the address of a collection's page on this host, for the request that is answered."""
    return f"{base_path()}{path_of(name)}"
