"""Which values of a new list are those of an old one, so that only the others are written."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
NEW = -1


def matches(
    before: Sequence[T],
    after: Sequence[T],
    name: Callable[[T], str],
    same: Callable[[T, T], bool],
) -> list[int]:
    """Return for each value the place of the one before that it is, NEW where it is none of them.

    Only values of one name are compared. No two are the same one before.
    """
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in range(len(before) - 1, -1, -1):
        waiting[name(before[place])].append(place)
    found = []
    for value in after:
        own = waiting.get(name(value), [])
        place = next((at for at in reversed(own) if same(before[at], value)), NEW)
        if place != NEW:
            own.remove(place)
        found.append(place)
    return found
