"""Who speaks in a sentence: whether it is told of others, or by and to somebody.

What stands in quotation marks is somebody's word within the story, and does not count.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.folders import REGISTER, languages_with, read_file
from timeline.languages.table import Table

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"|(?<!\w)['‘][^'’]{3,}['’](?!\w)")
_ENDS_ASKING = re.compile(r"[?？؟][\"”’»')\]\s]*\Z")
_ENDS_LOUD = re.compile(r"!!|!\s*\Z")


@dataclass(frozen=True, slots=True)
class Persons:
    """The pronouns of a language by which somebody speaks of themselves, or to somebody."""

    first: frozenset[str]
    second: frozenset[str]


@dataclass(frozen=True, slots=True)
class Register:
    """How a sentence speaks, quotations aside."""

    first: bool
    second: bool
    asks: bool
    loud: bool

    @property
    def personal(self) -> bool:
        """Whether it is told by or to somebody."""
        return self.first or self.second


@lru_cache(maxsize=16)
def persons_of(language: str) -> Persons:
    """Return the pronouns of a language; none where its folder has no such words."""
    if language not in languages_with(REGISTER):
        return Persons(frozenset(), frozenset())
    persons = _table(language, "persons")
    persons.check(("first", "second"))
    return Persons(frozenset(persons.words("first")), frozenset(persons.words("second")))


@lru_cache(maxsize=1)
def stamp_joins() -> tuple[str, ...]:
    """Return the words between day and clock of a stamp; a page may be in any language."""
    found: dict[str, None] = {}
    for language in languages_with(REGISTER):
        stamps = _table(language, "stamps")
        stamps.check(("joins",))
        found |= dict.fromkeys(stamps.words("joins"))
    return tuple(found)


def _table(language: str, name: str) -> Table:
    whole = Table(f"{language}/{REGISTER}", read_file(language, REGISTER))
    whole.check(("persons", "stamps"))
    return whole.table(name)


def register_of(text: str, persons: Persons) -> Register:
    """Return how a sentence speaks; "US" and other words in capitals are names, no pronouns."""
    told = unquoted(text)
    words = {w.lower() for w in _WORD.findall(told) if len(w) == 1 or not w.isupper()}
    return Register(
        first=not words.isdisjoint(persons.first),
        second=not words.isdisjoint(persons.second),
        asks=_ENDS_ASKING.search(told) is not None,
        loud=_ENDS_LOUD.search(told) is not None,
    )


def unquoted(text: str) -> str:
    """Return a text without what stands in quotation marks, one that is not closed included."""
    told = _QUOTED.sub(" ", text)
    before, mark, after = told.partition('"')
    if not mark:
        return told
    return before if after[:1].strip() else after
