"""Meanings that count units: ago, later, the past few months, every day, for three weeks."""

from dataclasses import replace

from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Amount,
    Current,
    Fields,
    Frequency,
    Length,
    Meaning,
    Occurrence,
    Shift,
    Side,
    Stretch,
    Toward,
)
from timeline.model.units import Unit
from timeline.tagging.captured import Captured
from timeline.tagging.relative_meanings import day_from_publication, shifted_unit

_SHORT = (Unit.SECOND, Unit.MINUTE)
_HALF, _QUARTER = Amount.exactly(0.5), Amount.exactly(0.25)


def at_age(captured: Captured) -> Meaning | None:
    """Read "at the age of 52": a length, until it is known when somebody was born."""
    amount = captured.amount()
    return None if amount is None else Length(amount, Unit.YEAR)


def ago(captured: Captured) -> Meaning | None:
    """Read "three days ago"."""
    return _shifted(captured, PUBLICATION, Side.BEFORE)


def ago_as_length(captured: Captured) -> Meaning | None:
    """Read "hace tres días", which TIMEX3 marks as a length."""
    return _as_length(ago(captured))


def later_as_length(captured: Captured) -> Meaning | None:
    """Read "tres días después", which TIMEX3 marks as a length."""
    return _as_length(shifted_mentioned(captured))


def _as_length(meaning: Meaning | None) -> Meaning | None:
    return replace(meaning, as_length=True) if isinstance(meaning, Shift) else None


def from_now(captured: Captured) -> Meaning | None:
    """Read "two years from now"."""
    return _shifted(captured, PUBLICATION, Side.AFTER)


def _day(captured: Captured, toward: Toward) -> Meaning | None:
    """Return the weekday, or today, yesterday and tomorrow, that units are counted from."""
    number = captured.integer("dayref")
    if number is not None:
        return day_from_publication(number) if number else Current(Unit.DAY, PUBLICATION)
    fields = captured.fields()
    return None if fields is None else Occurrence(fields, toward, PUBLICATION)


def from_day(captured: Captured) -> Meaning | None:
    """Read "a week from Friday"."""
    amount, unit, day = captured.amount(), captured.unit(), _day(captured, Toward.COMING)
    if amount is None or unit is None or day is None:
        return None
    return Shift(day, amount, unit, Side.AFTER, keep_grain=True)


def anniversary(captured: Captured) -> Meaning | None:
    """Read "15 years ago Monday", "a year ago today", "ten years ago this week"."""
    amount, unit, day = captured.amount(), captured.unit(), _day(captured, Toward.CLAUSE)
    same, number = captured.unit("same"), captured.integer("relative")
    if same is not None and number is not None:
        day = shifted_unit(Current(same, PUBLICATION), same, number)
    if amount is None or unit is None or day is None:
        return None
    return Shift(day, amount, unit, Side.BEFORE, keep_grain=True)


def half_unit(captured: Captured) -> Meaning | None:
    """Read "half-hour", "a quarter of a century"."""
    if "quarter" in captured:
        return Length(_QUARTER, Unit.CENTURY)
    unit = captured.unit()
    return None if unit is None else Length(_HALF, unit)


def shifted_mentioned(captured: Captured) -> Meaning | None:
    """Read "three days later", "a year earlier", which count from the date last mentioned."""
    value = captured.value("side")
    return _shifted(captured, MENTIONED, Side(value)) if isinstance(value, str) else None


def event_shift(captured: Captured) -> Meaning | None:
    """Read "10 months after" with a clause behind it: that clause lies on the other side.

    "In June, X happened, over 10 months after Y": Y is dated 10 months before June.
    """
    value, amount, unit = captured.value("conjunction"), captured.amount(), captured.unit()
    if amount is None or unit is None or not isinstance(value, str):
        return None
    return Shift(MENTIONED, amount, unit, Side(value), between_events=True)


def _shifted(captured: Captured, anchor: Meaning, side: Side) -> Meaning | None:
    amount, unit = captured.amount(), captured.unit()
    if "plural" in captured:  # "months ago"
        amount, unit = Amount.unnumbered(), captured.unit("plural")
    if amount is None or unit is None:
        return None
    # "A year ago", after a quarter, is a quarter.
    same = unit is Unit.YEAR and side is Side.BEFORE and amount == Amount.exactly(1)
    return Shift(anchor, amount, unit, side, keep_grain=same)


def stretch(captured: Captured) -> Meaning | None:
    """Read "the past three months", "the next few years", "recent weeks"."""
    unit = captured.unit()
    if unit is None:
        return None
    amount = captured.amount()
    if amount is None:
        plural = captured.match.captures["unit"].cls == "UNITS"
        amount = Amount.unnumbered() if plural else Amount.exactly(1)
    side = Side.AFTER if "coming" in captured else Side.BEFORE
    return Stretch(amount, unit, side, PUBLICATION)


def every(captured: Captured) -> Meaning | None:
    """Read "every day", "each Monday", "every two years", "on Sundays"."""
    unit = captured.unit()
    alternate = 2 if "other" in captured else 1  # "every other week"
    number = captured.integer("count") or captured.integer("nth") or alternate
    amount = Amount.exactly(number)
    if unit is not None:
        return Frequency(amount, unit)
    fields = captured.fields()
    if fields is None:
        return Frequency(amount, Unit.DAY)
    return Frequency(amount, _period(fields), fields=fields)


def _period(fields: Fields) -> Unit:
    return Unit.WEEK if fields.weekday else Unit.YEAR


def adverb(captured: Captured) -> Meaning | None:
    """Read "daily", "weekly"."""
    value = captured.value("adverb")
    return Frequency(Amount.exactly(1), Unit(value)) if isinstance(value, str) else None


def length(captured: Captured) -> Meaning | None:
    """Read "three weeks"."""
    amount, unit = captured.amount(), captured.unit()
    return None if amount is None or unit is None else Length(amount, unit)


def units(captured: Captured) -> Meaning | None:
    """Read "meses" in "duró meses": a length without a number."""
    unit = captured.unit()
    return None if unit is None else Length(Amount.unnumbered(), unit)


def days_or_more(captured: Captured) -> Meaning | None:
    """Read "months" in "months of drought"; "the minutes of the session" are no time."""
    unit = captured.unit()
    return None if unit in _SHORT else units(captured)


def unit_of_an_event(captured: Captured) -> Meaning | None:
    """Read "the last year of the war": as long, and of a time that the words do not tell.

    "The second day of the talks" is a day; which one, they do not tell either.
    """
    unit = captured.unit()
    if unit is None or ("nth" in captured and unit is Unit.DAY):
        return None
    return Length(Amount.exactly(1), unit)
