"""One value for many that are equal: events of a collection have names, dates and reasons alike."""

from functools import lru_cache
from typing import TypeVar, cast

T = TypeVar("T")
_KEPT = 65_536


def shared(value: T) -> T:
    """Return the value that was given before and is equal to this one; it must never change."""
    return cast("T", _first(value))


@lru_cache(maxsize=_KEPT, typed=True)
def _first(value: object) -> object:
    return value
