"""Meanings of dates that name calendar fields: days, months, quarters, years, centuries."""

import re
from dataclasses import replace

from timeline.model import calendar
from timeline.model.clock import offset, time_of_day
from timeline.model.meaning import (
    PUBLICATION,
    SAME_DAY,
    Absolute,
    Amount,
    AtTime,
    Between,
    Bounded,
    Current,
    Fields,
    Meaning,
    Nth,
    Occurrence,
    Portion,
    Shift,
    Side,
    Toward,
    Within,
)
from timeline.model.units import Unit
from timeline.tagging.captured import Captured, count, full_year
from timeline.tagging.relative_meanings import (
    RELATIVE_TOWARD,
    day_from_publication,
    relative_current,
    shifted_unit,
)

_MONTHS = 12
_ISO_TIME = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?P<zone>Z?|[+-].*)"
)

_CENTURIES = range(16, 21)  # as the first half of a year in words
_THOUSAND = 1000


def placed(fields: Fields) -> Meaning:
    """Place fields in time: as they stand, or as the occurrence that the text speaks of.

    Directions as measured on news: a month with day is the nearest one, a weekday the most
    recent one; a bare month, season or quarter follows the clause.
    """
    if fields.absolute:
        return Absolute(fields)
    toward = Toward.NEAREST if (fields.month and fields.day) or fields.holiday else Toward.CLAUSE
    return Occurrence(fields, toward, PUBLICATION)


def limited(meaning: Meaning | None, captured: Captured) -> Meaning | None:
    """Apply early, mid, late and time of day, where they were captured."""
    if meaning is None:
        return None
    part, clock, daypart = captured.part(), captured.clock(), captured.daypart()
    if part is not None:
        return Portion(meaning, part)
    if "clock" in captured and clock is None:
        return None
    return AtTime(meaning, clock, daypart) if clock or daypart else meaning


def date(captured: Captured) -> Meaning | None:
    """Make a date of the fields captured, or of yesterday, today, tomorrow."""
    if "dayref" in captured:
        return limited(day_from_publication(captured.integer("dayref")), captured)
    fields = captured.fields()
    if fields is None:
        return None
    if fields.day and fields.month:
        calendar.day_number(2000 if fields.year is None else fields.year, fields.month, fields.day)
    if fields.weekday and fields.year:  # the weekday says nothing that the date does not say
        fields = replace(fields, weekday=None)
    return limited(placed(fields), captured)


def iso_date(captured: Captured) -> Meaning | None:
    """Read `2024-07-31` and `2024-07-31T09:30:00Z`; its day alone where no clock shows the time."""
    found = captured.get("iso")
    if found is None:
        return None
    day, _, time = found.tokens[0].text.partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    calendar.day_number(year, month, number)
    whole = Absolute(Fields(year=year, month=month, day=number))
    clock = _iso_clock(time)
    return AtTime(whole, clock) if clock else whole


def _iso_clock(time: str) -> str | None:
    found = _ISO_TIME.fullmatch(time)
    if found is None:
        return None
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    return time_of_day(hour, minute, second, offset(found["zone"]))


def numeric_date(captured: Captured) -> Meaning | None:
    """Read `31/7/2024` and `7/31/24` in the order of the language unless only the other fits."""
    found = captured.get("numeric")
    if found is None:
        return None
    sign = "/" if "/" in found.low else "."
    first, second, year = (int(part) for part in found.low.split(sign))
    year = full_year(year) if year < 100 else year  # noqa: PLR2004 - two digits
    month_first = sign == "/" and not captured.lexicon.writing.day_first
    month, day = (first, second) if _in_order(month_first, first, second) else (second, first)
    calendar.day_number(year, month, day)
    return Absolute(Fields(year=year, month=month, day=day))


def _in_order(month_first: bool, first: int, second: int) -> bool:  # noqa: FBT001 - read with it
    """Return whether the first of two numbers is the month."""
    return first <= _MONTHS if month_first else second > _MONTHS >= first


def days_of_month(captured: Captured) -> Meaning | None:
    """Read "May 3-5", "3 to 5 May 2021", "the night of 3-4 May"."""
    fields, last = captured.fields(), captured.integer("last")
    if fields is None or last is None or fields.day is None or last <= fields.day:
        return None
    end = Fields(year=fields.year, month=fields.month, day=last)
    return Between(limited(placed(fields), captured) or placed(fields), placed(end))


