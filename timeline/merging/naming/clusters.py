"""Groups of names that are one: joined pair by pair, the surest first, and never against a sign."""

from collections.abc import Iterable, Mapping

from timeline.merging.naming.parsed_name import ParsedName, contradict, parsed_name

_LETTERS = 4  # of a short form; longer ones in capitals are shouted
_OFTEN = 2  # a long form is shown that half as many articles use as the commonest one


class Clusters:
    """Names in groups; two groups are joined only where no name of one contradicts the other."""

    def __init__(self, names: Iterable[str], forbidden: Iterable[tuple[str, str]] = ()) -> None:
        """Begin with each name alone; `forbidden` pairs never come together."""
        self._group: dict[str, tuple[str, ...]] = {name: (name,) for name in names}
        self._forbidden = {
            pair for one, other in forbidden for pair in ((one, other), (other, one))
        }

    def of(self, name: str) -> tuple[str, ...]:
        """Return the names of a name's group, in order."""
        return self._group[name]

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return all groups in order."""
        return tuple(sorted(set(self._group.values())))

    def may_join(self, one: str, other: str) -> bool:
        """Return whether nothing forbids that two groups become one."""
        return not any(
            (a, b) in self._forbidden or contradict(parsed_name(a), parsed_name(b))
            for a in self._group[one]
            for b in self._group[other]
        )

    def join(self, one: str, other: str) -> bool:
        """Make one group of two; return whether they are one now."""
        mine, its = self._group[one], self._group[other]
        if mine is its:
            return True
        if not self.may_join(one, other):
            return False
        joined = tuple(sorted((*mine, *its)))
        for name in joined:
            self._group[name] = joined
        return True


def fullest(names: Iterable[str], articles: Mapping[str, int]) -> str:
    """Return the form under which a group is shown.

    That is the one that most articles use: of a person with given and last name, of a body without
    title, country and legal form, in plain letters.
    """
    found = tuple(names)
    most = max(articles[name] for name in found)

    def preference(name: str) -> tuple[bool, bool, int, int, str]:
        shouted = name.isupper() and len(name) > _LETTERS
        capitals = sum(word[:1].isupper() for word in name.split())
        return _decorated(parsed_name(name)), shouted, -articles[name], -capitals, name

    persons = [n for n in found if parsed_name(n).person and parsed_name(n).first]
    longer = [n for n in found if len(parsed_name(n).words) > 1 and articles[n] * _OFTEN >= most]
    return min(persons or longer or found, key=preference)


def _decorated(name: ParsedName) -> bool:
    return name.titled or name.legal or name.written.islower()
