"""Text as tokens with their classes, one letter for each set of classes.

A rule is a regular expression over these letters, so that matching needs no look at the text.
"""

from functools import lru_cache
from typing import NamedTuple

from timeline.languages import Lexicon, load
from timeline.tagging.token_pattern import token_pattern

_PUNCTUATION = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "—": "HYPHEN",
    "/": "SLASH",
    "(": "LPAREN",
    ")": "RPAREN",
}
_NAMES = frozenset(("MONTH", "WEEKDAY"))  # what some words are with a capital only
_FIRST_LETTER = 0xE000  # Unicode's private use area: letters that no text is matched against
MIN_YEAR, MAX_YEAR = 1000, 2199


class Token(NamedTuple):
    """A word, number or sign of the text; `low` is its lower-case form.

    A tuple, for a text has very many and they are made four times as fast.
    """

    text: str
    low: str
    start: int
    end: int
    letter: str


class Alphabet:
    """The letters of one language: which sets of classes occur, and the letter of each."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start with no letters; they are given out as words are met."""
        self.lexicon = lexicon
        self.pattern = token_pattern(lexicon)
        self._letters: dict[frozenset[str], str] = {}
        self._words: dict[bool, dict[str, str]] = {False: {}, True: {}}
        self._kinds: dict[tuple[str, ...], str] = {}
        self.none = self._letter(frozenset())  # of words that say nothing of time
        self._complete()

    def letters_of(self, name: str) -> str:
        """Give every letter whose set of classes holds the named one."""
        return "".join(letter for classes, letter in self._letters.items() if name in classes)

    def letter_of_word(self, low: str, *, capital: bool) -> str:
        """Give the letter of a word, which may need its capital to be a name of time."""
        return self._words[capital].get(low, self.none)

    def letter_of_classes(self, *names: str) -> str:
        """Give the letter of a set of classes."""
        found = self._kinds.get(names)
        if found is None:
            found = self._kinds[names] = self._letter(frozenset(names))
        return found

    def _letter(self, classes: frozenset[str]) -> str:
        if classes not in self._letters:
            self._letters[classes] = chr(_FIRST_LETTER + len(self._letters))
        return self._letters[classes]

    def _complete(self) -> None:
        """Give out all letters now, for patterns are compiled against a fixed alphabet."""
        words = {w for group in self.lexicon.classes.values() for w in group}
        words |= {w for group in self.lexicon.literals.values() for w in group}
        for word in sorted(words):
            classes = self.lexicon.classes_of(word)
            small = classes - _NAMES if word in self.lexicon.capital else classes
            self._words[False][word] = self._letter(small)
            self._words[True][word] = self._letter(classes)
        for name in sorted({*_PUNCTUATION.values(), *_NUMBER_KINDS}):
            self._letter(frozenset((name,)))
        for number in (*range(34), 59, 60, 99, 100, 999, 1000, 2000, 2200, 9999, 10_000):
            self._letter(frozenset(integer_classes(str(number))))


_NUMBER_KINDS = (
    "ISODATE",
    "NUMERICDATE",
    "CLOCK",
    "DECADE",
    "QUARTERCODE",
    "SHORTYEAR",
    "NUMBER",
    "HALFDAY",
    "SIGN",
)


@lru_cache(maxsize=4096)
def integer_classes(digits: str) -> tuple[str, ...]:
    """Give the classes of a whole number by its size and number of digits."""
    if len(digits) > 9:  # noqa: PLR2004 - no year, day or count of units is that long
        return ()
    value = int(digits)
    classes = ["NUMBER"]
    if len(digits) <= 2 and 1 <= value <= 31:  # noqa: PLR2004
        classes.append("DAYNUM")
    if len(digits) == 2:  # noqa: PLR2004
        classes.append("SHORTYEAR")
    if len(digits) == 4 and MIN_YEAR <= value <= MAX_YEAR:  # noqa: PLR2004
        classes.append("YEAR")
    return tuple(classes)


def ordinal_classes(text: str) -> tuple[str, ...]:
    """Give the classes of "14th", "1er"."""
    value = int("".join(c for c in text if c.isdecimal()))
    return ("ORDINAL", "DAYNUM") if 1 <= value <= 31 else ("ORDINAL",)  # noqa: PLR2004


@lru_cache(maxsize=32)
def alphabet(language: str) -> Alphabet:
    """Give the alphabet of a language; raise WordDataError where there is none."""
    made = Alphabet(load(language))
    for text in ("1st", "45th"):
        made.letter_of_classes(*ordinal_classes(text))
    return made


def tokenise(text: str, start: int, end: int, letters: Alphabet) -> list[Token]:
    """Cut a stretch of text into tokens; their offsets count in the whole text."""
    return [
        _token(m.lastgroup or "", m.group(), m.start(), letters)
        for m in letters.pattern.finditer(text, start, end)
    ]


def _token(kind: str, text: str, start: int, letters: Alphabet) -> Token:
    low = text.lower()
    if kind == "WORD":  # nearly all are
        letter = letters.letter_of_word(low, capital=text[0].isupper())
        return Token(text, low, start, start + len(text), letter)
    kind = kind.partition("_")[0]
    match kind:
        case "WORD":
            low = low if low.isalpha() else " ".join(low.replace("’", "'").split())
            letter = letters.letter_of_word(low, capital=text[0].isupper())
        case "INT":
            letter = letters.letter_of_classes(*(integer_classes(text) or ("SIGN",)))
        case "AMOUNT":
            letter = letters.letter_of_classes("NUMBER")
        case "ORDINALNUM":
            letter = letters.letter_of_classes(*ordinal_classes(text))
        case "SHORT":
            letter = letters.letter_of_classes("SHORTYEAR")
        case "OTHER" | "CLITIC":
            letter = letters.letter_of_classes(_PUNCTUATION.get(text, "SIGN"))
        case _:
            letter = letters.letter_of_classes(kind)
    return Token(text, low, start, start + len(text), letter)
