"""Where a page stands among the collections of its store."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from timeline.store import CollectionInfo

PREFIX = "/c/"


@dataclass(frozen=True, slots=True)
class Mount:
    """Under which name and path a page is served, beside which other collections."""

    name: str
    listed: Callable[[], tuple[CollectionInfo, ...]]
    path: str = "/"


def path_of(name: str) -> str:
    """Return the path of a collection's page."""
    return f"{PREFIX}{quote(name, safe='')}/"
