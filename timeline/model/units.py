"""Calendar units, and which unit an interval of days is exactly.

Seasons are those of EDTF (ISO 8601-2:2019) on the northern meteorological calendar: spring
is March to May, and the winter of a year is its December with the two months that follow.
A decade is 1990 to 1999 and a century 1900 to 1999, as `199X` and `19XX` say in EDTF.
"""

from enum import StrEnum
from functools import lru_cache

from timeline.model.calendar import (
    MOST_REMEMBERED,
    civil,
    day_number,
    month_bounds,
    month_shifted,
    weekday,
)


class Precision(StrEnum):
    """How precisely a date is known: the names of the export format."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """Units that people count and name time in, shortest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


UNIT_ORDER = {unit: rank for rank, unit in enumerate(Unit)}
MONTHS_IN = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.QUARTER: 3, Unit.HALF: 6}
YEARS_IN = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_DAYS_OF_A_WEEK = {Unit.WEEK: (0, 6), Unit.FORTNIGHT: (0, 6), Unit.WEEKEND: (5, 6)}
SPRING = 3  # the month in which the year's first season starts


@lru_cache(maxsize=MOST_REMEMBERED)
def unit_bounds(unit: Unit, number: int) -> tuple[int, int]:
    """Return first and last day number of the unit that contains a day.

    Units shorter than a day give the day; a weekend is that of the day's ISO week.
    """
    if unit in _DAYS_OF_A_WEEK:
        monday = number - weekday(number) + 1
        first, last = _DAYS_OF_A_WEEK[unit]
        return monday + first, monday + last
    if unit in YEARS_IN:
        size = YEARS_IN[unit]
        year = civil(number)[0]
        first_year = year - year % size
        return day_number(first_year), day_number(first_year + size) - 1
    if unit in MONTHS_IN:
        year, month, _ = civil(number)
        size = MONTHS_IN[unit]
        start = SPRING if unit is Unit.SEASON else 1
        return month_bounds(*month_shifted(year, month, -((month - start) % size)), size)
    return number, number


# With how many days each has, so that only what may fit is looked at.
_NAMED = (
    (Precision.WEEK, Unit.WEEK, range(7, 8)),
    (Precision.MONTH, Unit.MONTH, range(28, 32)),
    (Precision.SEASON, Unit.SEASON, range(90, 93)),
    (Precision.QUARTER, Unit.QUARTER, range(90, 93)),
    (Precision.HALF, Unit.HALF, range(181, 185)),
    (Precision.YEAR, Unit.YEAR, range(365, 367)),
    (Precision.DECADE, Unit.DECADE, range(3652, 3654)),
    (Precision.CENTURY, Unit.CENTURY, range(36_524, 36_526)),
)


@lru_cache(maxsize=MOST_REMEMBERED)
def precision_of(first: int, last: int) -> Precision:
    """Name the calendar unit that runs exactly from first to last day, else `range`.

    Decades and centuries before the year 0 have no name of their own in EDTF: a range.
    """
    if first == last:
        return Precision.DAY
    days = last - first + 1
    for precision, unit, lengths in _NAMED:
        if days in lengths and unit_bounds(unit, first) == (first, last):
            named = precision not in (Precision.DECADE, Precision.CENTURY)
            return precision if named or 0 <= civil(first)[0] <= 9999 else Precision.RANGE  # noqa: PLR2004
    return Precision.RANGE
