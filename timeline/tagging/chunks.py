"""What stands between two blanks, cut into tokens once: "Monday,", "(Reuters)".

A text is made of few such chunks, over and over, and nearly all of them are cut in the same way
wherever they stand. Those that may not be are marked, and their sentence is cut as a whole.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.languages import Lexicon
from timeline.tagging.token_pattern import Cutter, longer_words_by_rarest

# What a chunk is marked with, beside a letter for each pattern that may tie it to the next.
WHOLE = "W"  # its sentence is cut as a whole
TELLING = "T"  # a word or number without whose like no rule matches
VAGUE = "V"  # a word that tells a vague reference
YEAR = "Y"  # four digits
_FIRST_MARK = 0xE000  # Unicode's private use area
_MOST_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 40  # characters
# Letters that a pattern takes for s, k and i where it ignores case: long s, the sign of kelvin,
# and the i of Turkish without a dot and with one.
_ODD = frozenset("\u017f\u212a\u0131\u0130")
_WORD, _DIGIT, _YEAR = re.compile(r"[^\W\d_]+"), re.compile(r"\d"), re.compile(r"\d{4}")
_CLOCK_BEFORE_ITS_HALF = re.compile(r"\d[.:]\d\d\s+[apAP]\.?[mM]")
_CLOCK = re.compile(r"\d[.:]\d\d$")


class Cut(NamedTuple):
    """The tokens of a chunk, and whether one of them tells that a rule may match."""

    words: list[str]
    lows: list[str]
    letters: str
    tells: bool


class Chunk(NamedTuple):
    """The tokens of a chunk: as written, in lower case, as letters; and its marks.

    `lengths` are by turns those of what stands before a token, nothing as a rule, and of the token;
    `behind_a_blank` the same with a blank before the chunk.
    """

    words: tuple[str, ...]
    lows: tuple[str, ...]
    letters: str
    marks: str
    lengths: tuple[int, ...]
    behind_a_blank: tuple[int, ...]


class Chunks(dict[str, Chunk]):
    """The chunks met so far."""

    def __init__(
        self,
        lexicon: Lexicon,
        cutter: Cutter,
        vague: frozenset[str],
        cut: Callable[[str], Cut],
    ) -> None:
        """Cut chunks with `cut`; `vague` words tell a vague reference."""
        self._cut = cut
        self._vague = vague
        self._own_numbers = cutter.own_numbers
        longer = longer_words_by_rarest(lexicon)
        marks = [chr(_FIRST_MARK + number) for number in range(len(longer) + 1)]
        self._marks_of = dict(zip(longer, marks, strict=False))
        self._clock = marks[-1]
        self._ties = dict(zip(marks, [*longer.values(), _CLOCK_BEFORE_ITS_HALF], strict=True))

    def __missing__(self, text: str) -> Chunk:
        """Cut a chunk."""
        cut = self._cut(text)
        marks = self._marks(text, cut)
        lengths = _lengths(text, cut.words)
        blank = (lengths[0] + 1, *lengths[1:]) if lengths else ()
        words, lows = tuple(cut.words), tuple(cut.lows)
        chunk = Chunk(words, lows, cut.letters, marks, lengths, blank)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[text] = chunk
        return chunk

    def _marks(self, text: str, cut: Cut) -> str:
        words = _WORD.findall(text.lower())
        marks = "".join(self._marks_of.get(word, "") for word in words)
        if cut.tells:
            marks += TELLING
        if (self._own_numbers and _DIGIT.search(text)) or not _ODD.isdisjoint(text):
            marks += WHOLE
        if _CLOCK.search(text):
            marks += self._clock
        if not self._vague.isdisjoint(cut.lows):
            marks += VAGUE
        return marks + YEAR if _YEAR.search(text) else marks

    def whole(self, marks: str, stretch: str) -> bool:
        """Tell whether a stretch has to be cut as a whole, by the marks of its chunks.

        It has where a token holds a blank ("Ash Wednesday"), or the next settles it ("9.30 a.m.").
        """
        if WHOLE in marks:
            return True
        # Each pattern is tried once, however often a text repeats its word.
        return any(self._ties[mark].search(stretch) for mark in self._ties.keys() & set(marks))


def _lengths(text: str, words: list[str]) -> tuple[int, ...]:
    lengths: list[int] = []
    at = 0
    for word in words:
        first = text.index(word, at)
        lengths += (first - at, len(word))
        at = first + len(word)
    return tuple(lengths)
