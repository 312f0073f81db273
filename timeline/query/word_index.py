"""Which rows hold some letters: an index from the words of texts to their rows."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

FEW = 2_000  # words; beyond, one pass over all places is quicker than one over each word's


def _no_rows() -> "array[int]":
    return array("i")  # an eighth of what a list of numbers takes


@dataclass(frozen=True, slots=True)
class WordsIndex:
    """The different words of texts, each with the rows that hold it.

    A word is what stands between two spaces, so that letters without a space in them lie in a
    text exactly where they lie in one of its words.
    """

    words: tuple[str, ...]
    rows: NDArray[np.int32]  # of the first word, then of the second, ...
    ends: NDArray[np.int64]  # where each word's rows end
    count: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> "WordsIndex":
        """Index texts, one a row."""
        found: dict[str, array[int]] = defaultdict(_no_rows)
        count = 0
        for row, text in enumerate(texts):
            count += 1
            for word in set(text.casefold().split()):
                found[word].append(row)
        lengths = [len(rows) for rows in found.values()]
        places = np.fromiter(chain.from_iterable(found.values()), np.int32, sum(lengths))
        return cls(tuple(found), places, np.fromiter(accumulate(lengths), np.int64), count)

    def moved(self, old: NDArray[np.intp], texts: Mapping[int, str]) -> "WordsIndex":
        """Return the index of rows that were others: `old` rows, -1 where `texts` has a new text.

        Words of new texts stand beside the same ones of old texts.
        """
        fresh = WordsIndex.of(texts.values())
        now = np.full(self.count, -1, np.int32)
        now[old[old >= 0]] = np.flatnonzero(old >= 0)
        rows = now[self.rows]
        kept = np.append(0, np.cumsum(rows >= 0))
        ends = kept[self.ends]
        own = np.fromiter(texts, np.int32, len(texts))[fresh.rows]
        return WordsIndex(
            (*self.words, *fresh.words),
            np.concatenate((rows[rows >= 0], own)),
            np.concatenate((ends, kept[-1] + fresh.ends)),
            len(old),
        )

    def holding(self, letters: str) -> NDArray[np.bool_]:
        """Mark the rows that hold letters without a space in them; upper and lower case agree."""
        wanted = letters.casefold()
        hits = [place for place, word in enumerate(self.words) if wanted in word]
        found = np.zeros(self.count, bool)
        if len(hits) <= FEW:
            for hit in hits:
                found[self.rows[self.ends[hit - 1] if hit else 0 : self.ends[hit]]] = True
            return found
        chosen = np.zeros(len(self.words), bool)
        chosen[hits] = True
        found[self.rows[np.repeat(chosen, np.diff(self.ends, prepend=0))]] = True
        return found
