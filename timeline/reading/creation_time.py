"""The creation time of a TimeML file, a TIMEX3 value, as a publication date."""

import re
from dataclasses import replace
from datetime import date

from timeline.errors import DateInputError
from timeline.model.article import BASIS_OF, ClaimSource, DateClaim
from timeline.model.calendar import day_number
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import When
from timeline.reading.given_date import published_claim

_DAY = re.compile(r"(\d{4})(?P<gap>[-/]?)(\d\d)(?P=gap)(\d\d)(?:[T\s].*)?", re.DOTALL)
_WEEK = re.compile(r"(\d{4})-?W(\d\d)")


def creation_claim(value: str) -> DateClaim | None:
    """Read `2007-03-02`, `20070302`, `2007-03-02T10:00`, `2007-W09`, `2007-03`, `2007`.

    Gives None where the value is no date, or can be two: `03-02-2007`. The hour is left out, for
    publication dates count in days.
    """
    week = _WEEK.fullmatch(value)
    if week:
        return _week_claim(value, int(week[1]), int(week[2]))
    day = _DAY.fullmatch(value)
    try:
        claim = published_claim(
            "-".join(day.group(1, 3, 4)) if day else value, ClaimSource.CREATION
        )
    except DateInputError:
        return None
    return replace(claim, text=value)


def _week_claim(value: str, year: int, number: int) -> DateClaim | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    week = unit_bounds(Unit.WEEK, day_number(monday.year, monday.month, monday.day))
    return DateClaim(ClaimSource.CREATION, value, When(*week, basis=BASIS_OF[ClaimSource.CREATION]))
