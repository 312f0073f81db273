"""The words by which an article comes back to what it has told, from `repeats.toml`.

A mention does not say which language it is in: its small words do (`markers`). Nouns and endings of
all languages stand together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from timeline.errors import WordDataError
from timeline.languages.folders import REPEATS, languages_with, read_file
from timeline.merging.stems import plain_words, stem
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Category

_T = TypeVar("_T")
LEAST = 4  # letters that words of one root share


@dataclass(frozen=True, slots=True)
class Markers:
    """The small words of one language that mark how a noun is meant, as `repeats.toml` says."""

    genitive: frozenset[str]
    definite: frozenset[str]
    attributive: frozenset[str]
    after: frozenset[str]
    another: frozenset[str]
    capital_nouns: bool = False

    def count(self, words: Iterable[str]) -> int:
        """Count the words that show the language."""
        return sum(word in self.genitive or word in self.definite for word in words)


@dataclass(frozen=True, slots=True)
class RepeatWords:
    """Words of `repeats.toml`, which says what each is for; `toll` are stems.

    `groups` are the sets of words that mean one event, `alike` has the words of a word's groups.
    """

    markers: tuple[Markers, ...]  # English first
    endings: frozenset[str]
    roots: frozenset[frozenset[str]]
    alike: Mapping[str, frozenset[str]]
    groups: tuple[frozenset[str], ...]
    general: Mapping[str, frozenset[Category]]
    toll: frozenset[str]


@lru_cache(maxsize=1)
def repeat_words() -> RepeatWords:
    """Return the words; raise WordDataError where a file is not as it must be."""
    found = []
    for language in languages_with(REPEATS):
        try:
            found.append(read_words(read_file(language, REPEATS)))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise WordDataError(f"{language}/{REPEATS}: {error}") from error
    return _together(found)


def read_words(data: Mapping[str, Any]) -> RepeatWords:
    """Read one file; raise AttributeError, KeyError, TypeError or ValueError."""
    general: dict[str, set[Category]] = defaultdict(set)
    for category, nouns in data["general"].items():
        for noun in nouns.casefold().split():
            general[noun].add(Category(category))
    return RepeatWords(
        markers=(_markers(data),),
        endings=frozenset(data["endings"].split()),
        roots=frozenset(
            frozenset(map(stem, pair.split(":"))) for pair in data.get("roots", "").split()
        ),
        alike=_of_each(group.casefold().split() for group in data["alike"]),
        groups=tuple(frozenset(group.casefold().split()) for group in data["alike"]),
        general={noun: frozenset(found) for noun, found in general.items()},
        toll=frozenset(map(stem, data.get("toll", "").split())),
    )


def _markers(data: Mapping[str, Any]) -> Markers:
    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, "").split())

    return Markers(
        genitive=words("genitive"),
        definite=words("definite"),
        attributive=words("attributive"),
        after=words("after"),
        another=words("another"),
        capital_nouns=data.get("nouns") == "capital",
    )


def _of_each(groups: Iterable[list[str]]) -> Mapping[str, frozenset[str]]:
    """Return for each word all those that stand in a group with it."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for group in groups:
        for word in group:
            found[word] |= frozenset(group)
    return dict(found)


def _joined(tables: Iterable[Mapping[str, frozenset[_T]]]) -> Mapping[str, frozenset[_T]]:
    found: dict[str, frozenset[_T]] = defaultdict(frozenset)
    for table in tables:
        for word, values in table.items():
            found[word] |= values
    return dict(found)


def _together(found: Iterable[RepeatWords]) -> RepeatWords:
    every = tuple(found)
    return RepeatWords(
        markers=tuple(markers for words in every for markers in words.markers),
        endings=frozenset().union(*(words.endings for words in every)),
        roots=frozenset().union(*(words.roots for words in every)),
        alike=_joined(words.alike for words in every),
        groups=tuple(group for words in every for group in words.groups),
        general=_joined(words.general for words in every),
        toll=frozenset().union(*(words.toll for words in every)),
    )


@lru_cache(maxsize=16_384)
def markers(text: str) -> Markers:
    """Return the small words of the language that a sentence is in, as its words show."""
    words = [word.casefold() for word in plain_words(text)]
    english, *others = repeat_words().markers
    best = max(others, key=lambda known: known.count(words), default=english)
    return best if best.count(words) > sum(map(vocabulary().stop.__contains__, words)) else english


@lru_cache(maxsize=65_536)
def kin(one: str, other: str) -> bool:
    """Return whether two words in lower case have one root: "resigned", "resignation"."""
    if one == other or stem(one) == stem(other):
        return True
    words = repeat_words()
    if frozenset((stem(one), stem(other))) in words.roots:
        return True
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    return any(_differ_by_endings(one[at:], other[at:]) for at in range(LEAST, shared + 1))


def _differ_by_endings(one: str, other: str) -> bool:
    endings = repeat_words().endings
    return (not one or one in endings) and (not other or other in endings)


@lru_cache(maxsize=65_536)
def roots_of(stemmed: str) -> frozenset[str]:
    """Return a stem with those of its root that no ending shows."""
    pairs = (pair for pair in repeat_words().roots if stemmed in pair)
    return frozenset((stemmed,)).union(*pairs)


@lru_cache(maxsize=65_536)
def groups_of(word: str) -> frozenset[int]:
    """Return the numbers of the groups to which a word in lower case belongs, or its root does."""
    near = _by_beginning().get(word[:LEAST], ()) if len(word) >= LEAST else ()
    same = _by_beginning().get(stem(word), ())
    return frozenset(number for known, number in {*near, *same} if kin(known, word))


@lru_cache(maxsize=1)
def _by_beginning() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the words of all groups by the letters that begin them, and by their stems."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for number, group in enumerate(repeat_words().groups):
        for word in group:
            found[word[:LEAST]].add((word, number))
            found[stem(word)].add((word, number))
    return {beginning: tuple(sorted(words)) for beginning, words in found.items()}
