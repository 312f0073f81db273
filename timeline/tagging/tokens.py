"""Text as tokens with their classes, one letter for each set of classes.

A rule is a regular expression over these letters, so that matching needs no look at the text.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache, partial
from itertools import accumulate
from typing import Any, NamedTuple, overload

from timeline.languages import Lexicon, load
from timeline.tagging.chunks import LETTER, LOW, MARKS, STEP, WORD, Chunks, Cut
from timeline.tagging.token_classes import (
    PUNCTUATION,
    classes_of_kind,
    integer_classes,
    ordinal_classes,
)
from timeline.tagging.token_pattern import token_cutter

# Classes without which no rule of any language matches.
TRIGGERS = (
    "ISODATE",
    "NUMERICDATE",
    "MONTHDATE",
    "LOOSEDATE",
    "PERIODCODE",
    "CLOCK",
    "DECADE",
    "QUARTERCODE",
    "YEAR",
    "MONTH",
    "WEEKDAY",
    "WEEKDAYS",
    "SEASON",
    "UNIT",
    "UNITS",
    "QUARTER",
    "PERIOD",
    "HALF",
    "CENTURY",
    "DECADEWORD",
    "DAYPART",
    "DAYREF",
    "ADVERB",
    "HOLIDAY",
    "DAYOFFEAST",
    "YEARSTART",
    "ERA",
    "TONIGHT",
    "SINCE",
    "HALFDAY",
)
_NAMES = frozenset(("MONTH", "WEEKDAY", "HOLIDAY"))  # what some words are with a capital only
_UNSURE = "\ue000"  # the letter of what only its surroundings tell: "9.30" is a clock before "a.m."
_FIRST_LETTER = 0xE001  # Unicode's private use area: letters that no text is matched against
_MOST_REMEMBERED = 30_000  # words whose letter is remembered
_LONGEST_REMEMBERED = 40  # characters


class Token(NamedTuple):
    """A word, number or sign of the text; `low` is its lower-case form.

    A tuple, for a text has very many and they are made four times as fast.
    """

    text: str
    low: str
    start: int
    end: int
    letter: str


class VaguePhrase(NamedTuple):
    """A reference that names no date: its words, what is marked, and the word that tells it."""

    kind: str
    words: list[str]
    marked: slice
    telling: str


_made = partial(tuple.__new__, Token)  # what Token._make does, twice as fast


class Alphabet:
    """The letters of one language: which sets of classes occur, and the letter of each."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start with no letters; they are given out as words are met."""
        self.lexicon = lexicon
        self.cutter = token_cutter(lexicon)
        self._letters: dict[frozenset[str], str] = {}
        self._words: dict[bool, dict[str, str]] = {False: {}, True: {}}
        self._kinds: dict[tuple[str, ...], str] = {}
        self.none = self._letter(frozenset())  # of words that say nothing of time
        self._complete()
        self.by_text = _ByText(self)
        self.vague = self._vague_phrases()
        vague = frozenset(phrase.telling for phrase in self.vague)
        self.chunks = Chunks(lexicon, self.cutter, vague, self._cut_chunk)

    def _vague_phrases(self) -> list["VaguePhrase"]:
        found = []
        for kind, group in self.lexicon.vague.items():
            for phrase in group:
                words, marked = self._cut_chunk(phrase).lows, slice(None)
                if "[" in words:  # "may [soon]"
                    marked = slice(words.index("["), words.index("]") - 1)
                    words = [word for word in words if word not in "[]"]
                found.append(VaguePhrase(kind, words, marked, self._rarest(words[marked])))
        return found

    def _rarest(self, words: list[str]) -> str:
        """Return the word of a phrase that asks for the fewest looks at a text.

        One with which a rule may match is looked at already; one of no class is rarer than "this".
        Of equal ones it is the last, for a phrase leads to its noun: "the long term".
        """
        lexicon = self.lexicon

        def seldom(word: str) -> tuple[bool, bool, int]:
            telling = self.letter_of_word(word, capital=False) in self.telling
            return telling, not lexicon.classes_of(word), len(word)

        return max(reversed(words), key=seldom)

    def _cut_chunk(self, text: str) -> Cut:
        if text.isalpha() or (text.isdecimal() and not self.cutter.own_numbers):
            words, lows, letters = [text], [text.lower()], self.by_text[text]
        else:
            line = Line(text, 0, len(text), self, whole=True)
            words, lows, letters = line.words, line.lows, line.letters
        return Cut(words, lows, letters, tells=not self.telling.isdisjoint(letters))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The letters without one of which no rule matches."""
        names = (*TRIGGERS, *self.lexicon.triggers)
        return frozenset(letter for name in names for letter in self.letters_of(name))

    def all_letters(self) -> list[str]:
        """Return every letter."""
        return list(self._letters.values())

    def letters_of(self, name: str) -> str:
        """Return every letter whose set of classes holds the named one."""
        return "".join(letter for classes, letter in self._letters.items() if name in classes)

    def letter_of_word(self, low: str, *, capital: bool) -> str:
        """Return the letter of a word, which may need its capital to be a name of time."""
        return self._words[capital].get(low, self.none)

    def tells(self, word: str) -> bool:
        """Return whether a word or number can say something of time."""
        return self.by_text[word] != self.none

    def letter_of_classes(self, *names: str) -> str:
        """Return the letter of a set of classes."""
        found = self._kinds.get(names)
        if found is None:
            found = self._kinds[names] = self._letter(frozenset(names))
        return found

    def _letter(self, classes: frozenset[str]) -> str:
        if classes not in self._letters:
            self._letters[classes] = chr(_FIRST_LETTER + len(self._letters))
        return self._letters[classes]

    def _complete(self) -> None:
        """Make all letters now, for patterns are compiled against a fixed alphabet."""
        words = {w for group in self.lexicon.classes.values() for w in group}
        words |= {w for group in self.lexicon.literals.values() for w in group}
        for word in sorted(words):
            classes = self.lexicon.classes_of(word)
            small = classes - _NAMES if word in self.lexicon.capital else classes
            self._words[False][word] = self._letter(small)
            self._words[True][word] = self._letter(classes)
        for name in sorted({*PUNCTUATION.values(), *_NUMBER_KINDS}):
            self._letter(frozenset((name,)))
        for number in (
            *range(34),
            59,
            60,
            99,
            100,
            999,
            1000,
            2000,
            2200,
            9999,
            10_000,
            20_100_312,
        ):
            self._letter(frozenset(integer_classes(str(number))))


_NUMBER_KINDS = (
    "ISODATE",
    "NUMERICDATE",
    "MONTHDATE",
    "PERIODCODE",
    "OFFSET",
    "CLOCK",
    "DECADE",
    "QUARTERCODE",
    "SHORTYEAR",
    "NUMBER",
    "HALFDAY",
    "SIGN",
)


@lru_cache(maxsize=32)
def alphabet(language: str) -> Alphabet:
    """Return the alphabet of a language; raise WordDataError where there is none."""
    made = Alphabet(load(language))
    for text in ("1st", "45th"):
        made.letter_of_classes(*ordinal_classes(text))
    made.letter_of_classes(*classes_of_kind("SHORT", "'98"))
    return made


class _ByText(dict[str, str]):
    """The letter of a token by its text, `_UNSURE` where that does not tell; as far as met."""

    def __init__(self, letters: Alphabet) -> None:
        self._alphabet = letters

    def __missing__(self, text: str) -> str:
        letter = self._letter(text)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[text] = letter
        return letter

    def _letter(self, text: str) -> str:
        if text.isalpha():
            return self._alphabet.letter_of_word(text.lower(), capital=text[0].isupper())
        if text.isdecimal() and not self._alphabet.cutter.own_numbers:
            return self._alphabet.letter_of_classes(*classes_of_kind("INT", text))
        sign = len(text) == 1 and not text.isalnum()
        if sign or (text[0] in "'’" and text[1:].isalpha()):
            return self._alphabet.letter_of_classes(PUNCTUATION.get(text, "SIGN"))
        return _UNSURE


class Line(Sequence[Token]):
    """A stretch of text cut into tokens, of which words, lower-case words and letters lie apart.

    Few tokens are asked for as such, or for their places, so that both are made when they are.
    `marks` are those of its chunks: "" where no rule can match.
    """

    __slots__ = ("_start", "_starts", "_steps", "_stretch", "letters", "lows", "marks", "words")

    def __init__(  # noqa: PLR0913 - the pieces, so that none is cut twice
        self,
        text: str,
        start: int,
        end: int,
        letters: Alphabet,
        pieces: list[str] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Cut `text` from `start` to `end`: chunk by chunk where a `whole` would be the same.

        `pieces` are what stands between its blanks, where the caller has them.
        """
        self._stretch = stretch = text[start:end]
        self._start = start
        self._starts: list[int] | None = None
        self.marks = ""
        if not whole:
            self._join(letters.chunks, stretch.split() if pieces is None else pieces)
            whole, self.marks = letters.chunks.settled(self.marks, stretch)
        if whole:
            pieces = letters.cutter.cut.split(stretch)
            self._starts = list(accumulate(map(len, pieces), initial=start))[1::2]
            self.words = pieces[1::2]
            self.lows = list(map(str.lower, self.words))
            self.letters = "".join(map(letters.by_text.__getitem__, self.words))
            if _UNSURE in self.letters:
                self._make_sure(stretch, letters)

    def _join(self, chunks: Chunks, pieces: list[str]) -> None:
        tokens: list[Any] = []
        for piece in pieces:
            tokens += chunks[piece]
        self.words, self.lows, self._steps = tokens[WORD], tokens[LOW], tokens[STEP]
        self.letters, self.marks = "".join(tokens[LETTER]), "".join(tokens[MARKS])

    def _make_sure(self, stretch: str, letters: Alphabet) -> None:
        line = list(self.letters)
        at = self.letters.find(_UNSURE)
        while at >= 0:
            word = self.words[at]
            kind = letters.cutter.kind(stretch, self.starts()[at] - self._start)
            if kind == "WORD":
                self.lows[at] = low = " ".join(word.lower().replace("’", "'").split())
                line[at] = letters.letter_of_word(low, capital=word[0].isupper())
            else:
                line[at] = letters.letter_of_classes(*classes_of_kind(kind, word))
            at = self.letters.find(_UNSURE, at + 1)
        self.letters = "".join(line)

    def starts(self) -> list[int]:
        """Return where in the whole text each token starts."""
        if self._starts is None:
            starts = list(accumulate(self._steps, initial=self._start))
            if starts.pop() - self._start != len(self._stretch) + 1:  # not one blank each
                starts = self._sought()
            self._starts = starts
        return self._starts

    def _sought(self) -> list[int]:
        starts, at = [], 0
        for word in self.words:  # nothing but blanks and low lines stands between two
            first = self._stretch.index(word, at)
            at = first + len(word)
            starts.append(self._start + first)
        return starts

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where in the whole text tokens `first` up to, not including, `last` stand."""
        starts = self.starts()
        return starts[first], starts[last - 1] + len(self.words[last - 1])

    def word(self, place: int) -> str:
        """Return a token's text, "" before the first and after the last."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def gap(self, place: int) -> str:
        """Return what stands before a token: blanks, or nothing; after the last one too."""
        before = self.span(0, place)[1] - self._start if place else 0
        if place == len(self.words):
            return self._stretch[before:]
        return self._stretch[before : self.starts()[place] - self._start]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        """Make a token, or those of a stretch; their offsets count in the whole text."""
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self.words)))]
        at = place if place >= 0 else place + len(self.words)
        word, start = self.words[at], self.starts()[at]
        return _made((word, self.lows[at], start, start + len(word), self.letters[at]))
