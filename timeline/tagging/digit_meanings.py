"""Meanings of dates in digits, or with a month's name joined to them: one word, or three."""

from dataclasses import replace
from functools import lru_cache

from timeline.languages import load
from timeline.model import calendar
from timeline.model.meaning import Absolute, AtTime, Fields, Meaning
from timeline.tagging.calendar_meanings import placed
from timeline.tagging.captured import Captured
from timeline.tagging.joined_dates import ROMAN_MONTHS, JoinedDate, read_named, read_year_first
from timeline.tagging.short_years import full_year
from timeline.tagging.token_pattern import months_of

_MONTHS, _HUNDRED = 12, 100
_YEAR_DIGITS, _DAY_DIGITS = 4, 2


def iso_date(captured: Captured) -> Meaning | None:
    """Read `2024-07-31` and `2024-07-31T09:30:00Z`; its day alone where no clock shows the time."""
    found = captured.get("iso")
    read = None if found is None else read_year_first(found.tokens[0].text)
    return None if read is None else _of_joined(read, captured)


def joined_date(captured: Captured) -> Meaning | None:
    """Read `24-Aug-2021`, `12/Mar/2010:16:57:18`, `Aug-2021`."""
    found = captured.get("joined")
    if found is None:
        return None
    text = found.tokens[0].text
    read = read_named(text, _joined_months(captured.lexicon.language))
    if read is None:
        return None
    if read.year is not None and read.year < _HUNDRED:
        read = replace(read, year=full_year(read.year))
    return _of_joined(read, captured)


@lru_cache(maxsize=32)
def _joined_months(language: str) -> dict[str, int]:
    return months_of(load(language))


def _of_joined(read: JoinedDate, captured: Captured) -> Meaning:
    if read.day is not None:
        calendar.day_number(2000 if read.year is None else read.year, read.month, read.day)
    whole = placed(Fields(year=read.year, month=read.month, day=read.day))
    if read.clock is None:
        return whole
    zone = captured.zone()
    return AtTime(whole, read.clock + zone if zone and read.clock[-1].isdigit() else read.clock)


def numeric_date(captured: Captured) -> Meaning | None:
    """Read `31/7/2024` and `7/31/24` in the order of the language unless only the other fits."""
    found = captured.get("numeric")
    if found is None:
        return None
    text = "".join(token.text for token in found.tokens)
    sign = next(sign for sign in "/.-–—" if sign in text)
    first, second, year = (int(part) for part in text.split(sign))
    year = full_year(year) if year < 100 else year  # noqa: PLR2004 - two digits
    month_first = sign != "." and not captured.lexicon.writing.day_first
    month, day = (first, second) if _in_order(month_first, first, second) else (second, first)
    calendar.day_number(year, month, day)
    return Absolute(Fields(year=year, month=month, day=day))


def blank_date(captured: Captured) -> Meaning | None:
    """Read "2018 03 25", "25 03 2018", "25 III 2018": numbers with nothing but a blank between.

    Years come first or last; a day or month in digits has two of them.
    """
    found = captured.get("numbers")
    if found is None:
        return None
    first, second, third = (token.text for token in found.tokens)
    if len(first) == _YEAR_DIGITS:
        year, month_first, pair = first, True, (second, third)
    else:
        year, month_first, pair = third, not captured.lexicon.writing.day_first, (first, second)
    if not pair[1].isdecimal():
        month, day = ROMAN_MONTHS[pair[1].lower()], int(pair[0])
        if not pair[1].isupper():
            return None
    elif any(len(digits) != _DAY_DIGITS for digits in pair):
        return None
    else:
        one, two = map(int, pair)
        month, day = (one, two) if _in_order(month_first, one, two) else (two, one)
    calendar.day_number(int(year), month, day)
    return Absolute(Fields(year=int(year), month=month, day=day))


def _in_order(month_first: bool, first: int, second: int) -> bool:  # noqa: FBT001 - read with it
    """Return whether the first of two numbers is the month."""
    return first <= _MONTHS if month_first else second > _MONTHS >= first
