"""The telling words of a text, indexed so that a word of one meaning is found quickly."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.merging.reference import means, written
from timeline.merging.repeat_words import LEAST, groups_of, roots_of
from timeline.merging.stems import stem


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The telling words of a text by their beginnings, their stems, and the groups they are of."""

    beginnings: Mapping[str, tuple[str, ...]]
    stems: frozenset[str]
    groups: frozenset[int]

    def has_word_for(self, word: str) -> bool:
        """Return whether a word of the same root, meaning or group is among them."""
        if self.groups & groups_of(word) or not self.stems.isdisjoint(roots_of(stem(word))):
            return True
        return any(means(word, theirs) for theirs in self.beginnings.get(word[:LEAST], ()))


@lru_cache(maxsize=8192)
def indexed(text: str) -> WordIndex:
    """Return the index of a text."""
    beginnings: dict[str, list[str]] = defaultdict(list)
    words = written(text)
    for word in words:
        beginnings[word[:LEAST]].append(word)
    return WordIndex(
        {beginning: tuple(found) for beginning, found in beginnings.items()},
        frozenset(map(stem, words)),
        frozenset[int]().union(*map(groups_of, words)),
    )
