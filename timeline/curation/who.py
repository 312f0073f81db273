"""The name that decisions are kept under."""

import getpass
import os

LONGEST = 80  # characters


def whoever(by: str | None) -> str:
    """Give a name as it is kept; without one that of TIMELINE_USER, else the login."""
    named = " ".join((by or "").split())[:LONGEST]
    return named or os.environ.get("TIMELINE_USER") or getpass.getuser()
