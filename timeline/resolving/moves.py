"""Arithmetic on extents: shifts, stretches and parts."""

import math

from timeline.model.calendar import civil, day_number, days_in_month, month_shifted
from timeline.model.meaning import Amount, Part, Side
from timeline.model.units import MONTHS_IN, YEARS_IN, Unit, unit_bounds
from timeline.resolving.extent import Extent

_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
_HOURS_IN = {Unit.SECOND: 1 / 3600, Unit.MINUTE: 1 / 60, Unit.HOUR: 1}
_MAX_YEARS = 10**8  # beyond this a count of years is no date


def moved_day(number: int, count: float, unit: Unit) -> int | None:
    """Move a day by a count of units, either way; the last day of a shorter month if need be.

    None where the result lies beyond any calendar.
    """
    if unit in _HOURS_IN:
        return number + math.trunc(count * _HOURS_IN[unit] / 24)
    if unit in _DAYS_IN:
        return number + round(count * _DAYS_IN[unit])
    months = count * (MONTHS_IN.get(unit) or 12 * YEARS_IN.get(unit, 0))
    if abs(months) > 12 * _MAX_YEARS:
        return None
    year, month, day = civil(number)
    year, month = month_shifted(year, month, round(months))
    return day_number(year, month, min(day, days_in_month(year, month)))


def shifted(base: Extent, amount: Amount, unit: Unit, side: Side, grain: Unit) -> Extent | None:
    """Move an extent by an amount of units; as fine as `grain`, a range where the amount is one."""
    if base.first is None or base.last is None:
        return None
    sign = -1 if side is Side.BEFORE else 1
    ends = [
        moved_day(day, sign * count, unit)
        for day in (base.first, base.last)
        for count in (amount.low, amount.high)
    ]
    known = [day for day in ends if day is not None]
    if len(known) < len(ends):
        return None
    first, last = unit_bounds(grain, min(known))[0], unit_bounds(grain, max(known))[1]
    whole = grain if unit_bounds(grain, first) == (first, last) else None
    return Extent(first, last, whole, approximate=base.approximate or amount.approximate)


def stretched(anchor: Extent, amount: Amount, unit: Unit, side: Side) -> Extent | None:
    """Return the run of units that ends or starts at an anchor."""
    if anchor.first is None or anchor.last is None:
        return None
    sign = -1 if side is Side.BEFORE else 1
    start = anchor.last if side is Side.BEFORE else anchor.first
    far = moved_day(start, sign * amount.high, unit)
    if far is None:
        return None
    first, last = min(start, far), max(start, far)
    return Extent(first, last, approximate=amount.approximate or anchor.approximate)


def portion(whole: Extent, part: Part) -> Extent | None:
    """Return early, mid or late of an extent: a third, on whole months or years where it has them.

    Approximate, for nobody draws the line. A day stays as it is, unless it is told loosely.
    """
    first, last = whole.first, whole.last
    if first is None or last is None:
        return None
    if part is Part.ABOUT:
        return whole.loosely()
    if first == last:
        return whole
    days = last - first + 1
    shares = {
        Part.START: (0, 1 / 3),
        Part.MIDDLE: (1 / 3, 2 / 3),
        Part.END: (2 / 3, 1),
        Part.FIRST_HALF: (0, 1 / 2),
        Part.SECOND_HALF: (1 / 2, 1),
    }
    low, high = shares[part]
    start = first + round(days * low)
    end = max(start, first + round(days * high) - 1)
    grain = _grain(whole.unit)
    if grain is not None:
        start = _nearest_start(start, grain)
        end = last if high == 1 else _nearest_start(end + 1, grain) - 1
    return Extent(start, end, None, approximate=True)


def _grain(unit: Unit | None) -> Unit | None:
    if unit in (Unit.YEAR, Unit.HALF):
        return Unit.MONTH
    return Unit.YEAR if unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM) else None


def _nearest_start(day: int, grain: Unit) -> int:
    """Return the first day of the unit that starts closest to a day."""
    first, last = unit_bounds(grain, day)
    return first if day - first <= last + 1 - day else last + 1
