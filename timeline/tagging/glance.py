"""A first look at a sentence: whether it can name a time at all, before it is cut into tokens.

More than half of the sentences of news name none. The look must never miss what a rule reads,
and may let pass what none does: it knows the words without which no rule matches, the longest
word of each vague reference, and the shapes of numbers that can be dates.
"""

import re
from functools import lru_cache

from timeline.languages import Lexicon, load
from timeline.tagging.token_pattern import KINDS_OF_LETTERS

# Classes without which no rule of any language matches.
TRIGGERS = (
    "ISODATE",
    "NUMERICDATE",
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
_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTERS = str.maketrans({chr(n): " " for n in range(128) if not chr(n).isalpha()})
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d(?:\d{3}|[:.]\d|[/.]\d{1,2}[/.]\d|0['’]?s|\s?[apAP]\.?[mM])|[Qq][1-4]")


@lru_cache(maxsize=32)
def _words(language: str) -> frozenset[str]:
    """Give a word of everything that can make a reading, in lower case."""
    return frozenset(longest_word(phrase) for phrase in _phrases(load(language)))


def _phrases(lexicon: Lexicon) -> set[str]:
    phrases = {phrase for group in lexicon.vague.values() for phrase in group}
    for name in (*TRIGGERS, *lexicon.triggers):
        phrases.update(lexicon.classes.get(name, ()), lexicon.literals.get(name, ()))
    return phrases


def words_of(stretch: str) -> list[str]:
    """Give the words of a stretch of text; those of plain ASCII are found four times as fast."""
    plain = stretch.isascii()
    return stretch.translate(_NO_LETTERS).split() if plain else _WORD.findall(stretch)


def longest_word(phrase: str) -> str:
    """Give "past" of "the past", and "m" of "a.m.": "a" is a word of its own.

    Where brackets show what a phrase marks, the word is one of that: "soon" of "would [soon]".
    """
    phrase = phrase[phrase.find("[") :].partition("]")[0] if "[" in phrase else phrase
    return max(_WORD.findall(phrase), key=lambda word: (len(word), word), default="")


@lru_cache(maxsize=32)
def _own_shapes(language: str, *, of_letters: bool) -> re.Pattern[str] | None:
    """Give what a language writes in its own way and is a trigger; None where there is none."""
    lexicon = load(language)
    telling = {*TRIGGERS, *lexicon.triggers}
    own = [
        f"(?:{pattern})"
        for kind, pattern in lexicon.writing.tokens
        if kind in telling and (kind in KINDS_OF_LETTERS) == of_letters
    ]
    return re.compile("|".join(own)) if own else None


def may_hold_time(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a stretch of text can hold a time expression."""
    stretch = text[start:end]
    if not _words(language).isdisjoint(words_of(stretch.lower())):
        return True
    if _DIGIT.search(stretch):
        numbers = _own_shapes(language, of_letters=False)
        if _NUMBERS.search(stretch) or (numbers and numbers.search(text, start, end)):
            return True
    letters = _own_shapes(language, of_letters=True)
    return letters is not None and letters.search(text, start, end) is not None
