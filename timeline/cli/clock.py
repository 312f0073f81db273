"""The clock of the command line; nothing below it reads one."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment as ISO 8601, for the history of edits."""
    return datetime.now(UTC).isoformat(timespec="seconds")