def nth_unit(captured: Captured) -> Meaning | None:
    """Read "the first week of May 2021", "the last Sunday of this month"."""
    number, outer = captured.integer("nth"), _outer(captured)
    unit = captured.unit() or (Unit.DAY if "weekday" in captured else None)
    if number is None or outer is None or unit is None:
        return None
    if "weekday" in captured:
        return _nth_weekday(number, Fields(weekday=captured.integer("weekday")), outer)
    return Nth(number, unit, outer)


def _nth_weekday(number: int, weekday: Fields, outer: Meaning) -> Meaning:
    if number < 0:
        return Occurrence(weekday, Toward.LATEST, Nth(-1, Unit.DAY, outer))
    first = Occurrence(weekday, Toward.COMING, Nth(1, Unit.DAY, outer))
    return Shift(first, Amount.exactly(7 * (number - 1)), Unit.DAY, Side.AFTER)


def _outer(captured: Captured) -> Meaning | None:
    unit = captured.unit("outer")
    if unit is not None:
        number = captured.integer("relative") or 0
        return shifted_unit(Current(unit, PUBLICATION), unit, number)
    month, year = captured.integer("month"), captured.year()
    return placed(Fields(year=year, month=month)) if month or year else None


def spelled_year(captured: Captured) -> Meaning | None:
    """Read "nineteen ninety-six" and "the year two thousand"."""
    found = captured.get("spelled")
    if found is None or any(token.text[0].isdigit() for token in found.tokens):
        return None
    century, rest = (count(part, captured.lexicon) for part in (found.tokens[:1], found.tokens[1:]))
    if century is None or rest is None:
        return None
    if "named" in captured and rest == _THOUSAND:
        year = century * rest
    elif century in _CENTURIES and 10 <= rest < 100:  # noqa: PLR2004 - "twenty five" is a count
        year = 100 * century + rest
    else:
        return None
    month, season = captured.integer("month"), captured.integer("season")
    return limited(Absolute(Fields(year=int(year), month=month, season=season)), captured)


def week_of_day(captured: Captured) -> Meaning | None:
    """Read "the week of March 6"."""
    fields = captured.fields()
    return None if fields is None else Current(Unit.WEEK, placed(fields))


def years_between(captured: Captured) -> Meaning | None:
    """Read "1979-1989", "2020-21"."""
    first, last = captured.year(), captured.integer("last")
    short = captured.integer("short")
    if first is None:
        return None
    if last is None:
        last = None if short is None else first - first % 100 + short
    if last is None or last <= first:
        return None
    return Between(Absolute(Fields(year=first)), Absolute(Fields(year=last)))


def holiday(captured: Captured) -> Meaning | None:
    """Read feasts: on a fixed day, or by their own rule, under their name."""
    fields = _feast(captured)
    number = captured.integer("relative")
    if fields is None or number is None or fields.absolute:
        return None if fields is None else placed(fields)
    toward = RELATIVE_TOWARD[number] if number else Toward.NEAREST
    return Occurrence(fields, toward, PUBLICATION)


def holiday_of_relative_year(captured: Captured) -> Meaning | None:
    """Read "Easter last year", "Christmas of that year"."""
    fields, outer = _feast(captured), relative_current(captured)
    return None if fields is None or outer is None else Within(outer, fields)


def _feast(captured: Captured) -> Fields | None:
    day = captured.value("holiday")
    if isinstance(day, tuple):
        return Fields(year=captured.year(), month=day[0], day=day[1])
    return Fields(year=captured.year(), holiday=day) if isinstance(day, str) else None


def clock_time(captured: Captured) -> Meaning | None:
    """Read a time of day on its own, which is of the day that the text is at."""
    clock = captured.clock()
    if clock is None:
        return None
    return AtTime(SAME_DAY, clock)


def year_or_later(captured: Captured) -> Meaning | None:
    """Read "1994 or later": some time after it began, or before it ended."""
    year, side = captured.year(), captured.value("side")
    if year is None or not isinstance(side, str):
        return None
    return Bounded(Absolute(Fields(year=year)), Side(side), throughout=False)


def weekend(captured: Captured) -> Meaning:  # noqa: ARG001 - every builder takes it
    """Read "the weekend"."""
    return placed(Fields(weekend=True))
