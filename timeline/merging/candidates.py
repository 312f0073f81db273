"""Pairs of mentions worth a comparison, found by an index: never all pairs.

Mentions that share two of their weightiest words stand in one block, sorted by date, and each
is compared with those that follow it closely. So a block of any size, such as an event that
two hundred articles tell, costs no more than its length, and its mentions still meet, each
through its neighbours.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from timeline.merging.disputes import DISPUTED_DAYS
from timeline.merging.profile import NAME, Profile

_WORDS = 8  # of each mention, which makes at most 28 pairs
_NEIGHBOURS = 24

Key = tuple[bool, str, str] | tuple[str, str, str | int] | tuple[str, str]


def candidates(profiles: Iterable[Profile]) -> frozenset[tuple[int, int]]:
    """Return pairs of ranks, the lower first."""
    blocks: dict[Key, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for key in _keys(profile):
            blocks[key].append(profile)
    return frozenset(pair for block in blocks.values() for pair in _neighbours(block))


def _keys(profile: Profile) -> Iterator[Key]:
    # Chosen by what the mention itself says, so that the choice is the same in any collection.
    weights = {**dict.fromkeys(profile.names, NAME), **profile.words}
    weightiest = sorted(weights, key=lambda word: (-weights[word], word))[:_WORDS]
    if len(weightiest) == 1:
        weightiest *= 2
    for first, second in combinations(sorted(weightiest), 2):
        yield profile.dated, first, second
    if profile.dated:
        yield profile.document, "article"
        yield from _keys_of_matter(profile)


def _keys_of_matter(profile: Profile) -> Iterator[Key]:
    """Yield keys by which articles on one matter meet in a deed, or on a day."""
    for word in profile.article.top:
        for deed in sorted({deed.name for deed in profile.deeds | profile.beside}):
            yield word, "deed", deed
        if profile.first == profile.last:
            yield word, "day", profile.first
        if profile.trigger and not profile.deeds:
            yield word, "trigger", profile.trigger


def _neighbours(block: list[Profile]) -> Iterator[tuple[int, int]]:
    block.sort(key=_place)
    for index, one in enumerate(block):
        latest = one.last + DISPUTED_DAYS
        for other in block[index + 1 : index + 1 + _NEIGHBOURS]:
            if other.first > latest:
                break
            yield (one.rank, other.rank) if one.rank < other.rank else (other.rank, one.rank)


def _place(profile: Profile) -> tuple[int, int, tuple[str, ...], int]:
    """Sort by date, then by words, so that what is told alike stands side by side."""
    return profile.first, profile.last, tuple(sorted(profile.words)), profile.rank
