"""What is set where the page is served: its base path, and who may frame it."""

import re

from timeline.errors import ServingError

LONGEST = 200  # characters of a base path
SEGMENTS = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?", re.ASCII)


def base_path_of(text: str) -> str:
    """Read a base path as people write it, `timeline`, `/timeline` or `/timeline/`: `/timeline`.

    Raise ServingError where it is no path of plain segments.
    """
    stripped = text.strip().strip("/")
    path = f"/{stripped}" if stripped else ""
    if not is_base_path(path):
        raise ServingError(
            f"{text!r} is no base path: give one like /timeline/, of letters, digits and ._~-"
        )
    return path


def is_base_path(path: str) -> bool:
    """Return whether a path is one below which a page can be reached, or empty."""
    return len(path) <= LONGEST and SEGMENTS.fullmatch(path) is not None


def framing_origins(text: str) -> tuple[str, ...]:
    """Read origins, parted by blanks or commas; raise ServingError where one is none."""
    found = tuple(text.replace(",", " ").split())
    for origin in found:
        if not _ORIGIN.fullmatch(origin):
            raise ServingError(f"{origin!r} is no origin: give one like https://intranet.example")
    return found
