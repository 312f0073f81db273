"""Whether an event belongs on the timeline of its collection.

What its sentence tells is known already (`worth` of a mention). A collection tells more: what it is
about, and when. An event that shares its matter, and lies within its time, is worth a line sooner
than what is told beside it, or long before. The weights are fitted on mentions that a reader has
judged (`python -m tests.quality.histories --fit`).
"""

from collections.abc import Sequence
from math import exp, log, log1p

from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.telling import Telling
from timeline.merging.collection.words import NEAR
from timeline.model.when import When

_START, _OWN, _THEME, _AWAY = -0.95, 0.43, 1.76, -0.1
_WORDS = 4  # of the most usual words of a telling, whose shares are its theme
_FAR = 4_000  # days that a date without ends lies away
_LEAST, _MOST = 0.01, 0.99


def worth_in_collection(cluster: Sequence[Telling], when: When, epoch: Epoch) -> float:
    """Return the worth of an event within its collection, from 0 to 1."""
    best = max(cluster, key=lambda one: (one.worth, one.key))
    sum_ = (
        _START
        + _OWN * logit(best.worth)
        + _THEME * theme(best, epoch)
        + _AWAY * log1p(days_away(when, epoch))
    )
    return round(min(_MOST, max(_LEAST, 1 / (1 + exp(-sum_)))), 3)


def theme(one: Telling, epoch: Epoch) -> float:
    """Return how usual a telling's own words are in the collection, from 0 to 1."""
    near = (word for word, weight in one.words.items() if weight >= NEAR)
    shares = sorted((epoch.shares.get(w, 0.0) for w in near if " " not in w), reverse=True)
    return sum(shares[:_WORDS]) / _WORDS


def days_away(when: When, epoch: Epoch) -> float:
    """Return how many days a date lies before or behind those that the collection is about."""
    if when.first is None or when.last is None:
        return _FAR
    return max(0, epoch.days[0] - when.last) + max(0, when.first - epoch.days[1])


def logit(share: float) -> float:
    """Return the logarithm of the odds of a share, bounded."""
    share = min(_MOST, max(_LEAST, share))
    return log(share / (1 - share))
