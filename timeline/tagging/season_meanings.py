"""Seasons that run over two years: of a sport, of a school, the summer of the south."""

from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Amount,
    Between,
    Fields,
    Meaning,
    Occurrence,
    Part,
    Portion,
    Shift,
    Side,
    Toward,
)
from timeline.model.units import Unit
from timeline.tagging.captured import Captured

_AUGUST, _MAY, _SEPTEMBER, _JUNE, _DECEMBER, _FEBRUARY = 8, 5, 9, 6, 12, 2
_SUMMER, _WINTER = 2, 4
_NINE = Amount.exactly(9)  # months from August to May
_HUNDRED = 100
_HALVES = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF, -1: Part.SECOND_HALF}


def sport_season(captured: Captured) -> Meaning | None:
    """Read "the 2004-05 season", "early in the 2004-05 season", "the 2010-11 school year"."""
    year = _first_of_two(captured)
    if year is None:
        return None
    return _limited(between_years(year, school="academic" in captured), captured)


def between_years(year: int, *, school: bool = False) -> Between:
    """Return a season that begins in a year and ends in the next: August to May."""
    first, last = (_SEPTEMBER, _JUNE) if school else (_AUGUST, _MAY)
    return Between(
        Absolute(Fields(year=year, month=first)), Absolute(Fields(year=year + 1, month=last))
    )


def season_of_two_years(captured: Captured) -> Meaning | None:
    """Read "the winter of 2016-17", "the southern summer of 1797-98": December to February."""
    year, season = _first_of_two(captured), captured.integer("season")
    if year is None or season not in (_SUMMER, _WINTER):
        return None
    if season == _WINTER:
        return _limited(Absolute(Fields(year=year, season=season)), captured)
    return Between(
        Absolute(Fields(year=year, month=_DECEMBER)),
        Absolute(Fields(year=year + 1, month=_FEBRUARY)),
    )


def relative_season(captured: Captured) -> Meaning | None:
    """Read "last season", "the following season", "that season", "the season after"."""
    number = captured.integer("mentioned")
    of: Meaning = MENTIONED
    if number is None:
        of, number = PUBLICATION, _side_of_publication(captured)
    if number > 0:
        start = Occurrence(Fields(month=_AUGUST), Toward.NEXT, of)
        whole = Between(start, Shift(start, _NINE, Unit.MONTH, Side.AFTER))
    else:
        toward = Toward.PREVIOUS if number < 0 else Toward.COMING
        end = Occurrence(Fields(month=_MAY), toward, of)
        whole = Between(Shift(end, _NINE, Unit.MONTH, Side.BEFORE), end)
    return _limited(whole, captured)


def _side_of_publication(captured: Captured) -> int:
    found = captured.get("relative")
    return -1 if found is not None and found.cls == "LASTWORD" else 1


def _first_of_two(captured: Captured) -> int | None:
    """Return the first of two years that follow each other: 2004 of "2004-05"."""
    year, closing = captured.year(), captured.integer("closing")
    if year is None or closing is None:
        return None
    follows = closing in (year + 1, (year + 1) % _HUNDRED)
    return year if follows else None


def _limited(whole: Meaning, captured: Captured) -> Meaning:
    part = captured.part()
    if "half" in captured:
        part = _HALVES.get(captured.integer("nth") or 2)
    return whole if part is None else Portion(whole, part)
