"""The words by which an article comes back to what it has told, from `repeats.toml`.

A mention does not say which language it is in, so the words of all languages stand together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from timeline.errors import WordDataError
from timeline.languages.folders import REPEATS, languages_with, read_file
from timeline.merging.stems import stem
from timeline.model.event import Category

_T = TypeVar("_T")
_LEAST = 4  # letters that words of one root share


@dataclass(frozen=True, slots=True)
class RepeatWords:
    """Words of `repeats.toml`, which says what each is for; `toll` and `happening` are stems."""

    genitive: frozenset[str]
    definite: frozenset[str]
    attributive: frozenset[str]
    endings: frozenset[str]
    roots: frozenset[frozenset[str]]
    alike: Mapping[str, frozenset[str]]
    general: Mapping[str, frozenset[Category]]
    toll: frozenset[str]
    happening: frozenset[str]
    after: frozenset[str]
    another: frozenset[str]


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
        for noun in nouns.split():
            general[noun].add(Category(category))
    telling: Mapping[str, str] = data.get("telling", {})
    return RepeatWords(
        genitive=frozenset(data["genitive"].split()),
        definite=frozenset(data["definite"].split()),
        attributive=frozenset(data.get("attributive", "").split()),
        endings=frozenset(data["endings"].split()),
        roots=frozenset(frozenset(pair.split(":")) for pair in data.get("roots", "").split()),
        alike=_of_each(group.split() for group in data.get("alike", ())),
        general={noun: frozenset(found) for noun, found in general.items()},
        toll=frozenset(map(stem, telling.get("toll", "").split())),
        happening=frozenset(map(stem, telling.get("happening", "").split())),
        after=frozenset(telling.get("after", "").split()),
        another=frozenset(telling.get("another", "").split()),
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
        genitive=frozenset().union(*(words.genitive for words in every)),
        definite=frozenset().union(*(words.definite for words in every)),
        attributive=frozenset().union(*(words.attributive for words in every)),
        endings=frozenset().union(*(words.endings for words in every)),
        roots=frozenset().union(*(words.roots for words in every)),
        alike=_joined(words.alike for words in every),
        general=_joined(words.general for words in every),
        toll=frozenset().union(*(words.toll for words in every)),
        happening=frozenset().union(*(words.happening for words in every)),
        after=frozenset().union(*(words.after for words in every)),
        another=frozenset().union(*(words.another for words in every)),
    )


@lru_cache(maxsize=65_536)
def kin(one: str, other: str) -> bool:
    """Return whether two words in lower case have one root: "resigned", "resignation"."""
    if one == other or stem(one) == stem(other):
        return True
    words = repeat_words()
    plain = {stem(one), stem(other)}
    if any(plain == set(map(stem, pair)) for pair in words.roots):
        return True
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    rests = (one[shared:], other[shared:])
    return shared >= _LEAST and all(not rest or rest in words.endings for rest in rests)
