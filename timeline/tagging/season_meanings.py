"""Seasons of sport and school: "the 2011–12 season", "last season".

They run from August to May, as in football and in school.
"""

from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    Between,
    Fields,
    Meaning,
    Occurrence,
    Toward,
)
from timeline.tagging.calendar_meanings import years_between
from timeline.tagging.captured import Captured

_FIRST, _LAST = 8, 5  # August to May
_STARTS, _ENDS = Fields(month=_FIRST), Fields(month=_LAST)


def season_of_years(captured: Captured) -> Meaning | None:
    """Read "the 2011–12 season"; over more than two years it is a run of seasons."""
    years = years_between(captured)
    if not isinstance(years, Between):
        return None
    match years.first, years.last:
        case Absolute(Fields(year=int(first))), Absolute(Fields(year=int(last))):
            start, end = Fields(year=first, month=_FIRST), Fields(year=last, month=_LAST)
            return Between(Absolute(start), Absolute(end))
    return None


def relative_season(captured: Captured) -> Meaning | None:
    """Read "last season", "this season", "next season"."""
    match captured.integer("relative"):
        case -1:
            end = Occurrence(_ENDS, Toward.PREVIOUS, PUBLICATION)
        case 0:
            end = Occurrence(_ENDS, Toward.COMING, PUBLICATION)
        case 1:
            start = Occurrence(_STARTS, Toward.NEXT, PUBLICATION)
            return Between(start, Occurrence(_ENDS, Toward.COMING, start))
        case _:
            return None
    return Between(Occurrence(_STARTS, Toward.LATEST, end), end)
