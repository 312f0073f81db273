"""How much a shared word tells: less, the more days of the collection it stands on.

A word of one event stands on that event's date, however many articles tell it; "attack" may
stand on every day of a war. So not the mentions of a word are counted, as in TF-IDF, but the
dates. In a small collection such counts are chance, and no word loses anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.merging.profile import Profile

_SEVERAL_DATES = 10  # one event's mentions may give its date in so many ways
_PRIOR_DATES = 200  # how large a collection must be before its counts tell much
_COMMON = 0.05  # a word on this share of the dates begins to lose weight
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Rarity:
    """A share from 0.5 to 1 for each word that is common in the collection; 1 for all others."""

    shares: Mapping[str, float]

    def of(self, word: str) -> float:
        """Return what is left of a word's weight where two mentions share it."""
        return self.shares.get(word, 1.0)


def rarity(profiles: Iterable[Profile]) -> Rarity:
    """Count the dates of each word in the collection."""
    dates: dict[str, set[int | None]] = defaultdict(set)
    every: set[int | None] = set()
    for profile in profiles:
        every.add(profile.when.first)
        for word in profile.words:
            dates[word].add(profile.when.first)
    total = len(every) + _PRIOR_DATES
    return Rarity(
        {
            word: max(_LEAST, min(1.0, _COMMON * total / len(found)))
            for word, found in dates.items()
            if len(found) > _SEVERAL_DATES
        }
    )
