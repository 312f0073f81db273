"""Isolated dates in the words of any language, by dateparser.

dateparser returns a moment and fills in what the text does not state. Here every string is read
against two reference days with no part in common: a part that is the same both times is stated, a
part that moves was filled in. So nothing is invented, and the clock has no say.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from timeline.languages.dateparser_adapter import read_moment
from timeline.languages.folders import MAIN
from timeline.languages.locale_file import clock_words, locale_facts
from timeline.languages.numeric_dates import PLAIN_YEARS, numeric_date
from timeline.languages.stated_date import StatedDate
from timeline.model.calendar import civil, day_number
from timeline.model.clock import offset, time_of_day
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import When

LONGEST = 80  # characters; a longer string is a sentence, not a date
_REFERENCES = (datetime(1804, 3, 17), datetime(2096, 10, 28))  # noqa: DTZ001 - civil dates
_YEARS = range(1, 10_000)  # those of Python's datetime
_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}

_IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_DASHES = str.maketrans("‐‑‒–—−", "------")
_NO_DATE = re.compile(r"[%$€£¥#@*=<>{}\\]")
_CLOCK = r"\d\d?[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?\s?m\b\.?)?"
_COLONS = re.compile(r"(?<![\d:])(\d\d?):(\d\d)(?::(\d\d))?(?![\d:])(\s*[ap]\.?m\b\.?)?")
_COUNT = re.compile(r"(?<!\d)(?:\d{3}|\d{5,})(?!\d)")  # no part of a date has so many digits
_FIXED_ZONE = re.compile(r"(?:UTC|GMT|Z)?\s*(?:[+-][\d:]+)?", re.IGNORECASE)


def read_date(
    text: str, languages: Sequence[str] = ("en",), reference: int | None = None
) -> When | None:
    """Read a string that is a date and nothing else; None where it is none.

    The precision is what the string states: a day, a month, a year, or a day with its time.
    Without `reference` a date that lacks its year is None. With `reference` (a day number) the
    missing year is the one that brings the date nearest to it, and relative words (`yesterday`,
    `hace dos semanas`) count from it. Digits in an open order (`03/04/2024`) follow the first
    language: see `numeric_date`.
    """
    stated = stated_date(text, languages)
    if stated is not None:
        return stated.when() or (None if reference is None else _nearest(stated, reference))
    return None if reference is None else _relative(_plain(text), tuple(languages), reference)


def stated_date(text: str, languages: Sequence[str] = ("en",)) -> StatedDate | None:
    """Return the parts that a date states, day and month without a year too; None if no date."""
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    if not any(c.isdigit() for c in plain) or _NO_DATE.search(plain):
        return None
    numeric = numeric_date(plain, languages[0] if languages else "en")
    if numeric is not None or not any(c.isalpha() for c in plain):
        return numeric
    return _worded(plain, tuple(languages))


def _plain(text: str) -> str:
    """The text with ASCII digits and hyphens and without invisible characters."""
    visible = unicodedata.normalize("NFKC", text.translate(_IGNORED)).translate(_DASHES)
    digits = "".join(str(unicodedata.decimal(c, c)) for c in visible)
    return " ".join(digits.split()).strip(" ,;|")


@lru_cache(maxsize=4096)
def _worded(text: str, languages: tuple[str, ...]) -> StatedDate | None:
    bare, zone = _without_zone(text)
    bare, odd = _without_odd_clock(bare, zone)
    if _COUNT.search(bare):
        return None
    first = read_moment(bare, languages, _REFERENCES[0], ("absolute-time",))
    second = first and read_moment(bare, languages, _REFERENCES[1], ("absolute-time",))
    if first is None or second is None:
        return None
    stated = _in_both(first.moment, second.moment)
    if stated.year is not None and not _year_shown(stated, bare):
        return None
    if stated.month is None and (stated.year not in PLAIN_YEARS or first.period != "year"):
        return None
    if not _numbers(bare) <= _explained(first.moment):
        return None
    if first.period == "time" and stated.day is not None:
        return replace(stated, clock=_clock(first.moment, zone))
    return replace(stated, clock=odd) if odd and stated.day is not None else stated


def _in_both(one: datetime, two: datetime) -> StatedDate:
    return StatedDate(
        one.year if one.year == two.year else None,
        one.month if one.month == two.month else None,
        one.day if one.day == two.day else None,
    )


def _without_odd_clock(text: str, zone: str | None) -> tuple[str, str | None]:
    """Take off a time that dateparser would refuse the date for: 24:00, a leap second, 25:00.

    Return the time as well, where clocks do show it.
    """
    found = _COLONS.search(text)
    if found is None:
        return text, None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    if hour < 24 and minute < 60 and second < 60:  # noqa: PLR2004 - what it reads
        return text, None
    bare = f"{text[: found.start()]}{text[found.end() :]}".strip(" ,;|")
    return bare, None if found[4] else time_of_day(hour, minute, second, zone)


def _without_zone(text: str) -> tuple[str, str | None]:
    """Take the zone off a time of day, keeping it where it is a number, Z, UTC or GMT.

    It is None where there is no such zone.

    dateparser would move IST to Israel, and a zone after a mere date to the day before.
    """
    found = _zone().search(text)
    if not found:
        return text, ""
    zone = found["zone"]
    bare = f"{text[: found.end('clock')]} {text[found.end() :]}".strip()
    return bare, offset(zone) if _FIXED_ZONE.fullmatch(zone) else ""


@lru_cache(maxsize=1)
def _zone() -> re.Pattern[str]:
    """A time of day with its zone, or with a word that stands behind it and names none."""
    names = "|".join(("UTC", "GMT", "Z", "[A-Z]{1,4}T", *map(re.escape, clock_words())))
    return re.compile(
        rf"(?P<clock>{_CLOCK}|\d\s*[ap]\.?m\b\.?)\s*\(?"
        rf"(?P<zone>(?:UTC|GMT|Z)?\s*[+-]\d\d?:?(?:\d\d)?|(?-i:{names}))\)?(?=$|\W)",
        re.IGNORECASE,
    )


def _year_shown(stated: StatedDate, text: str) -> bool:
    """Return whether the year stands in the text; as two digits only beside day and month."""
    numbers = re.findall(r"\d+", text)
    if f"{stated.year:04d}" in numbers:
        return True
    return stated.day is not None and f"{(stated.year or 0) % 100:02d}" in numbers


def _numbers(text: str) -> set[int]:
    return {int(digits) for digits in re.findall(r"\d+", text)}


def _explained(moment: datetime) -> set[int]:
    """Every number that this moment can show; another one in the text means it was misread."""
    hour, year = moment.hour, moment.year
    clock = {hour, hour % 12 or 12, moment.minute, moment.second}
    return {year, year % 100, moment.month, moment.day} | clock


def _clock(moment: datetime, zone: str | None) -> str | None:
    return time_of_day(moment.hour, moment.minute, moment.second, zone)


def _nearest(stated: StatedDate, reference: int) -> When | None:
    """Put a date without its year in the year that brings it nearest to the reference."""
    if stated.year is not None or stated.month is None:
        return None
    year = civil(reference)[0]
    dates = (
        StatedDate(near, stated.month, stated.day, stated.clock).when()
        for near in (year, year - 1, year + 1)
    )
    return min(
        (date for date in dates if date), key=lambda date: _distance(date, reference), default=None
    )


def _distance(date: When, reference: int) -> int:
    first, last = date.first or 0, date.last or 0
    return max(first - reference, reference - last, 0)


@lru_cache(maxsize=4096)
def _relative(text: str, languages: tuple[str, ...], reference: int) -> When | None:
    """Read words that count from the reference day: yesterday, Monday, two weeks ago."""
    year, month, day = civil(reference)
    if year not in _YEARS or len(text) > LONGEST or _NO_DATE.search(text):
        return None
    # Digits that name a date have been read before; here they only count: "2 weeks ago".
    counts = any(c.isdigit() for c in text) or _is_no_date(text, languages)
    named = () if counts else ("absolute-time",)
    base = datetime(year, month, day)  # noqa: DTZ001 - a civil date
    reading = read_moment(text, languages, base, ("relative-time", *named))
    if reading is None or reading.period not in _UNITS:
        return None
    moment = reading.moment
    number = day_number(moment.year, moment.month, moment.day)
    return When(*unit_bounds(_UNITS[reading.period], number))


def _is_no_date(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a word is rather another one than a time: "march", "may"."""
    return any(text in locale_facts(language).no_dates for language in (*languages, MAIN))
