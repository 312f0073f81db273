"""Vague dates that mean an event whose day is known: "last month's explosion", "April 2010".

A cluster with a date of a week, a month or a year joins a well-told event of a day within it, where
it shares that event's own words and no other event there comes near. One with an open end, as "on
Monday" of an article without a date, has to share more of them. In doubt it stays by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from timeline.merging.collection.blocks import Cluster
from timeline.merging.collection.core import LEAST_TOLD, Core, core_of
from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.telling import Extent, single_day
from timeline.model.when import Kind

LONGEST = 366  # days of a date that may mean a day in it
_ALIKE, _NEXT = 0.5, 1.15  # likeness asked, and how many times that of the next best
_ALIKE_OPEN, _NEXT_OPEN = 0.6, 1.3  # the same, where an end of the date is open
_HOLDS = 0.25  # of the event's core, that a vague cluster holds
_PRIOR = 2  # articles that are taken off, so that what few tell must be very much alike
_ANCHORS = 12  # words by which an event is found
_SELDOM = 0.08  # a word that this share of the articles has is not the event's

Profile = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Target:
    """A well-told event of a day; `profile` are its words as a vector of length 1."""

    day: int
    cluster: Cluster
    profile: Profile
    sure: float
    core: Core

    @property
    def anchors(self) -> tuple[str, ...]:
        """The words by which it is found, the heaviest first."""
        ordered = sorted(self.profile, key=lambda word: (-self.profile[word], word))
        return tuple(ordered[:_ANCHORS])


def profile_of(cluster: Cluster, epoch: Epoch) -> Profile:
    """Return the words of a cluster as a vector of length 1."""
    sums: dict[str, float] = defaultdict(float)
    for one in cluster:
        for word, weight in one.words.items():
            sums[word] += weight
    size = len(cluster)
    shares = ((word, total / size) for word, total in sorted(sums.items()))
    found = {word: share * epoch.rarity(word) for word, share in shares if share > _SELDOM}
    length = sqrt(sum(weight * weight for weight in found.values()))
    return {word: weight / length for word, weight in found.items()} if length else {}


def target(cluster: Cluster, epoch: Epoch) -> Target | None:
    """Return a cluster as something that vague dates may mean, None where few tell it."""
    day = single_day(cluster[0].extent)
    told = len({one.document for one in cluster})
    if day is None or told < LEAST_TOLD:
        return None
    sure = told / (told + _PRIOR)
    return Target(day, cluster, profile_of(cluster, epoch), sure, core_of(cluster, epoch))


def may_mean(cluster: Cluster) -> bool:
    """Return whether a cluster's date may mean a day within it."""
    extent = cluster[0].extent
    if extent is None or single_day(extent) is not None:
        return False
    first, last, kind = extent
    if kind is not Kind.WITHIN:
        return False
    return first is None or last is None or last - first < LONGEST


def holds(extent: Extent | None, day: int) -> bool:
    """Return whether a day is one of those that a date may be."""
    if extent is None:
        return False
    first, last, _ = extent
    return (first is None or first <= day) and (last is None or day <= last)


def meant(cluster: Cluster, profile: Profile, targets: Iterable[Target]) -> Target | None:
    """Return the event that a vague cluster means, None where none is clearly meant."""
    ranked = sorted(_within(cluster, profile, targets), key=lambda found: (-found[0], found[1]))
    extent = cluster[0].extent
    is_open = extent is not None and None in extent[:2]
    alike, ahead = (_ALIKE_OPEN, _NEXT_OPEN) if is_open else (_ALIKE, _NEXT)
    if not ranked or ranked[0][0] < alike:
        return None
    if len(ranked) > 1 and ranked[0][0] < ahead * ranked[1][0]:
        return None
    found = ranked[0][2]
    return found if fmean(found.core.share_in(one.words) for one in cluster) >= _HOLDS else None


def _within(
    cluster: Cluster, profile: Profile, targets: Iterable[Target]
) -> Iterator[tuple[float, str, Target]]:
    for one in targets:
        if holds(cluster[0].extent, one.day):
            shared = sum(weight * one.profile.get(word, 0.0) for word, weight in profile.items())
            yield shared * one.sure, one.cluster[0].key, one
