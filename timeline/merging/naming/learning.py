"""The table of names of a collection, and what in it is only proposed.

Names that share words, letters or a sound are compared, and no others, so that the cost grows with
the articles. What agrees in form is joined where nothing contradicts it; what could as well be
another (a last name alone, a spelling) only where the collection knows one name that it can be, and
tells of both in the same contexts. What falls short of that is proposed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from timeline.merging.naming.census import Census
from timeline.merging.naming.clusters import Clusters, fullest
from timeline.merging.naming.decisions import NO_DECISIONS, Decisions, Pair
from timeline.merging.naming.observed import Observed
from timeline.merging.naming.pairing import Pairing
from timeline.merging.naming.parsed_name import ParsedName, parsed_name
from timeline.merging.naming.relations import Relation
from timeline.merging.naming.table import Proposal, Table
from timeline.merging.naming.thresholds import (
    BY_CONTEXT,
    FEW,
    JOINED,
    LIKER,
    ONLY,
    PERSON,
    PLACE,
    PLAIN,
    PROPOSED,
    RARER,
    SEVERAL,
    SHORT_FORMS,
    TITLED,
    TOGETHER,
    WORDING,
)


def learn(
    articles: Iterable[Observed],
    decided: Decisions = NO_DECISIONS,
    known: Mapping[str, str] | None = None,
) -> Table:
    """Return the table of names of a collection.

    `known` has the entry of each name that another table knows; what stands in two is never one.
    """
    census = Census(articles)
    return _Learning(census, decided, known or {}).table()


class _Learning:
    """The names of one collection while they are joined."""

    def __init__(self, census: Census, decided: Decisions, known: Mapping[str, str]) -> None:
        self._census = census
        self._decided = decided
        self._known = known
        self._counts = {name: one.articles for name, one in census.names.items()}
        self._pairing = Pairing(self._counts)
        given = {name for pair in decided.same for name in pair}
        self._clusters = Clusters({*census.names, *given}, decided.different)

    def table(self) -> Table:
        for one, other in sorted(self._decided.same):
            self._clusters.join(one, other)
        pairs = self._pairing.pairs()
        for pair in pairs[Relation.SAME] + pairs[Relation.GIVEN]:
            if self._only(*pair, Relation.GIVEN):
                self._join(*pair)
        proposals: dict[Pair, Proposal] = {}
        for kind in list(Relation)[2:]:
            for one, other in pairs[kind]:
                found = self._settled(kind, one, other)
                if found is not None:
                    proposals.setdefault(found.pair, found)
        return Table(self._groups(), tuple(self._open(proposals.values())))

    def _settled(self, kind: Relation, one: str, other: str) -> Proposal | None:
        """Join two names, or return what is to be asked; None where neither is right."""
        if other in self._clusters.of(one) or not self._may_join(one, other):
            return None
        likeness = self._likeness(one, other)
        follows = self._follows(kind, one, other) and not (
            kind is Relation.BEGINNING and likeness < PLAIN
        )
        if not follows and (likeness < PROPOSED[kind] or self._is_common(kind, one, other)):
            return None
        only = self._only(one, other, kind) and not self._stand_apart(kind, one, other)
        if not only and (kind is Relation.BEGINNING or self._is_rare(kind, one, other)):
            return None
        if only and (follows or likeness >= self._enough(kind, one, other)):
            self._join(one, other)
            return None
        first, second = sorted((one, other), key=self._pairing.order)
        return Proposal(first, second, kind, round(likeness, 3))

    def _likeness(self, one: str, other: str) -> float:
        """Return how alike the contexts are of two groups, or of the two names alone."""
        groups = self._census.likeness(self._seen(one), self._seen(other))
        if not {one, other} <= self._counts.keys():
            return groups
        return max(groups, self._census.likeness((one,), (other,)))

    def _follows(self, kind: Relation, one: str, other: str) -> bool:
        """Return whether articles use the one as the short form of the other."""
        short, long = sorted((one, other), key=lambda name: len(parsed_name(name).words))
        return kind in SHORT_FORMS and self._census.goes_with(short, long)

    def _enough(self, kind: Relation, one: str, other: str) -> float:
        """Return how alike the contexts must be to join two names."""
        if kind is not Relation.LAST:
            return JOINED[kind]
        short, long = sorted((one, other), key=lambda name: len(parsed_name(name).words))
        if not parsed_name(long).person:
            several = min(self._counts.get(name, 0) for name in (short, long)) >= FEW
            return SEVERAL if several else JOINED[kind]
        return TITLED if parsed_name(short).titled else PERSON

    def _seen(self, name: str) -> tuple[str, ...]:
        return tuple(one for one in self._clusters.of(name) if one in self._counts)

    def _join(self, one: str, other: str) -> None:
        if self._may_join(one, other):
            self._clusters.join(one, other)

    def _may_join(self, one: str, other: str) -> bool:
        entries = {
            self._known[name]
            for group in (self._clusters.of(one), self._clusters.of(other))
            for name in group
            if name in self._known
        }
        return len(entries) < 2 and self._clusters.may_join(one, other)  # noqa: PLR2004

    def _is_common(self, kind: Relation, one: str, other: str) -> bool:
        """Return whether the short form is an ordinary word, or a place that is none of a name."""
        if kind not in (Relation.LAST, Relation.FIRST):
            return False
        short, long = sorted((one, other), key=lambda name: len(parsed_name(name).words))
        if parsed_name(short).titled:
            return False
        places = [self._census.names[name].place for name in (short, long)]
        if places[0] >= PLACE > places[1]:
            return True
        last = parsed_name(short).words[-1] if kind is Relation.LAST else ""
        return self._census.is_common(last, self._counts.get(short, 0))

    def _stand_apart(self, kind: Relation, one: str, other: str) -> bool:
        """Return whether a sentence names both, as two: spellings are not set side by side."""
        if kind not in (Relation.SPELLING, Relation.LAST, Relation.FIRST, Relation.BEGINNING):
            return False
        mine, its = self._seen(one), self._seen(other)
        apart = sum(self._census.names[a].apart[b] for a in mine for b in its)
        fewer = min(sum(self._counts[name] for name in names) for names in (mine, its))
        return apart >= max(FEW, TOGETHER * fewer)

    def _only(self, one: str, other: str, kind: Relation) -> bool:
        """Return whether the long form is the only name, or by far, that the short one can be."""
        if kind in (Relation.SAME, Relation.SPELLING, Relation.MIDDLE):
            return True
        if kind is Relation.GIVEN and min(len(parsed_name(n).first) for n in (one, other)) > 1:
            return True
        short, long = sorted((one, other), key=lambda n: (self._fullness(n, kind), n))
        group = self._clusters.of(long)
        mine = sum(
            self._counts.get(name, 0) for name in group if name not in self._clusters.of(short)
        )
        rivals = {
            self._clusters.of(name)
            for name in self._pairing.longer(short, kind)
            if name not in group
            and name not in self._clusters.of(short)
            and self._is_rival(kind, short, name, long)
        }
        others = sum(self._counts.get(name, 0) for found in rivals for name in found)
        return mine >= ONLY * (mine + others) and not self._is_rare(kind, one, other)

    def _is_rare(self, kind: Relation, one: str, other: str) -> bool:
        """Return whether hardly an article has the long form, and many have the short one."""
        if kind not in (Relation.LAST, Relation.FIRST, Relation.HEAD, Relation.BEGINNING):
            return False
        short, long = sorted((one, other), key=lambda name: len(parsed_name(name).words))
        mine = sum(self._counts.get(name, 0) for name in self._clusters.of(long))
        its = sum(self._counts.get(name, 0) for name in self._clusters.of(short))
        return mine * RARER < its

    def _is_rival(self, kind: Relation, short: str, name: str, long: str) -> bool:
        """Return whether a short form can as well be another name, as far as contexts tell."""
        if _alike(kind, parsed_name(name), parsed_name(long)):
            return False
        if kind not in BY_CONTEXT or not {short, name, long} <= self._counts.keys():
            return True
        likeness, its = self._likeness(short, long), self._likeness(short, name)
        if kind is Relation.LETTERS:
            return its * LIKER > likeness
        return likeness < PLAIN or its * LIKER > likeness

    def _fullness(self, name: str, kind: Relation) -> int:
        parsed = parsed_name(name)
        if kind in (Relation.BODY, Relation.GENERATION):
            return bool(parsed.country) + bool(parsed.generation)
        if kind is Relation.GIVEN:
            return len(parsed.first)
        return len(parsed.words)

    def _groups(self) -> Mapping[str, tuple[str, ...]]:
        several = (group for group in self._clusters.groups() if len(group) > 1)
        counts = defaultdict(int, self._counts)
        shown = ((self._shown(group, counts), group) for group in several)
        return {name: tuple(one for one in group if one != name) for name, group in shown}

    def _shown(self, group: tuple[str, ...], counts: Mapping[str, int]) -> str:
        entry = next((self._known[name] for name in group if name in self._known), None)
        return entry or fullest(group, counts)

    def _open(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Yield the proposals that later joins have not settled, each group once."""
        asked: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        for one in sorted(proposals, key=lambda p: (-p.likeness, p.pair)):
            groups = self._clusters.of(one.name), self._clusters.of(one.other)
            if groups[0] != groups[1] and groups not in asked and self._may_join(*one.pair):
                asked.update((groups, groups[::-1]))
                yield one


def _alike(kind: Relation, name: ParsedName, other: ParsedName) -> bool:
    """Return whether two long forms are no rivals: one with a word too many, or another wording."""
    if name.words[-len(other.words) :] == other.words:
        return True
    words, its = frozenset(name.words), frozenset(other.words)
    return kind is Relation.LETTERS and len(words & its) >= WORDING * len(words | its)
