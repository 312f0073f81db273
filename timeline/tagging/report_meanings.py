"""Meanings of business reports: quarters, halves, and the periods that they are compared with."""

from timeline.model.meaning import (
    MENTIONED,
    PERIOD,
    PUBLICATION,
    Absolute,
    Amount,
    Counterpart,
    Current,
    Fields,
    Meaning,
    Occurrence,
    Shift,
    Side,
    Toward,
    Within,
)
from timeline.model.units import Unit
from timeline.tagging.calendar_meanings import week_of_year
from timeline.tagging.captured import Captured
from timeline.tagging.period_codes import read_period
from timeline.tagging.relative_meanings import relative_current, shifted_unit


def ordinal_part(captured: Captured) -> Meaning | None:
    """Read "the third quarter of 2022", "first half of last year", "Q3 2022"."""
    number = captured.integer("ordinal") or captured.integer("code")
    if number is None:
        return None
    year = captured.year()
    fields = (
        Fields(year=year, half=number) if "half" in captured else Fields(year=year, quarter=number)
    )
    if fields.absolute:
        return Absolute(fields)
    outer = relative_current(captured)
    if outer is not None:
        return Within(outer, fields)
    # "Third-quarter profit" is known by now, whatever else the clause tells.
    return Occurrence(fields, Toward.LATEST if "hyphen" in captured else Toward.CLAUSE, PUBLICATION)


def period_code(captured: Captured) -> Meaning | None:
    """Read "2025Q1", "H1 2024", "1Q25", "FY2019"."""
    found, part = captured.get("period"), captured.get("part")
    if found is None:
        return None
    year, text = captured.year(), found.tokens[0].text
    own = read_period(text)
    if own is not None and own.year is not None:
        if year is not None:
            return None
        if part is not None:  # "Q3 FY2021"
            text, year = part.tokens[0].text, own.year
    fields = read_period(text, year)
    if fields is None:
        return None
    if fields.week is not None and fields.year is not None:
        return week_of_year(fields.year, fields.week)
    return Absolute(fields) if fields.absolute else Occurrence(fields, Toward.CLAUSE, PUBLICATION)


def latter_half(captured: Captured) -> Meaning | None:
    """Read "the last half of 1989", "the latter half of this year"."""
    year, outer = captured.year(), relative_current(captured)
    if year is not None:
        return Absolute(Fields(year=year, half=2))
    return None if outer is None else Within(outer, Fields(half=2))


def counterpart(captured: Captured) -> Meaning | None:
    """Read "the 1988 quarter", "the 1988 period"."""
    year = captured.year()
    return None if year is None else Counterpart(year)


def latest_quarter(captured: Captured) -> Meaning:  # noqa: ARG001 - every builder takes it
    """Read "the quarter", "the latest period": the one under discussion, or that ended last."""
    return Current(Unit.QUARTER, PERIOD)


def latest_year(captured: Captured) -> Meaning:  # noqa: ARG001 - every builder takes it
    """Read "the latest fiscal year"."""
    return shifted_unit(Current(Unit.YEAR, PUBLICATION), Unit.YEAR, -1)


def year_before(captured: Captured) -> Meaning | None:
    """Read "year-earlier", "the year-ago third quarter", "the same month last year"."""
    if captured.integer("relative") not in (None, -1):
        return None
    number, unit = captured.integer("ordinal"), captured.unit()
    of: Meaning = MENTIONED  # or the period under discussion, where the text has one
    if number is not None:
        of = Occurrence(Fields(quarter=number), Toward.LATEST, PUBLICATION)
    elif unit is not None:
        of = Current(unit, PERIOD if unit is Unit.QUARTER else MENTIONED)
    return Shift(of, Amount.exactly(1), Unit.YEAR, Side.BEFORE, keep_grain=True)
