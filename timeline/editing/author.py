"""The name that edits are kept under."""

import getpass
import os

LONGEST = 80  # characters


def author_name(by: str | None) -> str:
    """Return a name as it is kept; without one that of TIMELINE_USER, else the login."""
    named = " ".join((by or "").split())[:LONGEST]
    return named or os.environ.get("TIMELINE_USER") or _login()


def _login() -> str:
    """Return the name of the system's user; a number where the system has no name for it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user without an entry
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "somebody"
