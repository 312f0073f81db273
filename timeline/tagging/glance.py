"""A first look at a sentence: whether it can name a time at all, before it is cut into tokens.

More than half of the sentences of news name none. The look must never miss what a rule reads,
and may let pass what none does: it knows the words without which no rule matches, the longest
word of each vague reference, and the shapes of numbers that can be dates.
"""

import re
from functools import lru_cache

from timeline.languages import Lexicon, load

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
    "UPCOMING",
    "HALFDAY",
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = (
    r"\d{4}",
    r"\d[:.]\d",
    r"\d[/.]\d{1,2}[/.]\d",
    r"\d0['’]?s",
    r"[Qq][1-4]",
    r"\d\s?[apAP]\.?[mM]",
)


@lru_cache(maxsize=32)
def _words(language: str) -> frozenset[str]:
    """Give a word of everything that can make a reading, in the ways it is capitalised."""
    longest = {_longest_word(phrase) for phrase in _phrases(load(language))}
    telling = {word for word in longest if len(word) > 1}
    return frozenset(form for word in telling for form in (word, word.capitalize(), word.upper()))


@lru_cache(maxsize=32)
def _shapes(language: str) -> re.Pattern[str]:
    """Give the shapes of numbers, and the abbreviations that hold no word ("a.m.")."""
    lexicon = load(language)
    short = sorted(p for p in _phrases(lexicon) if len(_longest_word(p)) <= 1)
    abbreviated = [f"(?i:{re.escape(phrase)})" for phrase in short]
    return re.compile("|".join((*_NUMBERS, *_own_numbers(lexicon), *abbreviated)))


def _phrases(lexicon: Lexicon) -> set[str]:
    phrases = {phrase for group in lexicon.vague.values() for phrase in group}
    for name in (*TRIGGERS, *lexicon.triggers):
        phrases.update(lexicon.classes.get(name, ()), lexicon.literals.get(name, ()))
    return phrases


def _longest_word(phrase: str) -> str:
    return max(_WORD.findall(phrase), key=len, default="")


def _own_numbers(lexicon: Lexicon) -> list[str]:
    telling = {*TRIGGERS, *lexicon.triggers}
    return [f"(?:{pattern})" for kind, pattern in lexicon.writing.tokens if kind in telling]


def may_hold_time(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a stretch of text can hold a time expression."""
    if not _words(language).isdisjoint(_WORD.findall(text, start, end)):
        return True
    return _shapes(language).search(text, start, end) is not None
