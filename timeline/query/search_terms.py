"""What a search asks for, as a value: clauses that all hold, each of alternatives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.query.facets import REGISTRY


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters as typed, without a space, that stand anywhere in a text, whatever their case."""

    letters: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Whole words beside one another, in their order."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldWord:
    """A value under a facet: one of `values`, or, without them, one that holds the `letters`."""

    facet: str
    letters: str
    values: tuple[str, ...] = ()

    def takes(self, value: str) -> bool:
        """Return whether a value is one of those that are asked for."""
        return value in self.values if self.values else self.letters in value.casefold()


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both included, None where open: what may lie in them in part."""

    first: int | None
    last: int | None


Part = Letters | Phrase | FieldWord | Period
TextPart = Letters | Phrase


@dataclass(frozen=True, slots=True)
class Clause:
    """Parts of which one has to hold, or with `excluded` none; where they stand in the search."""

    parts: tuple[Part, ...]
    excluded: bool
    start: int
    end: int

    @property
    def textual(self) -> bool:
        """Whether it asks for nothing but words of a text."""
        return all(isinstance(part, TextPart) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Note:
    """What of a search was not understood, where it stands, what became of it, and a way out."""

    start: int
    end: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Search:
    """A search that was read: clauses that all have to hold, and notes on the rest."""

    clauses: tuple[Clause, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def wanted(self) -> tuple[TextPart, ...]:
        """The words and phrases that a text is to hold, as they are marked in it."""
        parts = (part for clause in self.clauses if not clause.excluded for part in clause.parts)
        return tuple(part for part in parts if isinstance(part, TextPart))


@lru_cache(256)
def phrase_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of whole words beside one another, whatever their case."""
    inner = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if words[0][:1].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1:].isalnum() else ""
    return re.compile(before + inner + after, re.IGNORECASE)


def stands_in(part: TextPart, passages: Iterable[str]) -> bool:
    """Return whether a word or a phrase stands in any of some passages of text."""
    if isinstance(part, Letters):
        letters = part.letters.casefold()
        return any(letters in passage.casefold() for passage in passages)
    pattern = phrase_pattern(tuple(word.casefold() for word in part.words))
    return any(pattern.search(passage.casefold()) for passage in passages)


def field_name(facet: str) -> str:
    """Return the name of a facet as it stands in a sentence: "actor"."""
    return REGISTRY[facet].name.lower()
