"""Places in time as plotly's axis takes them.

Within the years 1 to 9999 the axis is one of dates: ISO strings without an offset, zero-padded,
for numbers would shift by the viewer's time zone. Beyond, it is a linear axis of astronomical
years with fractions: -43.79 is about 15 March 45 BCE, whose year is -44.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.drawing.scene.fold import UNFOLDED, Fold
from timeline.model.calendar import civil, day_number, days_in_month, is_leap, iso_date

MS_IN_DAY = 86_400_000
FIRST_DATE = day_number(1)
LAST_DATE = day_number(9999, 12, 31)
FARTHEST_YEAR = 10_000_000
_DATE = re.compile(
    r"([+-]?\d{1,6})-(\d{1,2})(?:-(\d{1,2}))?(?:[ T](\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?)?"
)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """An axis of dates, or of years where dates do not reach, or of days with stretches folded."""

    dates: bool
    fold: Fold = UNFOLDED

    @classmethod
    def for_window(cls, window: tuple[int, int], fold: Fold = UNFOLDED) -> "TimeAxis":
        """Return the axis that a window of days (first, last) needs."""
        plain = not fold.gaps
        return cls(plain and window[0] >= FIRST_DATE and window[1] < LAST_DATE, fold)

    def at(self, place: float) -> str | float:
        """Write a place in time (a day number with a fraction) for this axis."""
        if self.fold.gaps:
            return self.fold.folded(place)
        if not self.dates:
            return years_at(place)
        return iso_moment(min(max(place, FIRST_DATE), LAST_DATE))

    def length(self, begin: float, end: float) -> float:
        """Return the length between two places.

        Milliseconds of dates, else years or folded days.
        """
        if self.fold.gaps:
            return self.fold.folded(end) - self.fold.folded(begin)
        if not self.dates:
            return years_at(end) - years_at(begin)
        low, high = (min(max(p, FIRST_DATE), LAST_DATE) for p in (begin, end))
        return round((high - low) * MS_IN_DAY)


def iso_moment(place: float) -> str:
    """Write a place in time as ISO 8601 without an offset: a date, with a time if there is one."""
    day, milliseconds = divmod(round(place * MS_IN_DAY), MS_IN_DAY)
    if milliseconds == 0:
        return iso_date(day)
    seconds, thousandths = divmod(milliseconds, 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{iso_date(day)} {hours:02d}:{minutes:02d}:{seconds % 60:02d}.{thousandths:03d}"


def years_at(place: float) -> float:
    """Return a place in time as an astronomical year with its fraction."""
    day = math.floor(place)
    year = civil(day)[0]
    return year + (place - day_number(year)) / _days_of(year)


def place_at(years: float) -> float:
    """Return the place in time of an astronomical year with a fraction; inverse of `years_at`."""
    year = math.floor(years)
    return day_number(year) + (years - year) * _days_of(year)


def window_of(ends: Sequence[object]) -> tuple[int, int]:
    """Read a range as plotly reports it (of an axis or of a selection) as first and last day.

    Takes date strings and numbers of years, in either order; days that are touched in part belong
    to it. Raises ValueError on anything else.
    """
    if len(ends) != 2:  # noqa: PLR2004 - a range has two ends
        msg = f"a range has two ends, not {len(ends)}"
        raise ValueError(msg)
    begin, end = sorted(map(_place, ends))
    # Pixels do not fall on midnights: a sliver of a day is no part of what was chosen.
    first, last = math.floor(begin + _SLIVER), math.ceil(end - _SLIVER) - 1
    return first, max(first, last)


_SLIVER = 1 / 1440


def _place(value: object) -> float:
    if isinstance(value, str):
        return _place_of_text(value)
    if isinstance(value, (int, float)) and abs(value) <= FARTHEST_YEAR:
        return place_at(value)
    msg = f"{value!r} is no date and no year"
    raise ValueError(msg)


def _place_of_text(text: str) -> float:
    found = _DATE.fullmatch(text.strip()[:40])
    if not found:
        msg = f"{text[:40]!r} is no date of the form YYYY-MM-DD"
        raise ValueError(msg)
    year, month, day = (int(found[i] or 1) for i in (1, 2, 3))
    seconds = int(found[4] or 0) * 3600 + int(found[5] or 0) * 60 + float(found[6] or 0)
    return day_number(year, month, min(day, days_in_month(year, month))) + seconds / 86_400


def _days_of(year: int) -> int:
    return 366 if is_leap(year) else 365
