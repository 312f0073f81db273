"""What was done, whichever word tells it: "gave way" and "collapsed" are one deed.

The words are in `deeds.toml` of the language, by type of event and by how often it happens.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from timeline.errors import WordDataError
from timeline.languages.folders import DEEDS, read_file
from timeline.merging.stems import plain_words, stem, stemmed
from timeline.merging.vocabulary import LANGUAGE, vocabulary
from timeline.model.event import Category


class Often(StrEnum):
    """How often a deed happens."""

    ONCE = "once"
    PERSON = "person"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Deed:
    """A row of `deeds.toml`; a word of no row is a deed of its own, and has no `often`."""

    name: str
    often: Often | None = None

    @property
    def single(self) -> bool:
        """Whether two days for it, told of one thing or person, contradict each other."""
        return self.often in (Often.ONCE, Often.PERSON)


@dataclass(frozen=True, slots=True)
class Deeds:
    """The rows by each of their words: the other words, by stem, that must stand beside it."""

    rows: Mapping[str, tuple[tuple[frozenset[str], Deed], ...]]

    def told(self, trigger: str, title: str) -> frozenset[Deed]:
        """Return the deeds that an event word, as a stem, tells in its title."""
        words = _stems_of(title) | {trigger}
        found = frozenset(deed for beside, deed in self.rows.get(trigger, ()) if beside <= words)
        if found or not trigger or trigger in stemmed(vocabulary().light):
            return found
        return frozenset((Deed(trigger),))

    def single_words(self, words: frozenset[str]) -> frozenset[Deed]:
        """Return the deeds that happen once.

        Of those that a sentence's stems tell by themselves.
        """
        return frozenset(
            deed
            for word in words
            for beside, deed in self.rows.get(word, ())
            if not beside and deed.often is Often.ONCE
        )


@lru_cache(maxsize=1)
def known_deeds() -> Deeds:
    """Return the deeds; raise WordDataError where the file is not as it must be."""
    data = read_file(LANGUAGE, DEEDS)
    try:
        return read_deeds(data)
    except (AttributeError, TypeError, ValueError) as error:
        raise WordDataError(f"{LANGUAGE}/{DEEDS}: {error}") from error


def read_deeds(data: Mapping[str, Any]) -> Deeds:
    """Read the tables of the file; raise AttributeError, TypeError or ValueError."""
    rows: dict[str, list[tuple[frozenset[str], Deed]]] = defaultdict(list)
    for category, tables in data.items():
        Category(category)
        for often, table in tables.items():
            for name, entries in table.items():
                for entry in entries.split(","):
                    _add(rows, entry, Deed(name, Often(often)))
    return Deeds({word: tuple(found) for word, found in rows.items()})


def _add(rows: dict[str, list[tuple[frozenset[str], Deed]]], entry: str, deed: Deed) -> None:
    words = [stem(word) for word in entry.split()]
    if not words:
        raise ValueError(f"{deed.name} has an empty entry")
    for word in words:
        rows[word].append((frozenset(words) - {word}, deed))


@lru_cache(maxsize=65_536)
def _stems_of(title: str) -> frozenset[str]:
    return frozenset(stem(word.casefold()) for word in plain_words(title))
