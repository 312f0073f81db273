"""Times of day: the one place where hours and minutes become a clock time, or none.

ISO 8601 as `When` holds it: `09:30`, `09:30:15`, `09:30Z`, `09:30+05:30`, no seconds where they are
zero. `24:00` is the end of the day, second 60 a leap second, which falls on the last minute of an
hour anywhere on earth. What no clock shows (25:00, 9:75, an offset of a day) is none.
"""

import re

END_OF_DAY = "24:00"
_LAST_HOUR, _LAST_MINUTE, _LAST_SECOND = 23, 59, 59
_FORM = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?", re.ASCII
)
_OFFSET = re.compile(r"(?P<sign>[+\-\u2212])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?")


def time_of_day(hour: int, minute: int = 0, second: int = 0, zone: str | None = "") -> str | None:
    """Return a time of day; None where there is none, or its `zone` (see `offset`) is None."""
    if zone is None or not _shown(hour, minute, second):
        return None
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "") + zone


def offset(written: str) -> str | None:
    """Return a zone that is written as a number, Z, UTC or GMT: "Z" or "+05:30".

    An empty one stays so; None where there is no such offset: a day or more, or 75 minutes.
    """
    if not written:
        return ""
    found = _OFFSET.search(written)
    if found is None:
        return "Z"
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if hours > _LAST_HOUR or minutes > _LAST_MINUTE:
        return None
    return f"{'+' if found['sign'] == '+' else '-'}{hours:02d}:{minutes:02d}"


def is_clock_time(text: str) -> bool:
    """Return whether a text is a clock time in exactly the form that this module writes."""
    return read_clock(text) == text


def read_clock(text: str) -> str | None:
    """Read `09:30:00+05:30`; None where that is no clock time."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    return time_of_day(hour, minute, second, offset(found["zone"] or ""))


def without_leap_second(clock: str) -> str:
    """Return a clock time with the second before it in the place of a leap second."""
    return clock.replace(f":{_LAST_SECOND + 1}", f":{_LAST_SECOND}")


def _shown(hour: int, minute: int, second: int) -> bool:
    """Return whether a clock ever shows this."""
    if (hour, minute, second) == (24, 0, 0):
        return True
    leap = second == _LAST_SECOND + 1 and minute == _LAST_MINUTE
    return (
        0 <= hour <= _LAST_HOUR
        and 0 <= minute <= _LAST_MINUTE
        and (0 <= second <= _LAST_SECOND or leap)
    )
