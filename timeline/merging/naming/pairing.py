"""Which names are compared: those that share a word, letters or a sound, and no others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from timeline.merging.naming.decisions import Pair, pair_of
from timeline.merging.naming.likeness import sound
from timeline.merging.naming.parsed_name import ParsedName, parsed_name
from timeline.merging.naming.relations import Relation, relation
from timeline.merging.naming.words import name_words

_MOST = 60  # names that share a word; of more, those that most articles use
_LONGEST = 8  # words of a name


class Pairing:
    """The names of a collection by what they can have in common."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take how many articles use each name."""
        self._counts = counts
        blocks: dict[str, set[str]] = defaultdict(set)
        for name in counts:
            parsed = parsed_name(name)
            if not parsed.role and 0 < len(parsed.words) <= _LONGEST:
                for key in _keys(parsed):
                    blocks[key].add(name)
        self._blocks = {k: sorted(names, key=self.order)[:_MOST] for k, names in blocks.items()}

    def order(self, name: str) -> tuple[int, str]:
        """Return the place of a name: what most articles use comes first."""
        return -self._counts.get(name, 0), name

    def longer(self, short: str, kind: Relation) -> Iterator[str]:
        """Yield the names that a short form can be as well."""
        mine = parsed_name(short)
        for key in _keys(mine):
            for name in self._blocks.get(key, ()):
                if name != short and relation(mine, parsed_name(name)) is kind:
                    yield name

    def pairs(self) -> dict[Relation, list[Pair]]:
        """Return the pairs of names that can be one, by what in them agrees."""
        pairs: dict[Relation, set[Pair]] = defaultdict(set)
        for names in self._blocks.values():
            for one, other in combinations(names, 2):
                kind = relation(parsed_name(one), parsed_name(other))
                if kind is not None:
                    pairs[kind].add(pair_of(one, other))
        return {kind: self._ordered(pairs[kind]) for kind in Relation}

    def _ordered(self, pairs: Iterable[Pair]) -> list[Pair]:
        return sorted(pairs, key=lambda pair: (*map(self.order, pair),))


def _keys(name: ParsedName) -> Iterator[str]:
    """Yield what names that can be one have in common."""
    words = [word for word in name.words if word not in name_words().small]
    yield f"whole {''.join(name.words)}"
    if words:
        yield f"last {words[-1]}"
        yield f"sound {sound(words[-1])}"
        yield f"first {words[0]}"
        yield f"letters {''.join(w[0] for w in words) if len(words) > 1 else words[0]}"
