"""Dates that recur - Mondays, Decembers, thirds of May - and which of them is meant."""

from collections.abc import Iterator

from timeline.model.calendar import civil, day_number, days_in_month, month_bounds, weekday
from timeline.model.expression import Tense
from timeline.model.meaning import Fields, Toward
from timeline.model.units import Unit, unit_bounds
from timeline.resolving.extent import Extent
from timeline.resolving.feasts import feast_days

_LEAP_DAY = (2, 29)
AGAINST_THE_TENSE = 3  # times as far away a date counts where the clause speaks against it
AHEAD_UNTOLD = 4  # times as far away a coming month counts where the clause tells no tense
BACK_IN_A_STORY = 1.5  # times as far away a date counts for which a story would turn back
_REACH, _LEAP_REACH = 2, 9  # years either way: 29 February may be eight years off


def fields_extent(fields: Fields) -> Extent | None:
    """Return the extent of fields that name their year, decade or century."""
    if fields.century is not None:
        return _century(fields.century)
    if fields.decade is not None:
        return _decade(fields.decade)
    if fields.year is None:
        return None
    return in_year(fields, fields.year)


def _century(index: int) -> Extent:
    """Return the years 1900 to 1999 for 19; for -9, the 9th century BC, 900 to 801 BC.

    There is no year 0 between the eras: 900 BC is the astronomical year -899.
    """
    first = index * 100 + (index < 0)
    return Extent(day_number(first), day_number(first + 100) - 1, Unit.CENTURY)


def _decade(index: int) -> Extent:
    """Return the years 1990 to 1999 for 199; for -47, the 470s BC, 479 to 470 BC."""
    if index >= 0:
        return Extent.of_unit(Unit.DECADE, day_number(index * 10))
    last = index * 10 + 1  # 470 BC is the astronomical year -469
    return Extent(day_number(last - 9), day_number(last + 1) - 1, Unit.DECADE)


def in_year(fields: Fields, year: int) -> Extent | None:
    """Return what the fields name in a year; None where it has no such day."""
    if fields.month is not None:
        if fields.day is None:
            return Extent(*month_bounds(year, fields.month), Unit.MONTH)
        if fields.day > days_in_month(year, fields.month):
            return None
        return Extent.of_day(day_number(year, fields.month, fields.day))
    for number, unit, months in (
        (fields.quarter, Unit.QUARTER, 3),
        (fields.half, Unit.HALF, 6),
    ):
        if number is not None:
            return Extent(*month_bounds(year, (number - 1) * months + 1, months), unit)
    if fields.season is not None:
        first, last = month_bounds(year, fields.season * 3, 3)
        return Extent(first, last, Unit.SEASON)
    feasts = () if fields.holiday is None else feast_days(fields.holiday, year)
    if feasts:
        return feasts[0]
    return Extent(day_number(year), day_number(year + 1) - 1, Unit.YEAR)


