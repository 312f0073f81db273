"""How well mentions of one event are joined, over pairs of gold events.

Two gold events are joined when a mention of the one and a mention of the other are in the same
event. Pairs that the gold leaves open do not count, nor do pairs of optional events, unless the
gold says that they are one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tests.quality.gold_set import GoldSet
from tests.quality.pairing import Pair, Scored
from timeline.model.event import Event

KeyPair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of gold keys: joined and right, joined and wrong, one in the gold and not joined.

    `conflicts` counts contradicting tellings that were joined and shown as a conflict, of
    `contradictions` in the gold.
    """

    right: frozenset[KeyPair]
    wrong: frozenset[KeyPair]
    missed: frozenset[KeyPair]
    conflicts: int
    contradictions: int


def joined(gold: GoldSet, articles: Iterable[Scored]) -> Joined:
    """Compare what was joined with what the gold joins."""
    pairs = {pair.gold.key: pair for article in articles for pair in article.pairs}
    wanted = {p for telling in gold.same for p in _pairs(telling.events)}
    undecided = {p for group in gold.open for p in _pairs(group)} - wanted
    told = {p for p in _joined(pairs.values()) if p not in undecided}
    optional = {key for key, pair in pairs.items() if pair.gold.optional}
    contradicting = [telling for telling in gold.same if telling.conflict]
    return Joined(
        right=frozenset(told & wanted),
        wrong=frozenset(p for p in told - wanted if not p & optional),
        missed=frozenset(p for p in wanted - told if not p & optional),
        conflicts=sum(_shown(t.events, t.conflict, pairs) for t in contradicting),
        contradictions=len(contradicting),
    )


def _pairs(keys: Iterable[str]) -> Iterator[KeyPair]:
    return (frozenset(pair) for pair in combinations(keys, 2))


def _joined(pairs: Iterable[Pair]) -> Iterator[KeyPair]:
    members: dict[str, set[str]] = {}
    for pair in pairs:
        for found in pair.found:
            members.setdefault(found.event.id, set()).add(pair.gold.key)
    for keys in members.values():
        yield from _pairs(sorted(keys))


def _shown(keys: Iterable[str], aspect: str | None, pairs: dict[str, Pair]) -> bool:
    """Return whether an event that joins two of the tellings names the conflict."""
    return any(
        conflict.aspect == aspect
        for one, other in combinations(keys, 2)
        for event in _shared(pairs[one], pairs[other])
        for conflict in event.conflicts
    )


def _shared(one: Pair, other: Pair) -> list[Event]:
    ids = {found.event.id for found in other.found}
    return [found.event for found in one.found if found.event.id in ids]
