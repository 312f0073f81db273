"""How alike two mentions are told, from 0 to 1."""

from collections.abc import Set as AbstractSet
from math import fsum

from timeline.merging.articles import of_length_one, resemblance
from timeline.merging.profile import Profile
from timeline.merging.rarity import Rarity

EVEN = Rarity({})  # every word tells the same


def likeness(one: Profile, other: Profile, rarity: Rarity = EVEN) -> float:
    """Compare the words of two mentions by weight.

    The mean of two views: how much of both is shared (Dice), and how much of the shorter is
    found in the longer, for one article tells in five words what another tells in ten.
    """
    smaller = min(one.weight, other.weight)
    if not smaller:
        return 0.0
    mine, theirs, of = one.words, other.words, rarity.of
    both = mine.keys() & theirs.keys()
    # `fsum` rounds once: the order of the words changes nothing.
    shared = fsum([(mine[w] + theirs[w]) / 2 * of(w) for w in both])
    return min(1.0, shared / (one.weight + other.weight) + shared / (2 * smaller))


def alike(one: Profile, other: Profile) -> float:
    """Return how likely two sentences tell one event, as a rank from 0 to 1.

    The mean of how alike the sentences are and how alike their whole articles are, rare words
    and names counting most. Of the rules tried on pairs of news sentences it ranks best.
    """
    sentences = resemblance(of_length_one(_told(one)), of_length_one(_told(other)))
    return (sentences + resemblance(one.article.weights, other.article.weights)) / 2


def _told(one: Profile) -> dict[str, float]:
    """Return the words of a sentence with what they weigh in its article."""
    weights = one.article.weights
    return {word: weights[word] for word in one.said | one.named if word in weights}


def overlap(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Return the share of words that two sets have in common (Dice); 0 where both are empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def apart(one: AbstractSet[object], other: AbstractSet[object]) -> bool:
    """Return whether both sets name something, and nothing the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)
