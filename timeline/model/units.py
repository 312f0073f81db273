"""Calendar units, and which unit an interval of days is exactly.

Seasons are those of EDTF (ISO 8601-2:2019) on the northern meteorological calendar: spring
is March to May, and the winter of a year is its December with the two months that follow.
A decade is 1990 to 1999 and a century 1900 to 1999, as `199X` and `19XX` say in EDTF.
"""

from enum import StrEnum
from functools import lru_cache

from timeline.model.calendar import civil, day_number, month_bounds, weekday


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
SPRING = 3  # the month in which the year's first season starts


def unit_bounds(unit: Unit, number: int) -> tuple[int, int]:
    """Give first and last day number of the unit that contains a day.

    Units shorter than a day give the day; a weekend is that of the day's ISO week.
    """
    year, month, _ = civil(number)
    monday = number - weekday(number) + 1
    match unit:
        case Unit.WEEK | Unit.FORTNIGHT:
            return monday, monday + 6
        case Unit.WEEKEND:
            return monday + 5, monday + 6
        case Unit.MONTH | Unit.QUARTER | Unit.HALF:
            size = MONTHS_IN[unit]
            return month_bounds(year, month - (month - 1) % size, size)
        case Unit.SEASON:
            first = month - (month - SPRING) % 3
            return month_bounds(year, first, 3) if first > 0 else month_bounds(year - 1, 12, 3)
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY | Unit.MILLENNIUM:
            size = YEARS_IN[unit]
            first_year = year - year % size
            return day_number(first_year), day_number(first_year + size) - 1
        case _:
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


@lru_cache(maxsize=4096)
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
