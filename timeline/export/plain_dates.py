"""Dates for formats that know dates and stretches only: never finer than what is known.

A date that is a day, a month or a year is written as such ("2022-06"). What lies somewhere between
two days that are no such unit has bounds, and neither a start nor an end.
"""

from dataclasses import dataclass

from timeline.model.calendar import civil, iso_date, iso_year
from timeline.model.units import Precision
from timeline.model.when import Kind, When

_DAYS = (Precision.DAY, Precision.TIME)


@dataclass(frozen=True, slots=True)
class PlainDate:
    """One of three: `unit` within which it lies, `start` and `end` of what lasts, or its bounds.

    All are ISO 8601 dates, empty where nothing is known.
    """

    unit: str = ""
    start: str = ""
    end: str = ""
    earliest: str = ""
    latest: str = ""


def plain_date(when: When) -> PlainDate:
    """Return a date as far as a unit, a stretch or bounds can say it."""
    first = "" if when.first is None else iso_date(when.first)
    last = "" if when.last is None else iso_date(when.last)
    if when.kind is Kind.THROUGHOUT:
        return PlainDate(start=first, end=last)
    unit = _unit(when)
    return PlainDate(unit=unit) if unit else PlainDate(earliest=first, latest=last)


def _unit(when: When) -> str:
    if when.first is None or when.last is None:
        return ""
    year, month, _ = civil(when.first)
    match when.precision:
        case precision if precision in _DAYS:
            return iso_date(when.first)
        case Precision.MONTH:
            return f"{iso_year(year)}-{month:02d}"
        case Precision.YEAR:
            return iso_year(year)
        case _:
            return ""
