"""What stands between two blanks, cut into tokens once: "Monday,", "(Reuters)".

A text is made of few such chunks, over and over, and nearly all of them are cut in the same way
wherever they stand. Those that may not be are marked, and their sentence is cut as a whole.
"""

import re
from collections.abc import Callable
from itertools import chain, pairwise
from typing import Any, NamedTuple

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


# The tokens of a chunk in one tuple, one after the other: of each its word as written and in lower
# case, its letter, marks (all of the chunk's with its first token), and how far it is to the next
# token, from the last one to that of the next chunk, behind one blank. Lying so, the tokens of a
# sentence are put together and taken apart again without a look at each.
Chunk = tuple[Any, ...]
WORD, LOW, LETTER, MARKS, STEP = (slice(place, None, 5) for place in range(5))


class Chunks(dict[str, Chunk]):
    """The chunks met so far; `silent` are those without a mark."""

    def __init__(
        self,
        lexicon: Lexicon,
        cutter: Cutter,
        vague: frozenset[str],
        cut: Callable[[str], Cut],
    ) -> None:
        """Cut chunks with `cut`; `vague` words tell a vague reference."""
        self.silent: set[str] = set()
        self._cut = cut
        self._vague = vague
        self._own_numbers = cutter.own_numbers
        longer = longer_words_by_rarest(lexicon)
        marks = [chr(_FIRST_MARK + number) for number in range(len(longer) + 1)]
        self._marks_of = dict(zip(longer, marks, strict=False))
        self._clock = marks[-1]
        self._untied = dict.fromkeys(map(ord, marks), "")
        self._ties = dict(zip(marks, [*longer.values(), _CLOCK_BEFORE_ITS_HALF], strict=True))

    def __missing__(self, text: str) -> Chunk:
        """Cut a chunk."""
        cut = self._cut(text)
        marks = self._marks(text, cut)
        marks_of_tokens = [marks, *[""] * (len(cut.words) - 1)]
        tokens = zip(
            cut.words, cut.lows, cut.letters, marks_of_tokens, _steps(text, cut.words), strict=False
        )
        chunk = tuple(chain.from_iterable(tokens))
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[text] = chunk
            if not marks:
                self.silent.add(text)
        return chunk

    def clear(self) -> None:
        """Forget what was met."""
        super().clear()
        self.silent.clear()

    def _marks(self, text: str, cut: Cut) -> str:
        marks = TELLING if cut.tells else ""
        if not self._vague.isdisjoint(cut.lows):
            marks += VAGUE
        if not _ODD.isdisjoint(text):
            marks += WHOLE
        if text.isalpha():
            return marks + self._marks_of.get(text.lower(), "")
        marks += "".join(self._marks_of.get(word, "") for word in _WORD.findall(text.lower()))
        return marks + self._marks_of_digits(text)

    def _marks_of_digits(self, text: str) -> str:
        if not _DIGIT.search(text):
            return ""
        marks = WHOLE if self._own_numbers else ""
        if _CLOCK.search(text):
            marks += self._clock
        return marks + YEAR if _YEAR.search(text) else marks

    def settled(self, marks: str, stretch: str) -> tuple[bool, str]:
        """Return, by the marks of its chunks, whether a stretch has to be cut as a whole.

        It has where a token holds a blank ("Ash Wednesday"), or the next settles it ("9.30 a.m.").
        Return the marks as well, without those of patterns that are not found.
        """
        if WHOLE in marks:
            return True, marks
        if marks.isascii():  # no pattern may tie chunks
            return False, marks
        # Each pattern is tried once, however often a text repeats its word.
        if any(self._ties[mark].search(stretch) for mark in self._ties.keys() & set(marks)):
            return True, marks
        return False, marks.translate(self._untied)


def _steps(text: str, words: list[str]) -> tuple[int, ...]:
    if len(words) == 1 and len(words[0]) == len(text):  # most chunks
        return (len(text) + 1,)
    starts: list[int] = []
    at = 0
    for word in words:
        first = text.index(word, at)
        starts.append(first)
        at = first + len(word)
    return tuple(two - one for one, two in pairwise([*starts, len(text) + 1]))
