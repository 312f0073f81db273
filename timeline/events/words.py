"""The words that the rules of events look for, read from their language's files and checked."""

import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from timeline.errors import WordDataError
from timeline.languages.folders import CATEGORIES, CLAUSES, text_of
from timeline.model.event import Category

PARSED_LANGUAGE = "en"  # that of the parser's model
Words = frozenset[str]
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """Event words of one category: lemmas of verbs and nouns, and of telling objects."""

    verbs: Words
    nouns: Words
    objects: Words


@dataclass(frozen=True, slots=True)
class EventWords:
    """All word sets by table and name, as `clauses.toml` has them, and the categories in order."""

    sets: dict[str, dict[str, Words]]
    categories: dict[Category, CategoryWords]
    event_nouns: Words

    @property
    def numbers(self) -> dict[str, float]:
        """The values of number words."""
        return _numbers("numbers")

    @property
    def multipliers(self) -> dict[str, float]:
        """The values of the words that multiply a number: "two *dozen*"."""
        return _numbers("multipliers")

    def past(self, lemma: str) -> str | None:
        """Return the past tense of an irregular verb; None of a regular one."""
        return next(iter(self.sets["pasts"].get(lemma, ())), None)

    def __call__(self, table: str, name: str) -> Words:
        """Return one word set; a name that the data lacks is an error of the program."""
        return self.sets[table][name]


def _words(value: object, place: str) -> Words:
    found = value.split() if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        msg = f"{place} must be words in one string or a list of strings"
        raise WordDataError(msg)
    twice = [word for word, times in Counter(found).items() if times > 1]
    if twice:
        raise WordDataError(f"{place} holds {twice[0]!r} twice")
    return frozenset(found)


def read_words(text: str) -> dict[str, dict[str, Words]]:
    """Read tables of word sets from TOML; raise WordDataError on anything else."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        msg = f"the event words are no valid TOML: {error}"
        raise WordDataError(msg) from error
    for table, entries in data.items():
        if not isinstance(entries, dict):
            msg = f"{table} must be a table of word sets"
            raise WordDataError(msg)
    return {
        table: {name: _words(value, f"[{table}] {name}") for name, value in entries.items()}
        for table, entries in data.items()
    }


def read_categories(text: str) -> dict[Category, CategoryWords]:
    """Read the categories' words; raise WordDataError where a category is unknown or incomplete."""
    out = {}
    for name, sets in read_words(text).items():
        if name not in set(Category) or set(sets) != {"verbs", "nouns", "objects"}:
            msg = f"[{name}] must be a category with verbs, nouns and objects"
            raise WordDataError(msg)
        out[Category(name)] = CategoryWords(**sets)
    return out


@lru_cache(maxsize=2)
def _numbers(table: str) -> dict[str, float]:
    tables = event_words().sets[table]
    return {word: float(next(iter(value))) for word, value in tables.items()}


@lru_cache(maxsize=1)
def event_words() -> EventWords:
    """Load the word data of the parsed language, once."""
    categories = _checked(CATEGORIES, read_categories)
    return EventWords(
        sets=_checked(CLAUSES, read_words),
        categories=categories,
        event_nouns=frozenset[str]().union(*(c.nouns for c in categories.values())),
    )


def _checked(name: str, read: Callable[[str], _Read]) -> _Read:
    try:
        return read(text_of(PARSED_LANGUAGE, name))
    except WordDataError as error:
        raise WordDataError(f"{PARSED_LANGUAGE}/{name}: {error}") from error
