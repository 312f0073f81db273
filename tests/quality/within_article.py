"""How well an article's mentions of one event are joined, and those of others kept apart.

Over pairs of gold events of one article that are both dated right. Unlike in `merges.py`, an event
that was missed or misdated takes no part: what is measured is the joining alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from tests.quality.gold_model import GoldSet, KeyPair
from tests.quality.pairing import Pair, Scored


@dataclass(frozen=True, slots=True)
class Repeats:
    """Pairs that tell one event and those of them joined; pairs that do not, those kept apart."""

    one: int
    joined: int
    others: int
    apart: int


def repeats(gold: GoldSet, articles: Iterable[Scored]) -> Repeats:
    """Count over every article of a set."""
    same, undecided = set(gold.same_pairs), set(gold.open_pairs)
    counts = {(one, in_one): 0 for one in (True, False) for in_one in (True, False)}
    for article in articles:
        for pair, other in combinations([p for p in article.pairs if p.right], 2):
            keys: KeyPair = frozenset({pair.gold.key, other.gold.key})
            if keys in same:
                counts[True, _in_one_event(pair, other)] += 1
            elif keys not in undecided and not (pair.gold.optional or other.gold.optional):
                counts[False, _in_one_event(pair, other)] += 1
    return Repeats(
        one=counts[True, True] + counts[True, False],
        joined=counts[True, True],
        others=counts[False, True] + counts[False, False],
        apart=counts[False, False],
    )


def _in_one_event(pair: Pair, other: Pair) -> bool:
    ids = {found.event.id for found in other.right}
    return any(found.event.id in ids for found in pair.right)
