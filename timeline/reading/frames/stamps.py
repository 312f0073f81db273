"""Stamps: a day with its clock time, as programs write it before what somebody wrote.

Day and clock may stand in either order, the day in digits or with the name of its month, in any
language. A numeric day whose order is open keeps both readings until the other stamps of the text
are known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from timeline.languages.date_order import stated_order
from timeline.languages.dates import stated_date
from timeline.languages.folders import FRAMES, languages_with
from timeline.languages.frame_words import frame_words
from timeline.languages.locale_file import puts_month_first
from timeline.languages.locale_words import locale_words
from timeline.model.calendar import day_number
from timeline.reading.words import alternation

Date = tuple[int, int, int]  # year, month, day
EARLIEST, LATEST = 1900, 2199  # years in which somebody stamped what he wrote
_PIVOT = 69  # two digits: 69 to 99 are 1969 to 1999, as POSIX has it
_MONTHS = range(1, 13)
_SHORTEST = 3  # letters of a month's abbreviation

_YEAR_FIRST = (
    r"\d{4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}(?!\d)\s?[日일.]?(?:\s?\([^\W\d_]{1,3}\))?"
)
_LOCAL = r"(?<!\d)\d{1,2}(?P<gap{n}>[-/.])\s?\d{1,2}(?P=gap{n})\s?(?:\d{4}|\d{2})(?!\d)\.?"
_NAMED = (
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er|[.ºª])?[\s/-]{1,2}(?:(?:de|of)\s)?[^\W\d_]{2,14}\.?,?"
    r"(?:\s(?:de|del|năm)\s|[\s/-])(?:\d{4}|(?<=-)\d{2})(?!\d)(?:\s[гр]\.?)?"
    r"|(?<!\w)[^\W\d_]{3,14}\.?\s{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)"
)
_HALF = r"(?:\s?(?P<half{n}>[ap]\.?\s?m\b\.?|[πμ]\.?\s?μ\.?|[صم])(?!\w))?"
_ZONE = r"(?:\s?(?:Z|(?:UTC|GMT|CES?T|EES?T|MSK|[A-Z]{{1,3}}[SD]T)\b))?(?:\s?[+-]\d{{2}}:?\d{{2}})?"
_CLOCK = (
    r"(?:(?:[上下]午|午[前後]|오[전후])\s?)?(?<!\d)[0-2]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?(?:[.,]\d{{1,9}})?"
    rf"(?!\d){_HALF}{_ZONE}(?:\s(?:Uhr|uur|h|ч|год)\b\.?)?"
)
_NUMERIC_YEAR_FIRST = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})\.?")
# What every stamp holds: a year, and a clock time.
_YEAR = re.compile(r"(?<!\d)(?:19|2[01])\d\d(?!\d)|\d[-/.]\s?\d\d?[-/.]\s?\d\d|\d-\w{3,9}-\d\d")
_TIME = re.compile(r"\d[:.h][0-5]\d(?!\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|[ºª])\b", re.IGNORECASE)
_PART = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day with its clock time at a place of a line, as every date that it may be.

    `dates` holds one, or of a numeric day in open order that with the day first, then that with
    the month first; `order` tells "day" or "month" where only that one, first, gives a date.
    `halves` says that the clock counts twelve hours.
    """

    start: int
    end: int
    dates: tuple[Date, ...]
    order: str | None = None
    halves: bool = False
    clocked: bool = True


def stamp_in(text: str, languages: Sequence[str], *, clocked: bool = True) -> Stamp | None:
    """Return the first stamp of a line; where it need not be `clocked`, a day alone as well."""
    if not _YEAR.search(text):
        return None
    for pattern in (_full(), _day())[: 1 if clocked else 2]:
        for found in pattern.finditer(text):
            stamp = _stamp(found, tuple(languages))
            if stamp is not None:
                return stamp
    return None


def may_be_stamped(text: str) -> bool:
    """Return whether a stamp may stand in a line: most lines hold no clock time."""
    return _TIME.search(text) is not None and _YEAR.search(text) is not None


def _stamp(found: re.Match[str], languages: tuple[str, ...]) -> Stamp | None:
    groups = found.groupdict()
    if groups.get("machine"):
        written = f"{groups['md']} {groups['my']}"
    else:
        written = groups.get("first") or groups.get("second") or found[0]
    dates = _dates(written.strip(), languages)
    if not dates:
        return None
    halves = any(value for name, value in groups.items() if name.startswith("half"))
    order = _only_order(written.strip(), dates)
    return Stamp(found.start(), found.end(), dates, order, halves, clocked="first" in groups)


def _only_order(written: str, dates: tuple[Date, ...]) -> str | None:
    """Return the order of a numeric date that is none in the other."""
    found = _NUMERIC.fullmatch(written)
    if found is None or found[2] == "." or len(dates) > 1 or found[1] == found[3]:
        return None
    return "day" if dates[0][2] == int(found[1]) else "month"


