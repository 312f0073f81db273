"""Dates written in digits alone: ISO 8601, and day, month and year in the order of a language."""

import re

from timeline.languages.locale_file import puts_month_first
from timeline.languages.stated_date import StatedDate
from timeline.model.clock import offset, time_of_day

PLAIN_YEARS = range(
    1000, 2200
)  # a bare number outside is rather a count or the name of a resolution
_MONTHS = range(1, 13)
_PIVOT = 69  # two digits: 69 to 99 are 1969 to 1999, as POSIX has it

_CLOCK = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
_ZONE = r"(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d\d:?\d\d)?"
_AFTER = rf"(?:(?:T|,?\s+(?:at\s+)?){_CLOCK}\s*(?P<half>[ap]\.?m\.?)?\s*{_ZONE})?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<gap>[-/.])(?P<month>\d\d?)(?:(?P=gap)(?P<day>\d\d?){_AFTER})?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_LOCAL = re.compile(
    rf"(?P<one>\d\d?)(?P<gap>[-/.]) ?(?P<two>\d\d?)(?P=gap) ?(?P<year>\d{{4}}|\d\d){_AFTER}",
    re.IGNORECASE,
)
_EAST_ASIAN = re.compile(
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d\d?)\s?[月월](?:\s?(?P<day>\d\d?)\s?[日일号])?"
)
_YEAR = re.compile(r"\d{4}")


def numeric_date(text: str, language: str = "en") -> StatedDate | None:
    """Read a date of digits and separators; None where the text is anything else.

    Year first is ISO 8601 (`2024-07-31`, `2024/07`, `20240731`) or East Asian (`2024年7月31日`).
    Otherwise the numbers decide where one is above 12; else month first in American English (`en`,
    `en-US`) with slashes or hyphens, day first in every other language and with full stops.
    """
    if _YEAR.fullmatch(text):
        return StatedDate(int(text)) if int(text) in PLAIN_YEARS else None
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text) or _EAST_ASIAN.fullmatch(text)
    if found:
        day = found["day"]
        return _checked(int(found["year"]), int(found["month"]), int(day) if day else None, found)
    found = _LOCAL.fullmatch(text)
    if not found:
        return None
    day, month = _in_order(found, language)
    return _checked(_full_year(found["year"]), month, day, found)


def order_is_open(text: str) -> bool:
    """Return whether day and month of a numeric date could be the other way round: `03/04/2024`."""
    found = _LOCAL.fullmatch(text.strip())
    if not found or found["gap"] == ".":
        return False
    one, two = int(found["one"]), int(found["two"])
    return one != two and one in _MONTHS and two in _MONTHS


def _in_order(found: re.Match[str], language: str) -> tuple[int, int]:
    one, two = int(found["one"]), int(found["two"])
    month_first = found["gap"] != "." and puts_month_first(language)
    if one not in _MONTHS or (two in _MONTHS and not month_first):
        return one, two
    return two, one


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits need their century
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _checked(year: int, month: int, day: int | None, found: re.Match[str]) -> StatedDate | None:
    stated = StatedDate(year, month, day, _clock_of(found))
    return stated if month in _MONTHS and stated.when() else None


def _clock_of(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if not parts.get("hour"):
        return None
    half = (parts["half"] or "")[:1].casefold()
    return clock(
        int(parts["hour"]), int(parts["minute"]), int(parts["second"] or 0), half, parts["zone"]
    )


def clock(
    hour: int, minute: int, second: int = 0, half: str = "", zone: str | None = None
) -> str | None:
    """Write a time of day as `When` holds it; None where there is no such time.

    `half` is `a` or `p` of a twelve-hour clock. Zones count only where they are a number, `Z`, UTC
    or GMT: three letters such as IST stand for several.
    """
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours of a clock face
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time_of_day(hour, minute, second, offset(zone or ""))
