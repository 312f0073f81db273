"""A name taken apart: title, country and legal form aside, the words by which it is compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.merging.naming.words import agreeing, folded, name_words

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_APART = re.compile(r"[/|\\]")  # in what is no name, but two or a piece of one
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name and its parts, folded.

    `words` are those by which it is compared; `titled` says that a title stood before them,
    `legal` that a legal form stood behind them, `country` whose body it is, `generation` which of
    a family ("jr"). A `role` is a title and no name.
    """

    written: str
    words: tuple[str, ...]
    titled: bool = False
    legal: bool = False
    country: str = ""
    generation: str = ""
    role: bool = False

    @property
    def key(self) -> str:
        """The words in one."""
        return " ".join(self.words)

    @property
    def first(self) -> str:
        """The given name, where it is a person's."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def last(self) -> tuple[str, ...]:
        """The last name, with the particles before it."""
        at = len(self.words) - 1
        while at > 1 and self.words[at - 1] in name_words().particles:
            at -= 1
        return self.words[at:]

    @property
    def middle(self) -> tuple[str, ...]:
        """The words between the given and the last name."""
        return self.words[1 : len(self.words) - len(self.last)]

    @property
    def person(self) -> bool:
        """Whether it is plainly the name of a person."""
        several = len(self.words) > 1 and not name_words().small & {*self.words[1:-1]}
        initial = len(self.first) == 1 and len(self.words[-1]) > 2  # noqa: PLR2004 - "B.P." is none
        lettered = any(len(word) == 1 for word in self.middle)
        return self.titled or (several and (initial or lettered or is_given(self.first)))


def is_given(word: str) -> bool:
    """Return whether a word is known as a given name."""
    return word in name_words().given


@lru_cache(maxsize=65_536)
def parsed_name(written: str) -> ParsedName:
    """Take a name apart."""
    known = name_words()
    words = [word for found in _WORD.findall(written) for word in _words(found)]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if not words or words[-1] in known.titles or _is_role(words) or _APART.search(written):
        return ParsedName(written, tuple(words), role=True)
    rest, titled = _without_titles(_without_storm(words))
    rest = [rest[0], *(word for word in rest[1:] if word not in ("al", "el"))]
    generation = ""
    if len(rest) > 1 and rest[-1] in known.generations:
        generation, rest = known.generations[rest[-1]], rest[:-1]
    plain = _without_legal_form(rest)
    legal, rest = len(plain) < len(rest), plain
    country, rest = _country(rest)
    if len(rest) > 2 and rest[0] in known.bodies and rest[1] == "of":  # noqa: PLR2004
        rest = [*rest[3 if rest[2] == "the" and len(rest) > 3 else 2 :], rest[0]]  # noqa: PLR2004
    return ParsedName(written, tuple(rest), titled, legal, country, generation)


def _words(found: str) -> list[str]:
    """Return what stands between two blanks as words; initials are one each."""
    letters = found.split(".")
    word = folded(_POSSESSIVE.sub("", found))
    if len(letters) > 1 and all(len(one) <= 1 for one in letters) and len(word) > 1:
        return [word] if (word,) in name_words().countries else [*word]
    return [word] if word else []


def _is_role(words: list[str]) -> bool:
    """Return whether words name an office, and nobody in it."""
    known = name_words()
    roles = known.titles | known.offices
    return any(word in roles for word in words) and all(w in roles | known.fields for w in words)


def _without_storm(words: list[str]) -> list[str]:
    at = 0
    while at < len(words) - 1 and words[at] in name_words().storms:
        at += 1
    return words[at:]


def _without_titles(words: list[str]) -> tuple[list[str], bool]:
    """Cut the titles off that stand before a name, with the office that they hold."""
    known = name_words()
    last = max((at for at, word in enumerate(words[:-1]) if word in known.titles), default=-1)
    rest = words[last + 1 :] if last >= 0 else words
    offices = 0
    while offices < len(rest) - 1 and rest[offices] in known.offices | known.fields:
        offices += 1
    if offices and len(rest) - offices > 1 and is_given(rest[offices]):
        return rest[offices:], True
    return rest, last >= 0


def _without_legal_form(words: list[str]) -> list[str]:
    known = name_words().legal
    while len(words) > 1 and words[-1] in known:
        words = words[:-1]
    return words


def _country(words: list[str]) -> tuple[str, list[str]]:
    """Part the country from the name of a body."""
    known = name_words()
    for length in (2, 1):
        country = known.countries.get(tuple(words[:length]))
        rest = words[length:]
        if country and rest and known.bodies & {*rest}:
            return country, rest
    return "", words


def contradict(one: ParsedName, other: ParsedName) -> bool:
    """Return whether two names cannot be one: other given names, generations, countries, numbers.

    A given name that stands in the middle of the other contradicts nothing: people leave one out.
    """
    if _differ(one.generation, other.generation) or _differ(one.country, other.country):
        return True
    if _numbers(one) != _numbers(other):
        return True
    if one.words == other.last or other.words == one.last:
        return False
    if not (one.first and other.first) or not (one.person or other.person):
        return False
    if one.first in other.middle or other.first in one.middle:
        return False
    return not agreeing(one.first, other.first) or _middles_differ(one.middle, other.middle)


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _numbers(name: ParsedName) -> frozenset[str]:
    return frozenset(word for word in name.words if any(map(str.isdigit, word)))


def _middles_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether initials between given and last name tell two people apart."""
    if not one or not other:
        return False
    if min(len(one[0]), len(other[0])) == 1:
        return one[0][0] != other[0][0]
    return len(one) == len(other) == 1 and not agreeing(one[0], other[0])
