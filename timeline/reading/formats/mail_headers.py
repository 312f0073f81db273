"""Headers of mails, also of damaged ones."""

from collections.abc import Iterator
from email.message import Message

from timeline.reading.title import one_line

_FAULTS = (ValueError, LookupError, ArithmeticError, AttributeError, TypeError, RecursionError)


def header(message: Message, name: str) -> str:
    """Return a header on one line, as written where it is damaged; empty where it is missing."""
    try:
        return one_line(str(message.get(name) or ""))
    except _FAULTS:
        raw = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
        return one_line(next(raw, ""))


def all_headers(message: Message, name: str) -> Iterator[str]:
    """Yield each header of a name on one line, the one written last first, as they stand."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            yield one_line(str(value))