def around(fields: Fields, number: int, last: int | None = None) -> Iterator[Extent]:
    """Return the occurrences of recurring fields about a day or a stretch, in order of time."""
    year, month, _ = civil(number)
    if fields.weekday is not None and fields.day is None:
        monday = number - weekday(number) + 1
        for weeks in (-2, -1, 0, 1, 2):
            yield Extent.of_day(monday + 7 * weeks + fields.weekday - 1)
    elif fields.weekend:
        for weeks in (-2, -1, 0, 1, 2):
            first, last = unit_bounds(Unit.WEEKEND, number + 7 * weeks)
            yield Extent(first, last, Unit.WEEKEND)
    elif fields.day is not None and fields.month is None:
        for index in range(year * 12 + month - 4, year * 12 + month + 3):
            if fields.day <= days_in_month(index // 12, index % 12 + 1):
                yield Extent.of_day(day_number(index // 12, index % 12 + 1, fields.day))
    elif fields.holiday is not None:
        for candidate in range(year - 2, year + 3):
            yield from feast_days(fields.holiday, candidate)
    else:
        leap = (fields.month, fields.day) == _LEAP_DAY
        reach = _LEAP_REACH if leap else _REACH
        end = year if last is None else min(civil(last)[0], year + _LEAP_REACH)
        found = (in_year(fields, candidate) for candidate in range(year - reach, end + reach + 1))
        yield from (extent for extent in found if extent is not None)


def within(fields: Fields, outer: Extent) -> Extent | None:
    """Return the first occurrence of fields that starts inside a bounded extent."""
    if outer.first is None or outer.last is None:
        return None
    if fields.absolute:
        return fields_extent(fields)
    if outer.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        return None
    inside = (
        e
        for e in around(fields, outer.first, outer.last)
        if outer.first <= (e.first or 0) <= outer.last
    )
    return next(inside, None)


def pick(fields: Fields, toward: Toward, anchor: Extent, tense: Tense) -> Extent | None:
    """Choose among the occurrences around an anchor, in the direction that the text means."""
    first, last = anchor.first, anchor.last
    if first is None or last is None:
        return None
    found = list(around(fields, first, last))
    match direction(fields, toward, tense):
        case Toward.LATEST:
            return _final(e for e in found if (e.first or 0) <= last)
        case Toward.PREVIOUS:
            return _final(e for e in found if (e.last or 0) < first)
        case Toward.COMING:
            return next((e for e in found if (e.last or 0) >= first), None)
        case Toward.NEXT:
            return next((e for e in around(fields, last) if (e.first or 0) > last), None)
        case Toward.ONWARD:
            return min(found, key=lambda e: _leap(e, first, last), default=None)
        case Toward.LISTED if same := _behind_in_the_year(found, last):
            return same
        case _:
            ahead = AHEAD_UNTOLD if leans_back(fields, tense) else 1
            return min(found, key=lambda e: _gap(e, first, tense, ahead), default=None)


def direction(fields: Fields, toward: Toward, tense: Tense) -> Toward:
    """Return the direction that a clause decides on.

    A quarter that is only just over is still to be reported: "expects a loss for the third
    quarter". A month without a tense is the last one, or the coming one where that is much nearer:
    "the first orders for November", said in October.
    """
    if toward is not Toward.CLAUSE:
        return toward
    if leans_back(fields, tense):
        return Toward.NEAREST
    if tense is not Tense.FUTURE:
        return Toward.LATEST
    return Toward.NEAREST if fields.quarter or fields.half else Toward.COMING


def leans_back(fields: Fields, tense: Tense) -> bool:
    """Return whether it is a month alone in a clause without a tense."""
    return tense is Tense.UNKNOWN and fields.month is not None and fields.day is None


def _leap(extent: Extent, first: int, last: int) -> tuple[float, bool]:
    """Count the days that a story leaps from its last date; more where it turns back.

    Of the two winters of a year, the one that begins in it comes first.
    """
    start, end = extent.first or 0, extent.last or 0
    back = first - (start if start < first <= end < last else end)
    return max(0, start - last, BACK_IN_A_STORY * back), start < first


def _behind_in_the_year(found: list[Extent], day: int) -> Extent | None:
    """Return the occurrence in the year of a day, if it does not lie ahead."""
    year = civil(day)[0]
    return next(
        (e for e in found if (e.first or 0) <= day and civil(e.first or 0)[0] == year), None
    )


def _final(found: Iterator[Extent]) -> Extent | None:
    chosen = None
    for extent in found:
        chosen = extent
    return chosen


def _gap(extent: Extent, day: int, tense: Tense, ahead: int) -> int:
    """Count the days between; more against the tense, for "on November 3" said of a plan.

    `ahead` is how many times the days to a coming date count.
    """
    first, last = extent.first or 0, extent.last or 0
    if first <= day <= last:
        return 0
    if first > day:
        return (first - day) * ahead * (AGAINST_THE_TENSE if tense is Tense.PAST else 1)
    return (day - last) * (AGAINST_THE_TENSE if tense is Tense.FUTURE else 1)
