"""Meanings of dates that name calendar fields: days, months, quarters, years, centuries."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.languages.numeric_dates import PLAIN_YEARS
from timeline.model import calendar
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
from timeline.tagging.captured import Captured
from timeline.tagging.relative_meanings import (
    RELATIVE_TOWARD,
    day_from_publication,
    relative_current,
    shifted_unit,
)

_MONTHS, _WEEK = 12, 7

_CENTURIES = range(16, 21)  # as the first half of a year in words
_HUNDRED, _THOUSAND = 100, 1000


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


def year_first(captured: Captured) -> Meaning | None:
    """Read "2016 January 24", "2016 January"; not "In 2016 May became"."""
    month = captured.get("month")
    if "day" not in captured and month is not None and month.low in captured.lexicon.ambiguous:
        return None
    return date(captured)


def impossible_day(captured: Captured) -> Meaning | None:
    """Read "July 42nd, 2019" as its month."""
    number, month, year = (captured.integer(name) for name in ("number", "month", "year"))
    if number is None or month is None or year is None or number >= _HUNDRED:
        return None
    if 1 <= number <= calendar.days_in_month(year, month):
        return None
    return Absolute(Fields(year=year, month=month))


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
    words = [t.low for t in found.tokens if t.low not in captured.lexicon.literals.get("AND", ())]
    values = [captured.lexicon.value("NUMBER", word) for word in words if word[0].isalpha()]
    numbers = [value for value in values if isinstance(value, int)]
    year = year_in_words(numbers) if len(numbers) == len(values) else None
    alone = not {"named", "day"} & captured.match.captures.keys()
    if year is None or (alone and year // _HUNDRED not in _CENTURIES):
        return None
    fields = captured.fields()
    fields = Fields(year=year) if fields is None else replace(fields, year=year, weekday=None)
    if fields.month and fields.day:
        calendar.day_number(year, fields.month, fields.day)
    return limited(Absolute(fields), captured)


def year_in_words(numbers: Sequence[int]) -> int | None:
    """Return the year of "nineteen ninety-six", "two thousand and four", "eighteen hundred".

    A count, such as "twenty five", is none.
    """
    if _THOUSAND in numbers:
        at = numbers.index(_THOUSAND)
        year = _THOUSAND * sum(numbers[:at]) + _below_thousand(numbers[at + 1 :])
    elif _HUNDRED in numbers:
        year = _below_thousand(numbers)
    else:
        century, rest = numbers[0], sum(numbers[1:])
        year = _HUNDRED * century + rest if 10 <= rest < _HUNDRED else 0  # noqa: PLR2004
    return year if year in PLAIN_YEARS else None


def _below_thousand(numbers: Sequence[int]) -> int:
    """Read "eight hundred and eighty-seven"; also "nineteen hundred"."""
    if _HUNDRED not in numbers:
        return sum(numbers)
    at = numbers.index(_HUNDRED)
    return _HUNDRED * sum(numbers[:at]) + sum(numbers[at + 1 :])


def numbered_week(captured: Captured) -> Meaning | None:
    """Read "week 23 of 2021"."""
    year, week = captured.year(), captured.integer("week")
    return None if year is None or week is None else week_of_year(year, week)


def week_of_year(year: int, week: int) -> Meaning:
    """Return a week by its number in ISO 8601: the first holds the fourth of January."""
    first = calendar.day_number(year, 1, 4)
    monday = first - (calendar.weekday(first) - 1) + _WEEK * (week - 1)
    next_first = calendar.day_number(year + 1, 1, 4)
    if week < 1 or monday > next_first - calendar.weekday(next_first):
        msg = f"{year} has no week {week}"
        raise ValueError(msg)
    on, month, day = calendar.civil(monday)
    return Current(Unit.WEEK, Absolute(Fields(year=on, month=month, day=day)))


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
