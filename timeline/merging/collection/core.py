"""The core of a cluster: the words that its articles share, by which a telling belongs to it.

Tellings join a cluster by the mean over all of it. In a wide one, of a day on which much happened,
that asks little of a telling. So those that hold hardly anything of what the others tell leave it
again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.telling import Telling
from timeline.merging.collection.words import NEAR, Weights

LEAST_TOLD = 3  # articles that have a core in common
_HOLDS = 0.3  # of the core, that a telling of its cluster holds
_HEAVIEST = 8  # words by whose weight a core is measured


@dataclass(frozen=True)
class Core:
    """In how many articles of a cluster each word stands near the event, of how many.

    `usual` is the share of articles that have a word anyway, which counts for nothing.
    """

    counts: Mapping[str, int]
    articles: int
    epoch: Epoch
    usual: Mapping[str, float] = field(default_factory=dict)

    def share_in(self, words: Weights, own: frozenset[str] = frozenset()) -> float:
        """Return which share of the core some words hold, from 0; beyond 1 where they hold more.

        `own` are the words of the article that tells them, which counts for none.
        """
        others = self.articles - 1 if own else self.articles
        weights = {
            word: max(0.0, (count - (word in own)) / others - self.usual.get(word, 0.0))
            * self.epoch.rarity(word)
            for word, count in self.counts.items()
        }
        most = sum(nlargest(_HEAVIEST, weights.values()))
        held = sum(near * weights.get(word, 0.0) for word, near in sorted(words.items()))
        return held / most if most else 0.0


def core_of(cluster: Iterable[Telling], epoch: Epoch) -> Core:
    """Return the core of a cluster: what is told of it, beyond what the collection tells anyway."""
    return _core(_words_near(cluster), epoch, epoch.shares)


def parted(cluster: Sequence[int], block: Sequence[Telling], epoch: Epoch) -> list[list[int]]:
    """Return the places of a cluster's tellings that hold of its core, and of those that do not."""
    near = _words_near(block[at] for at in cluster)
    if len(near) < LEAST_TOLD:
        return [[*cluster], []]
    core = _core(near, epoch, {})
    found: list[list[int]] = [[], []]
    for at in cluster:
        one = block[at]
        found[core.share_in(one.words, frozenset(near[one.document])) < _HOLDS].append(at)
    return found


def _core(near: Mapping[str, set[str]], epoch: Epoch, usual: Mapping[str, float]) -> Core:
    counts = Counter(word for words in near.values() for word in words)
    return Core(counts, len(near), epoch, usual)


def _words_near(cluster: Iterable[Telling]) -> dict[str, set[str]]:
    """Return the words that stand near the event, by article."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in cluster:
        found[one.document].update(word for word, near in one.words.items() if near >= NEAR)
    return found
