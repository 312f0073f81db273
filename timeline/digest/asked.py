"""What is asked of a digest: how many days, of whose articles, about whom, and between which."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.errors import UnknownNameError

DAYS = 20
MOST_DAYS = 1_000


@dataclass(frozen=True, slots=True)
class DigestRequest:
    """How many days at most, and of what.

    `sources` are publishers, any of them; `name` is an actor or a place, in any of its forms. Day
    numbers `since` and `until` are the first and the last that may be chosen. `events` are the ids
    of those that may be told. What is left open stands for all.
    """

    days: int = DAYS
    sources: tuple[str, ...] = ()
    name: str | None = None
    since: int | None = None
    until: int | None = None
    events: frozenset[str] | None = None

    @property
    def narrows(self) -> bool:
        """Whether some of what is told of a day is left out."""
        return bool(self.sources) or self.name is not None or self.events is not None

    def holds(self, day: int) -> bool:
        """Return whether a day may be chosen."""
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )


def check_source(source: str, known: Mapping[str, int]) -> None:
    """Raise UnknownNameError where no article is of a publisher; `known` counts them by name."""
    if source not in known:
        raise UnknownNameError("source", source, _most_first(known))


def check_name(name: str, known: Mapping[str, int]) -> None:
    """Raise UnknownNameError where no event names somebody or something; `known` counts them."""
    folded = name.casefold()
    if all(one.casefold() != folded for one in known):
        raise UnknownNameError("name", name, _most_first(known))


def _most_first(known: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(known, key=lambda name: (-known[name], name)))
