"""What the kinds of phrases of `phrases.toml` mean."""

from collections.abc import Callable
from dataclasses import replace

from timeline.model.calendar import civil, day_number
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Amount,
    AtTime,
    Between,
    Bounded,
    Current,
    DayPart,
    Fields,
    Frequency,
    Length,
    Meaning,
    Occurrence,
    Part,
    Portion,
    Shift,
    Side,
    Stretch,
    Vague,
    Vagueness,
    Within,
)
from timeline.model.other_calendars import islamic_day, solar_hijri_day
from timeline.model.units import Unit
from timeline.tagging.calendar_meanings import placed
from timeline.tagging.phrase_captures import PhraseCaptures
from timeline.tagging.relative_meanings import (
    RELATIVE_TOWARD,
    day_from_publication,
    shifted_unit,
)

_SOLAR_YEARS = range(1250, 1450)  # those of newspapers; others may be ours
_LATEST_CENTURY, _FIRST_YEAR = 21, 1000
_PIVOT, _HUNDRED = 30, 100  # "the '20s" are the 2020s, "the '30s" the 1930s
_HALVES = {Part.FIRST_HALF: 1, Part.SECOND_HALF: 2}


def date(found: PhraseCaptures) -> Meaning | None:
    """Read fields of a date, or a day counted from publication."""
    if "dayref" in found:
        return day_from_publication(found.number("dayref")) or PUBLICATION
    fields = found.fields()
    if fields is None:
        return None
    if fields.day and fields.month:
        day_number(2000 if fields.year is None else fields.year, fields.month, fields.day)
        fields = replace(fields, weekday=None) if fields.weekday else fields
    elif fields.weekday and fields.year:
        return None
    return placed(fields)


def relative_unit(found: PhraseCaptures) -> Meaning | None:
    """Read "last week", "this year", also in one word ("heuer")."""
    number, unit = found.relative_unit()
    if number is None or unit is None:
        return None
    if unit is Unit.DAY:  # "the next day" is that after the one told of
        return shifted_unit(Current(unit, MENTIONED), unit, number) if number else None
    return shifted_unit(Current(unit, PUBLICATION), unit, number)


def of_relative(found: PhraseCaptures) -> Meaning | None:
    """Read "March last year", "Friday of next week"."""
    outer, fields = relative_unit(found), found.fields()
    return None if outer is None or fields is None else Within(outer, fields)


def weekday_of_week(found: PhraseCaptures) -> Meaning | None:
    """Read "Friday of last week" where one word places the week ("上周五")."""
    number, weekday = found.number("relative"), found.number("weekday")
    if number is None or weekday is None:
        return None
    week = shifted_unit(Current(Unit.WEEK, PUBLICATION), Unit.WEEK, number)
    return Within(week, Fields(weekday=weekday))


def relative_date(found: PhraseCaptures) -> Meaning | None:
    """Read "last Friday", "this summer"."""
    number, fields = found.number("relative"), found.fields()
    if number is None or fields is None:
        return None
    if number == 0 and (fields.month or fields.season):
        return Within(Current(Unit.YEAR, PUBLICATION), fields)
    if number == 0 and fields.weekday:
        return Within(Current(Unit.WEEK, PUBLICATION), fields)
    return Occurrence(fields, RELATIVE_TOWARD[number], PUBLICATION)


def mentioned(found: PhraseCaptures) -> Meaning | None:
    """Read "that year", "in December of the same year", "the next day" of a story."""
    number, unit = found.number("mentioned"), found.unit()
    if number is None or unit is None:
        return None
    outer = shifted_unit(Current(unit, MENTIONED), unit, number)
    fields = found.fields()
    return outer if fields is None else Within(outer, fields)


def _shifted(found: PhraseCaptures, anchor: Meaning, side: Side) -> Meaning | None:
    counted = found.amount()
    if counted is None or _is_year(*counted):
        return None
    amount, unit = counted
    return Shift(anchor, amount, unit, side)


def ago(found: PhraseCaptures) -> Meaning | None:
    """Read "three days ago"."""
    return _shifted(found, PUBLICATION, Side.BEFORE)


def ahead(found: PhraseCaptures) -> Meaning | None:
    """Read "in three days"."""
    return _shifted(found, PUBLICATION, Side.AFTER)


def later(found: PhraseCaptures) -> Meaning | None:
    """Read "three days later"."""
    return _shifted(found, MENTIONED, Side.AFTER)


