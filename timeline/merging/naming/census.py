"""The names of a collection: how many articles use each, and with what they are seen."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, log, sqrt

from timeline.merging.naming.observed import Observed

_COMMON = 1.0  # a word that as many articles write small as use the name is an ordinary one
_SEVERAL, _WITH = 3, 0.65  # articles that write a short form; the share with the long one
_MOST = 400  # contexts of a name that are compared; the rarest tell most


@dataclass(frozen=True, slots=True)
class Known:
    """A name in a collection: articles, the share in which it is a place, weighted contexts."""

    articles: int
    place: float
    weights: dict[str, float]
    apart: Counter[str]  # articles in which another name stands in the same sentence


class Census:
    """What all articles together show of their names; their order changes nothing."""

    def __init__(self, articles: Iterable[Observed]) -> None:
        """Add the articles up."""
        found = list(articles)
        self._vectors: dict[tuple[str, ...], dict[str, float]] = {}
        self._likeness: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
        self._small = Counter(word for one in found for word in one.small)
        counts: Counter[str] = Counter()
        uses: Counter[str] = Counter()
        places: Counter[str] = Counter()
        contexts: dict[str, Counter[str]] = defaultdict(Counter)
        apart: dict[str, Counter[str]] = defaultdict(Counter)
        for one in found:
            for name, use in one.uses.items():
                counts[name] += 1
                uses[name] += use.sentences
                places[name] += use.places
                contexts[name].update(use.beside)
                apart[name].update(use.apart)
        self._written: dict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(found):
            for name in one.written & counts.keys():
                self._written[name].add(place)
        spread = Counter(what for seen in contexts.values() for what in seen)
        self.names = {
            name: Known(
                counts[name],
                places[name] / uses[name],
                _weights(contexts[name], spread, len(contexts)),
                apart[name],
            )
            for name in sorted(counts)
        }

    def goes_with(self, short: str, long: str) -> bool:
        """Return whether articles that write a short form by itself write out the long one, too."""
        alone = self._written[short]
        return len(alone) >= _SEVERAL and len(alone & self._written[long]) >= _WITH * len(alone)

    def is_common(self, word: str, articles: int) -> bool:
        """Return whether a word is written small so often that its capital tells nothing."""
        return self._small[word] >= max(2, _COMMON * articles)

    def likeness(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        """Return how alike the contexts of two groups of names are, from 0 to 1."""
        known = self._likeness.get((one, other))
        if known is None:
            known = _product(self._vector(one), self._vector(other))
            self._likeness[one, other] = self._likeness[other, one] = known
        return known

    def _vector(self, names: tuple[str, ...]) -> dict[str, float]:
        """Return the contexts of a group as a vector of length 1."""
        if names not in self._vectors:
            total: dict[str, list[float]] = defaultdict(list)
            for name in names:
                for what, weight in self.names[name].weights.items():
                    total[what].append(weight)
            weights = {what: fsum(found) for what, found in total.items()}
            length = sqrt(fsum(weight * weight for weight in weights.values())) or 1.0
            self._vectors[names] = {what: weight / length for what, weight in weights.items()}
        return self._vectors[names]


def _weights(seen: Counter[str], spread: Counter[str], size: int) -> dict[str, float]:
    """Weigh contexts: what few names are seen with tells more."""
    weighed = {w: (1 + log(n)) * log((1 + size) / spread[w]) for w, n in seen.items()}
    kept = sorted(weighed, key=lambda what: (-weighed[what], what))[:_MOST]
    return {what: weighed[what] for what in kept}


def _product(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    # `fsum` rounds once: the order of the contexts changes nothing.
    return fsum(weight * other[what] for what, weight in one.items() if what in other)
