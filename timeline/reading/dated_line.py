"""Whether a line that looks like a part of the page may hold a date, and so must be read.

The test errs on the side of keeping: any digit counts, and any word of time of the language. What a
page counts ("12 comments") and the year of a copyright notice are numbers of the page itself.
"""

import re
from functools import lru_cache

from timeline.languages import has_words, load
from timeline.languages.locale_words import locale_words
from timeline.languages.page_words import page_pattern
from timeline.reading.words import alternation, word_list

DATA = "boilerplate.toml"
# Classes of a language's words that stand for a time, alone or beside a number in words.
_TIME = (
    *("MONTH", "MONTHWORD", "WEEKDAY", "WEEKDAYS", "WEEKENDWORD", "SEASON", "UNIT", "UNITS"),
    *("MANYUNITS", "YEARUNIT", "YEARWORD", "WEEKWORD", "QUARTER", "CENTURY", "CENTURYNAME"),
    *("DECADEWORD", "DAYPART", "DAYREF", "DATEWORD", "TODAYPART", "LASTNIGHT", "MORROW", "NOON"),
    *("HOLIDAY", "HOLIDAYEVE", "YEARSTART", "TONIGHT", "AGO", "PERIOD", "HALFDAY"),
    *("WEEKDAYEVENING", "PARTOFWEEKDAY", "THATDAY", "SINCE", "SHORTDAY", "YEARADVERB"),
)
_MONTHS = ("MONTH", "MONTHWORD")
_WEEKDAYS = ("WEEKDAY", "SHORTDAY")


def may_hold_date(text: str, languages: tuple[str, ...], *, relative: bool = True) -> bool:
    """Return whether a line holds a digit, or a word of time of one of the languages.

    Where `relative` is off, of the words only months count.
    """
    rest = _numbers_of_the_page().sub(" ", text.replace("’", "'"))
    if any(map(str.isdigit, rest)):
        return True
    return any(_names_time(rest, code, _TIME if relative else _MONTHS) for code in languages)


@lru_cache(maxsize=32)
def months_and_weekdays(languages: tuple[str, ...]) -> tuple[str, str]:
    """Return what matches a month, and a weekday, of any of the languages."""
    codes = dict.fromkeys(code.split("-", maxsplit=1)[0].lower() for code in languages)
    found = [_time_words(code, classes) for classes in (_MONTHS, _WEEKDAYS) for code in codes]
    months, weekdays = found[: len(codes)], found[len(codes) :]
    return alternation(set().union(*months)), alternation(set().union(*weekdays))


def _names_time(text: str, language: str, classes: tuple[str, ...]) -> bool:
    code = language.split("-", maxsplit=1)[0].lower()
    found = _words(code, classes).finditer(text)
    # "may" and "march" are words of time with a capital only.
    return any(not hit[0].islower() or hit[0] not in _capital(code) for hit in found)


@lru_cache(maxsize=1)
def _numbers_of_the_page() -> re.Pattern[str]:
    neutral = word_list(DATA, "numbered", "patterns")
    return page_pattern("boilerplate.numbered", "patterns", *neutral, flags=re.IGNORECASE)


@lru_cache(maxsize=32)
def _capital(code: str) -> frozenset[str]:
    if not has_words(code):
        return frozenset()
    return load(code).capital - load(code).classes.get("DAYREF", {}).keys()  # German "morgen"


@lru_cache(maxsize=32)
def _words(code: str, classes: tuple[str, ...]) -> re.Pattern[str]:
    """Return the words of time of a language; those of dateparser where it has no word file."""
    words = _time_words(code, classes)
    locale = None if has_words(code) else locale_words(code)
    if not words:
        return re.compile(r"(?!)")
    parts_words = locale is None or locale.starts
    return _whole(words) if parts_words else re.compile(alternation(words), re.IGNORECASE)


def _time_words(code: str, classes: tuple[str, ...]) -> set[str]:
    if has_words(code):
        lexicon = load(code)
        words = {w for name in classes for w in lexicon.classes.get(name, {})}
        return words | {w for name in classes for w in lexicon.literals.get(name, ())}
    locale = locale_words(code)
    if locale is None:
        return set()
    if classes is _WEEKDAYS:
        return set(locale.weekdays)
    more = {*locale.weekdays, *locale.relative} if classes is _TIME else set()
    return {*locale.months, *more}


def _whole(words: set[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(words)})(?!\w)", re.IGNORECASE)