def earlier(found: PhraseCaptures) -> Meaning | None:
    """Read "three days earlier"."""
    return _shifted(found, MENTIONED, Side.BEFORE)


def length(found: PhraseCaptures) -> Meaning | None:
    """Read "three days"."""
    counted = found.amount()
    return None if counted is None or _is_year(*counted) else Length(*counted)


def age(found: PhraseCaptures) -> None:
    """Read "45 years old", which is no time."""


def _is_year(amount: Amount, unit: Unit) -> bool:
    """Return whether a count of years is one of them: "2023 года"."""
    return unit is Unit.YEAR and amount.low >= _FIRST_YEAR


def units(found: PhraseCaptures) -> Meaning | None:
    """Read "for years"."""
    unit = found.unit()
    return None if unit is None else Length(Amount.unnumbered(), unit)


def past_run(found: PhraseCaptures) -> Meaning | None:
    """Read "the last three years"."""
    return _run(found, Side.BEFORE)


def coming_run(found: PhraseCaptures) -> Meaning | None:
    """Read "the next three years"."""
    return _run(found, Side.AFTER)


def _run(found: PhraseCaptures, side: Side) -> Meaning | None:
    counted = found.amount()
    if counted is None:
        return None
    amount, unit = counted
    if "count" not in found and "some" not in found and "length" not in found:
        amount = Amount.unnumbered()
    return Stretch(amount, unit, side, PUBLICATION)


def century(found: PhraseCaptures) -> Meaning | None:
    """Read "the 19th century"."""
    number = found.number("century")
    if number is None or not 1 <= number <= _LATEST_CENTURY:
        return None
    return Absolute(Fields(century=-number if "before" in found else number - 1))


