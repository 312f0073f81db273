"""Which refiners can change a reading, told from the reading alone.

Most sentences hold a weekday or a year and nothing else, and few refiners have to look at them.
What a reading concerns is found out once for the same words, so that it costs nothing later.
"""

from collections.abc import Sequence

from timeline.languages import Lexicon
from timeline.model.granularity import names_a_month
from timeline.model.meaning import (
    Absolute,
    AtTime,
    Between,
    Bounded,
    Current,
    Length,
    Meaning,
    Occurrence,
    Shift,
    Stretch,
)
from timeline.model.units import Unit
from timeline.tagging.joined_dates import is_loose
from timeline.tagging.tokens import Token

# Flags; a reading concerns several at once.
YEAR = 1  # a number that may be no year
AMBIGUOUS = 1 << 1  # "may", "fall"
NAME = 1 << 2  # what people, papers or streets are called
WEEKDAY = 1 << 3
SECOND = 1 << 4
AGE = 1 << 5
FRACTION = 1 << 6  # "three-quarters"
ERA = 1 << 7
PART = 1 << 8  # halves and quarters, also of a match
WORD = 1 << 9  # a word alone
CONJUNCTION = 1 << 10
SHIFT = 1 << 11
CLOCK = 1 << 12
UNIT = 1 << 14  # the unit that a text is in: "the year"
MONTH = 1 << 15  # a month, which may lack a part that is not read
LOOSE = 1 << 16  # digits that may be no date
SEVERAL = 1 << 13  # more than one reading in the sentence


def concerns(meaning: Meaning, words: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the flags of a reading of some words."""
    month = MONTH if names_a_month(meaning) else 0
    return _of_meaning(meaning, words, lexicon) | _of_words(words, lexicon) | month


def _of_meaning(meaning: Meaning, words: Sequence[Token], lexicon: Lexicon) -> int:
    match meaning:
        case Absolute() | Between():
            return YEAR
        case Length(unit=unit):
            second = SECOND if unit is Unit.SECOND else 0
            return AGE | second | (FRACTION if unit is Unit.QUARTER else 0)
        case Shift(unit=unit):
            second = SECOND if unit is Unit.SECOND else 0
            both = {"CONJUNCTION", "AFTERWARDS"} <= lexicon.classes_of(words[-1].low)
            return SHIFT | second | (CONJUNCTION if both else 0)
        case Bounded():
            return CONJUNCTION
        case Stretch():
            return PART
        case Occurrence(fields=fields):
            street = NAME if fields.month and fields.day else 0
            return street | (PART if fields.half or fields.quarter else 0)
        case AtTime():
            return CLOCK
        case Current():
            return UNIT
        case _:
            return 0


def _of_words(words: Sequence[Token], lexicon: Lexicon) -> int:
    flags = 0
    if len(words) == 1:
        flags |= NAME | WORD if words[0].text[0].isalpha() else 0
    elif all(word.text[0].isupper() for word in words):
        flags |= NAME  # "This Week"
    if words[-1].low in lexicon.ambiguous or "SEASON" in lexicon.classes_of(words[-1].low):
        flags |= AMBIGUOUS
    if "WEEKDAY" in lexicon.classes_of(words[0].low):
        flags |= WEEKDAY
    if any("ERA" in lexicon.classes_of(word.low) for word in words):
        flags |= ERA
    if len(words[-1].text) == len("30s") and words[-1].text[0].isdecimal():
        flags |= AGE
    if is_loose(words[0].text):
        flags |= LOOSE
    return flags