@lru_cache(maxsize=4096)
def _dates(written: str, languages: tuple[str, ...]) -> tuple[Date, ...]:
    """Return every date that a day may be, as it is written."""
    found = _NUMERIC_YEAR_FIRST.match(written)
    if found:
        return _valid([(int(found[1]), int(found[2]), int(found[3]))])
    found = _NUMERIC.fullmatch(written)
    if found:
        year = _full_year(found[4])
        one, two = int(found[1]), int(found[3])
        orders = [(year, two, one)] if found[2] == "." else [(year, two, one), (year, one, two)]
        return _valid(orders)
    return _valid(_by_name(_ORDINAL.sub("", written), languages) or _stated(written, languages))


def _by_name(written: str, languages: tuple[str, ...]) -> list[Date]:
    """Read a day by the name of its month, or by how that begins."""
    parts = _PART.findall(written.casefold())
    numbers = [part for part in parts if part.isdecimal()]
    months = {month for part in parts if (month := _month(part, languages)) is not None}
    if len(numbers) != 2 or len(months) != 1:  # noqa: PLR2004 - day and year
        return []
    return [(_full_year(numbers[1]), months.pop(), int(numbers[0]))]


def _stated(written: str, languages: tuple[str, ...]) -> list[Date]:
    stated = stated_date(written, languages)
    if stated is None or not (stated.year and stated.month and stated.day):
        return []
    return [(stated.year, stated.month, stated.day)]


@lru_cache(maxsize=1024)
def _month(word: str, languages: tuple[str, ...]) -> int | None:
    """Return a month by its name in some languages, else where all others agree on it."""
    if len(word) < _SHORTEST:
        return None
    for codes in (languages, languages_with(FRAMES)):
        names = [pair for code in codes for pair in _months(code)]
        exact = {number for name, number in names if name == word}
        found = exact or {number for name, number in names if name.startswith(word)}
        if len(found) == 1:
            return found.pop()
    return None


@lru_cache(maxsize=64)
def _months(language: str) -> tuple[tuple[str, int], ...]:
    words = locale_words(language)
    return tuple(words.months.items()) if words else ()


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= _PIVOT else 2000)  # noqa: PLR2004


def _valid(dates: Sequence[Date]) -> tuple[Date, ...]:
    return tuple(dict.fromkeys(date for date in dates if day_of(date) is not None))


def day_of(date: Date) -> int | None:
    """Return the number of a day; None where there is none, or nobody can have stamped it."""
    year, month, day = date
    if not EARLIEST <= year <= LATEST or month not in _MONTHS:
        return None
    try:
        return day_number(year, month, day)
    except ValueError:
        return None


def settled(stamps: Sequence[Stamp], language: str, *, in_order: bool) -> list[int]:
    """Return the days of stamps, those whose order is open read as the others are.

    An order that the language states decides, then what only one order allows. Else, where the
    stamps stand `in_order` of time, the order counts in which they go back less often; then a clock
    of twelve hours speaks for the month first where the language writes so, and one of twenty-four
    for the day.
    """
    first, last = (_in_order(stamps, place) for place in (0, -1))
    if first != last and _month_first(stamps, first, last, language, in_order=in_order):
        return last
    return first


def _in_order(stamps: Sequence[Stamp], place: int) -> list[int]:
    return [day_of(stamp.dates[place]) or 0 for stamp in stamps]


def _month_first(
    stamps: Sequence[Stamp], first: list[int], last: list[int], language: str, *, in_order: bool
) -> bool:
    stated = stated_order(language)
    if stated is not None:
        return not stated
    shown = {stamp.order for stamp in stamps} - {None}
    if len(shown) == 1:
        return "month" in shown
    if in_order and _steps_back(first) != _steps_back(last):
        return _steps_back(last) < _steps_back(first)
    return puts_month_first(language) and any(stamp.halves for stamp in stamps)


def _steps_back(days: Sequence[int]) -> int:
    return sum(after < before for before, after in pairwise(days))


def _numbered(pattern: str, number: int) -> str:
    return pattern.replace("{n}", str(number)).replace("{{", "{").replace("}}", "}")


@lru_cache(maxsize=1)
def _full() -> re.Pattern[str]:
    small = alternation(frame_words("small"))
    join = rf"(?:T|:|[\s,;·|@•–—-]{{0,4}}(?:(?:{small})\.?\s{{1,2}}){{0,2}})"
    dates = [f"{_YEAR_FIRST}|{_numbered(_LOCAL, n)}|{_NAMED}" for n in (1, 2)]
    clocks = [_numbered(_CLOCK, n) for n in (1, 2, 3)]
    machine = (
        rf"(?P<machine>(?<!\w)(?:[^\W\d_]{{3}}\s)?(?P<md>[^\W\d_]{{3}}\s{{1,2}}\d{{1,2}})\s"
        rf"{clocks[2]}(?:\s[A-Z]{{2,5}})?\s(?P<my>\d{{4}})(?!\d))"
    )
    return re.compile(
        rf"{machine}|(?P<first>{dates[0]}){join}{clocks[0]}"
        rf"|{clocks[1]}[\s,;·|•–—-]{{1,4}}(?:(?:{small})\.?\s{{1,2}}){{0,2}}(?P<second>{dates[1]})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    return re.compile(f"{_YEAR_FIRST}|{_numbered(_LOCAL, 1)}|{_NAMED}", re.IGNORECASE)
