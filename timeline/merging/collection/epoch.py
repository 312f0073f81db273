"""What merging takes from the whole collection, fixed for an epoch.

How much a word tells depends on how often the collection has it: that changes with every article,
a little. Were it counted anew each time, one article more would change every block. So the counts
are taken once, as an epoch, and hold until they are renewed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from timeline.merging.collection.telling import Telling, single_day

LEAST_ARTICLES = 100  # a smaller collection knows too little of itself to weigh words by
_OUTER = 10  # one day in so many lies before, and behind, the days that a collection is about
_PRIOR, _SEEN = 10, 5  # what is added to counts, so that rare words tell no more than they can


@dataclass(frozen=True)
class Epoch:
    """Counts of a collection: in how many articles a day stands each word, of how many.

    `shares` is the share of the articles that have a word in what they date, `days` the first and
    the last of the days that the collection is about.
    """

    spread: Mapping[str, int]
    size: int
    shares: Mapping[str, float]
    days: tuple[int, int]

    def rarity(self, word: str) -> float:
        """Return how much a word tells: the logarithm of the share of articles without it."""
        return max(0.0, log((self.size + _PRIOR) / (self.spread.get(word, 0) + _SEEN)))

    def usual(self, word: str) -> float:
        """Return the share of articles a day that have a word, never 0."""
        return (self.spread.get(word, 0) + _SEEN) / (self.size + _PRIOR)


def epoch_of(tellings: Iterable[Telling]) -> Epoch | None:
    """Count the words of a collection; None where it has too few articles for counts to tell."""
    on_day: dict[tuple[str, int], set[str]] = defaultdict(set)
    of_article: dict[str, set[str]] = defaultdict(set)
    days: list[int] = []
    for one in tellings:
        of_article[one.document].update(one.words)
        day = single_day(one.extent)
        if day is not None:
            on_day[one.document, day].update(one.words)
            days.append(day)
    if len(of_article) < LEAST_ARTICLES or not days:
        return None
    days.sort()
    articles = Counter(word for words in of_article.values() for word in words)
    return Epoch(
        spread=Counter(word for words in on_day.values() for word in words),
        size=len(on_day),
        shares={word: count / len(of_article) for word, count in articles.items()},
        days=(days[len(days) // _OUTER], days[-1 - len(days) // _OUTER]),
    )
