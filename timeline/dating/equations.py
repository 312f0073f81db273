"""Relative dates as equations on the publication year: "June last year" is June of year - 1."""

from dataclasses import dataclass

from timeline.model.calendar import civil, day_number, days_in_month, month_bounds, weekday
from timeline.model.meaning import (
    Absolute,
    Anchor,
    Bounded,
    Current,
    Fields,
    Meaning,
    Occurrence,
    Point,
    Portion,
    Rest,
    Shift,
    Side,
    Within,
)
from timeline.model.units import YEARS_IN, Unit


@dataclass(frozen=True, slots=True)
class YearEquation:
    """A date in the year that lies `offset` years from that of publication."""

    offset: int
    month: int | None = None
    day: int | None = None

    def bounds(self, year: int) -> tuple[int, int]:
        """Return first and last day of the date for a publication year."""
        named = year + self.offset
        if self.month is None:
            return day_number(named), day_number(named + 1) - 1
        if self.day is not None and self.day <= days_in_month(named, self.month):
            number = day_number(named, self.month, self.day)
            return number, number
        return month_bounds(named, self.month)


def year_equation(meaning: Meaning) -> YearEquation | None:
    """Read a meaning as an equation on the publication year; None where it is none."""
    match meaning:
        case Portion(of=of):
            return year_equation(of)
        case Rest(of=of):
            return year_equation(of)
        case Within(outer=outer, fields=fields):
            whole = year_equation(outer)
            plain = fields.month is not None and whole is not None and whole.month is None
            if not plain or whole is None:
                return None
            return YearEquation(whole.offset, fields.month, fields.day)
        case Current(unit=Unit.YEAR, of=Anchor(point=Point.PUBLICATION)):
            return YearEquation(0)
        case Shift(of=of, unit=Unit.YEAR) if not meaning.between_events:
            base = year_equation(of)
            amount = meaning.amount
            if base is None or amount.low != amount.high or amount.low != int(amount.low):
                return None
            sign = -1 if meaning.side is Side.BEFORE else 1
            return YearEquation(base.offset + sign * int(amount.low), base.month, base.day)
        case _:
            return None


def years_ago(meaning: Meaning) -> int | None:
    """Return how many years before publication "five years ago" lies; None for other meanings.

    "A decade ago" are ten.
    """
    match meaning:
        case Shift(of=Anchor(point=Point.PUBLICATION), side=Side.BEFORE, unit=unit):
            amount, years = meaning.amount, YEARS_IN.get(unit, 0)
            exact = amount.low == amount.high == int(amount.low) and not amount.approximate
            return years * int(amount.low) or None if exact and not meaning.between_events else None
        case _:
            return None


def absolute_bounds(meaning: Meaning) -> tuple[int, int] | None:
    """Return first and last day of a date that names its year; None where it does not.

    "Since 2021" gives 2021: what lasts since then began then. So does "by 2021".
    """
    match meaning:
        case Portion(of=of):
            return absolute_bounds(of)
        case Bounded(of=of, inclusive=True):
            return absolute_bounds(of)
        case Absolute(fields=fields):
            return _fields_bounds(fields)
        case _:
            return None


def _fields_bounds(fields: Fields) -> tuple[int, int] | None:
    if fields.year is None:
        years = _years(fields)
        return None if years is None else (day_number(years[0]), day_number(years[1] + 1) - 1)
    months = {
        "quarter": (fields.quarter, 3, 1),
        "half": (fields.half, 6, 1),
        "season": (fields.season, 3, 3),
    }
    for number, size, first in months.values():
        if number is not None:
            return month_bounds(fields.year, (number - 1) * size + first, size)
    return YearEquation(0, fields.month, fields.day).bounds(fields.year)


def _years(fields: Fields) -> tuple[int, int] | None:
    if fields.decade is not None:
        return fields.decade * 10, fields.decade * 10 + 9
    if fields.century is not None:
        return fields.century * 100, fields.century * 100 + 99
    return None


def bare_month(meaning: Meaning) -> int | None:
    """Return the month of "in December" that nothing else limits."""
    bare = isinstance(meaning, Occurrence) and meaning.fields == Fields(
        month=meaning.fields.month or 1
    )
    return meaning.fields.month if bare and isinstance(meaning, Occurrence) else None


def weekday_fits(fields: Fields, published: int) -> bool:
    """Return whether "Monday, June 6", nearest to a day, is a Monday in that year."""
    if fields.month is None or fields.day is None:
        return True
    year = civil(published)[0]
    days = [
        day_number(y, fields.month, fields.day)
        for y in (year - 1, year, year + 1)
        if fields.day <= days_in_month(y, fields.month)
    ]
    nearest = min(days, key=lambda day: abs(day - published), default=None)
    return nearest is None or weekday(nearest) == fields.weekday
