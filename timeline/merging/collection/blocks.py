"""Tellings of one day, or of one vaguer date, into clusters: an event each.

What a word tells on a day depends on the day: a word is the more an anchor the more articles have
it there, and the rarer it is on other days. So on a day on which one thing dominates, its words
decide, whatever else a sentence says; on a quiet day two tellings must share much. Clusters are
joined in the order of their likeness, by the mean over all pairs of their tellings, so that no
chain of neighbours joins what is not alike.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from timeline.merging.collection.core import parted
from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.telling import Telling, single_day

Matrix = NDArray[np.float32]
Cluster = tuple[Telling, ...]

ALIKE_ON_DAY, ALIKE_WITHIN = 0.32, 0.5  # likeness at which clusters of a day, or of a month, join
_LIFT, _RARE, _ALONE = 0.5, 0.3, 0.3  # weights of being anchor, of rarity, of a word nobody shares
_OF_MANY = 2  # power of the logarithm of the articles that have a word on the day
_SAME_ARTICLE = 0.3  # an article that told one thing twice would have been joined within
_SAID_OR_DONE = 0.15  # what was said of a thing is another event than the thing,
_SAID = 0.08  # and two sayings of a day are seldom one
_POOR, _OF_POOR = 0.2, 0.1  # tellings that belong on no timeline hardly join, and count for none
_SPREAD = 0.6  # how far the likeness within a cluster makes up for that it is wide
_LEAST_WITHIN = 0.05
_MOST = 2_000  # tellings that are compared with each other at once
_DIGITS = 5
_GONE = -9.0


def clustered(block: Sequence[Telling], epoch: Epoch) -> tuple[Cluster, ...]:
    """Return the clusters of a block, each in canonical order; the order given changes nothing."""
    ordered = sorted(block, key=lambda one: one.key)
    if len(ordered) < 2:  # noqa: PLR2004 - one telling is one event
        return tuple((one,) for one in ordered)
    alike = _alike(ordered)
    vectors = _vectors(ordered, epoch)
    groups = [[place] for place in range(len(ordered))]
    for first in range(0, len(ordered), _MOST):
        part = range(first, min(first + _MOST, len(ordered)))
        joined = _joined([ordered[at] for at in part], vectors[part.start : part.stop], alike)
        for members in joined:
            head, *rest = (part[at] for at in members)
            for at in rest:
                groups[head].extend(groups[at])
                groups[at] = []
    if len(ordered) > _MOST:
        groups = _joined_parts([group for group in groups if group], vectors, alike)
    groups = _without_strangers([group for group in groups if group], ordered, vectors, epoch)
    found = (tuple(ordered[at] for at in sorted(group)) for group in groups)
    return tuple(sorted(found, key=lambda cluster: cluster[0].key))


def _alike(block: Sequence[Telling]) -> float:
    return ALIKE_WITHIN if single_day(block[0].extent) is None else ALIKE_ON_DAY


def _vectors(block: Sequence[Telling], epoch: Epoch) -> Matrix:
    """Return a row of length 1 for each telling: what it shares with the day, and what not."""
    weights = _weights(block, epoch)
    place = {word: at for at, word in enumerate(sorted(weights))}
    rows = np.zeros((len(block), len(place) + 1), dtype=np.float32)
    lengths: list[float] = []
    for row, one in zip(rows, block, strict=True):
        alone = 0.0
        for word, nearness in sorted(one.words.items()):
            at = place.get(word)
            if at is None:
                alone += (nearness * _ALONE * epoch.rarity(word)) ** 2
            else:
                row[at] = nearness * weights[word]
        length = np.sqrt((row.astype(np.float64) ** 2).sum() + alone)
        lengths.append(max(float(length), 1e-6))
    scaled: Matrix = rows / np.array(lengths, dtype=np.float32)[:, None]
    return scaled


def _weights(block: Sequence[Telling], epoch: Epoch) -> dict[str, float]:
    """Return what each word tells that two articles of the block have, beyond 0."""
    of_article: dict[str, set[str]] = defaultdict(set)
    for one in block:
        if one.worth >= _POOR:
            of_article[one.document].update(one.words)
    counts = Counter(word for words in of_article.values() for word in words)
    found: dict[str, float] = {}
    for word, count in counts.items():
        if count > 1:
            lift = log((count + 0.5) / (len(of_article) + 1) / epoch.usual(word))
            told = max(0.0, lift) * _LIFT + epoch.rarity(word) * _RARE
            found[word] = told * log(1 + count) ** _OF_MANY
    return {word: weight for word, weight in found.items() if weight > 0}


def _joined(block: Sequence[Telling], vectors: Matrix, alike: float) -> list[list[int]]:
    likeness = (vectors @ vectors.T).round(_DIGITS)
    within = np.diag(likeness).copy()
    documents = {name: at for at, name in enumerate(sorted({one.document for one in block}))}
    of = np.array([documents[one.document] for one in block])
    said = np.array([one.only_said for one in block])
    poor = np.array([one.worth < _POOR for one in block])
    likeness -= np.float32(_SAME_ARTICLE) * (of[:, None] == of[None])
    likeness -= np.float32(_SAID_OR_DONE) * (said[:, None] != said[None])
    likeness -= np.float32(_SAID) * (said[:, None] & said[None])
    likeness -= np.float32(_OF_POOR) * (poor[:, None] | poor[None])
    return Agglomeration(likeness, within, np.ones(len(block))).until(alike)


def _without_strangers(
    groups: list[list[int]], block: Sequence[Telling], vectors: Matrix, epoch: Epoch
) -> list[list[int]]:
    """Take out of clusters what holds nothing of their core, and cluster that by itself."""
    halves = [parted(group, block, epoch) for group in groups]
    left = sorted(at for _, strangers in halves for at in strangers)
    again = _joined([block[at] for at in left], vectors[left], _alike(block)) if left else []
    return [near for near, _ in halves if near] + [[left[at] for at in one] for one in again]


def _joined_parts(groups: list[list[int]], vectors: Matrix, alike: float) -> list[list[int]]:
    """Join the clusters of parts of a large block, each by the mean of its vectors."""
    means = np.stack([vectors[group].mean(axis=0) for group in groups])
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    likeness = (means @ means.T).round(_DIGITS)
    joined = Agglomeration(likeness, np.diag(likeness).copy(), sizes).until(alike)
    return [[at for member in members for at in groups[member]] for members in joined]


@dataclass
class Agglomeration:
    """Clusters joined from the most alike on; likeness of two is the mean over their pairs.

    A cluster that is wide in itself asks for less: `within` is the mean likeness of its own pairs,
    with each member to itself. Each row remembers its best partner, so that a join costs a row.
    """

    likeness: Matrix
    within: NDArray[np.floating]
    sizes: NDArray[np.floating]

    def until(self, alike: float) -> list[list[int]]:
        """Join until no two clusters are that much alike; return their members."""
        members = [[at] for at in range(len(self.sizes))]
        self._here = np.ones(len(members), dtype=bool)
        self._scaled = self._scale(slice(None), slice(None))
        np.fill_diagonal(self._scaled, _GONE)
        self._best = self._scaled.argmax(axis=1)
        self._top = self._scaled[np.arange(len(members)), self._best]
        while len(members) > 1:
            one = int(self._top.argmax())
            if self._top[one] < alike:
                break
            first, second = sorted((one, int(self._best[one])))
            self._join(first, second)
            members[first] += members[second]
            members[second] = []
        return [found for found in members if found]

    def _scale(self, rows: slice | int, columns: slice) -> Matrix:
        mine, theirs = self.within[rows], self.within[columns]
        widths = np.maximum(_LEAST_WITHIN, np.multiply.outer(mine, theirs) ** 0.5)
        scaled: Matrix = (self.likeness[rows, columns] / widths**_SPREAD).astype(np.float32)
        return scaled

    def _join(self, first: int, second: int) -> None:
        mine, theirs = self.sizes[first], self.sizes[second]
        both = mine + theirs
        between = float(self.likeness[first, second]) * mine * theirs
        inner = self.within[first] * mine**2 + self.within[second] * theirs**2 + 2 * between
        self.within[first] = max(_LEAST_WITHIN, inner / both**2)
        mean = (self.likeness[first] * mine + self.likeness[second] * theirs) / both
        self.likeness[first], self.likeness[:, first] = mean, mean
        self.sizes[first], self._here[second] = both, False
        row = self._scale(first, slice(None))
        row[~self._here], row[first] = _GONE, _GONE
        self._scaled[first], self._scaled[:, first] = row, row
        self._scaled[second], self._scaled[:, second] = _GONE, _GONE
        self._renew(row, first, second)

    def _renew(self, row: Matrix, first: int, second: int) -> None:
        """Find the best partner anew where it was one of the two, or may be the joined one now."""
        lost = self._here & ((self._best == first) | (self._best == second))
        lost[first] = True
        places = np.flatnonzero(lost)
        self._best[places] = self._scaled[places].argmax(axis=1)
        self._top[places] = self._scaled[places, self._best[places]]
        better = self._here & (row > self._top)
        self._best[better], self._top[better] = first, row[better]
        self._top[second] = _GONE