def relative_century(found: PhraseCaptures) -> Meaning | None:
    """Read "the nineties of the last century"."""
    decade_number, number = found.number("decade"), found.number("relative")
    if decade_number is None or number is None or decade_number >= _HUNDRED:
        return None
    of_ours = _LATEST_CENTURY - 1 + number
    return Absolute(Fields(decade=10 * of_ours + decade_number // 10))


def decade(found: PhraseCaptures) -> Meaning | None:
    """Read "the 1990s", "the nineties", "the nineties of the 19th century"."""
    number = found.number("decade")
    if number is None or number % 10:
        return None
    if number < _HUNDRED:
        whole = found.number("century")
        if whole is not None:
            number += 100 * (whole - 1)
        else:
            number += 2000 if number < _PIVOT else 1900
    return Absolute(Fields(decade=number // 10))


def year_before_our_era(found: PhraseCaptures) -> Meaning | None:
    """Read "480 BC"."""
    number = found.number("number")
    return None if not number else Absolute(Fields(year=1 - number))


def between(found: PhraseCaptures) -> Meaning | None:
    """Read "from 2010 to 2012", "3-5 May", "from March to June 2022"."""
    first, last = found.fields(), found.fields("2")
    if last is None:
        return None
    first = first or Fields(day=last.day, month=last.month, year=last.year)
    year = first.year if first.year is not None else last.year
    month = first.month if first.month is not None else (last.month if first.day else None)
    start = replace(first, year=year, month=month)
    end = replace(last, year=last.year if last.year is not None else year)
    for fields in (start, end):
        if fields.day:
            day_number(fields.year or 2000, fields.month or 1, fields.day)
    if start.year is not None and _order(start) >= _order(end):
        return None
    return Between(placed(start), placed(end))


def _order(fields: Fields) -> tuple[int, int, int]:
    return fields.year or 0, fields.month or 0, fields.weekday or fields.day or 0


def every(found: PhraseCaptures) -> Meaning | None:
    """Read "every year"."""
    unit = found.unit()
    return None if unit is None else Frequency(Amount.exactly(found.number("count") or 1), unit)


def night_before(found: PhraseCaptures) -> Meaning | None:
    """Read "in the night to Tuesday", which begins on Monday."""
    day = date(found)
    if day is None:
        return None
    return AtTime(shifted_unit(day, Unit.DAY, -1), part=DayPart.NIGHT)


def part_of_today(found: PhraseCaptures) -> Meaning | None:
    """Read "this morning", "last night"."""
    number, _, part = str(found.value("daypartref") or "").partition(" ")
    if part:
        return AtTime(day_from_publication(int(number)) or PUBLICATION, part=DayPart(part))
    day = day_from_publication(found.number("relative") or 0)
    return None if found.daypart() is None or day is None else day


def solar_hijri(found: PhraseCaptures) -> Meaning | None:
    """Read a day, month or year of the Iranian calendar."""
    year, month, day = (found.number(name) for name in ("number", "solarmonth", "day"))
    if year is None:
        return None
    if month is None:
        if year not in _SOLAR_YEARS:
            return None
        return _days(solar_hijri_day(year), solar_hijri_day(year + 1) - 1)
    if day is not None:
        return _day(solar_hijri_day(year, month, day))
    first = solar_hijri_day(year, month)
    after = solar_hijri_day(year + month // 12, month % 12 + 1)
    return _days(first, after - 1)


def islamic(found: PhraseCaptures) -> Meaning | None:
    """Read a day or month of the Islamic calendar, which is known to a day or two."""
    year, month, day = (found.number(name) for name in ("number", "moonmonth", "day"))
    if year is None or month is None or not 1 <= year <= 1600 or (day or 1) > 30:  # noqa: PLR2004
        return None
    if day is not None:
        return Portion(_day(islamic_day(year, month, day)), Part.ABOUT)
    first, after = islamic_day(year, month, 1), islamic_day(year + month // 12, month % 12 + 1, 1)
    return _days(first, after - 1)


def _day(number: int) -> Meaning:
    year, month, day = civil(number)
    return Absolute(Fields(year=year, month=month, day=day))


def _days(first: int, last: int) -> Meaning:
    return Between(_day(first), _day(last))


def past(found: PhraseCaptures) -> Meaning:  # noqa: ARG001 - every builder takes it
    """Read "recently"."""
    return Vague(Vagueness.PAST)


def present(found: PhraseCaptures) -> Meaning:  # noqa: ARG001 - as above
    """Read "now"."""
    return Vague(Vagueness.PRESENT)


def future(found: PhraseCaptures) -> Meaning:  # noqa: ARG001 - as above
    """Read "soon"."""
    return Vague(Vagueness.FUTURE)


KINDS: dict[str, Callable[[PhraseCaptures], Meaning | None]] = {
    function.__name__: function
    for function in (
        *(
            date,
            relative_unit,
            of_relative,
            weekday_of_week,
            relative_date,
            mentioned,
            ago,
            ahead,
            later,
            earlier,
        ),
        *(
            length,
            age,
            units,
            past_run,
            coming_run,
            century,
            relative_century,
            decade,
            between,
            every,
        ),
        *(night_before, part_of_today, solar_hijri, islamic, past, present, future),
        year_before_our_era,
    )
}


def limited(meaning: Meaning, found: PhraseCaptures) -> Meaning:
    """Apply early, mid, late and the part of the day, where they were captured."""
    part, daypart = found.part(), found.daypart()
    if part in _HALVES and isinstance(meaning, Absolute):
        year = meaning.fields.year
        if year is not None and meaning.fields == Fields(year=year):
            return Absolute(replace(meaning.fields, half=_HALVES[part]))
    elif (
        part in _HALVES
        and isinstance(meaning, Shift | Current)
        and meaning_unit(meaning) is Unit.YEAR
    ):
        return Within(meaning, Fields(half=_HALVES[part]))
    if part is not None:
        return Portion(meaning, part)
    return meaning if daypart is None else AtTime(meaning, part=daypart)


def meaning_unit(meaning: Meaning) -> Unit | None:
    """Return the unit that a meaning is a whole one of; None where it is none."""
    return meaning.unit if isinstance(meaning, Shift | Current) else None


def is_day(meaning: Meaning) -> bool:
    """Return whether a meaning is a single day, to which a part of the day may be added."""
    match meaning:
        case Absolute(fields) | Occurrence(fields) | Within(_, fields):
            return fields.day is not None or fields.weekday is not None
        case Shift(_, _, unit):
            return unit is Unit.DAY
        case _:
            return meaning == PUBLICATION


def is_period(meaning: Meaning) -> bool:
    """Return whether a meaning is longer than a day, so that it has a start, middle and end."""
    if isinstance(meaning, Shift | Current):
        return meaning.unit is not Unit.DAY
    return isinstance(meaning, Absolute | Occurrence | Within) and not is_day(meaning)


def bounded(meaning: Meaning, kind: str) -> Meaning:
    """Read "since", "until", "before" and "after" around a date."""
    side = Side.AFTER if kind in ("since", "after") else Side.BEFORE
    return Bounded(
        meaning, side, throughout=kind in ("since", "until"), inclusive=kind in ("since", "until")
    )
