"""Dates of tables that programs write: ISO 8601 or YYYYMMDD, with a precision or a time zone."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from timeline.model.calendar import civil, day_number, month_bounds
from timeline.model.clock import read_clock, time_of_day
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import Basis, Kind, When

_MOMENT = re.compile(
    r"(?P<sign>[+-]?)(?P<year>\d{4,})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|[+-]\d\d:?\d\d|UTC)?)?"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_SLASHES = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})")
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?")
_UNITS = {
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
Words = Callable[[str], When]


def formal_date(written: str, words: Words, *, clocks: bool = False) -> When:
    """Read a date as programs write it, else by `words`; midnights are no times without `clocks`.

    Raise ValueError where there is no such day.
    """
    text = written.strip()
    found = _MOMENT.fullmatch(text) or _COMPACT.fullmatch(text)
    if found is None:
        return words(text)
    parts = found.groupdict()
    year = -int(parts["year"]) if parts.get("sign") == "-" else int(parts["year"])
    month, day = int(parts["month"]), int(parts["day"])
    if not month:  # Wikidata writes 1914-00-00 for a year
        return When(day_number(year), day_number(year, 12, 31), basis=Basis.GIVEN)
    if not day:
        return When(*month_bounds(year, month), basis=Basis.GIVEN)
    when = When.of_day(day_number(year, month, day), Basis.GIVEN)
    return replace(when, clock=_clock_of(parts)) if clocks else when


def _clock_of(parts: dict[str, str | None]) -> str | None:
    if not parts.get("hour"):
        return None
    zone = parts.get("zone") or ""
    zone = "Z" if zone in ("UTC", "+00:00", "+0000") else zone
    return read_clock(f"{parts['hour']}:{parts['minute']}:{parts['second'] or '00'}{zone}")


def in_its_zone(date: str, time: str, zone: str, *, month_first: bool) -> When:
    """Read day and time of a log in a zone by its name; raise ValueError where there is none such.

    An unknown zone leaves the time without one.
    """
    found = _SLASHES.fullmatch(date.strip())
    if found is None:
        raise ValueError(f"{date!r} is no date of the form 12/31/2020")
    first, second = int(found["first"]), int(found["second"])
    month, day = (first, second) if month_first else (second, first)
    when = When.of_day(day_number(int(found["year"]), month, day), Basis.GIVEN)
    clock = _CLOCK.fullmatch(time.strip())
    if clock is None:
        return when
    hour, minute, seconds = (int(part or 0) for part in clock.groups())
    moment = datetime(int(found["year"]), month, day, hour, minute, seconds)  # noqa: DTZ001 - its zone follows
    written = time_of_day(hour, minute, seconds, _offset(moment, zone.strip()))
    return replace(when, clock=written)


def _offset(moment: datetime, zone: str) -> str:
    """Return the distance of a zone from universal time at a moment, empty for an unknown one."""
    known: tzinfo
    try:
        known = ZoneInfo(zone)
    except (ValueError, OSError, KeyError):
        return ""
    written = moment.replace(tzinfo=known).strftime("%z")
    return "Z" if written == "+0000" else f"{written[:3]}:{written[3:5]}"


def as_precise(when: When, precision: str) -> When:
    """Widen a date to the units in which it is known to lie; a day or a range stays as it is."""
    if when.first is None or when.last is None or precision not in _UNITS:
        return when
    unit = _UNITS[precision]
    first, last = when.first, when.last
    if unit is Unit.CENTURY:  # any year from 1801 to 1900 stands for the 19th
        first = last = day_number(civil(first)[0] - 1)
    return When(unit_bounds(unit, first)[0], unit_bounds(unit, last)[1], basis=Basis.GIVEN)


def without_false_precision(when: When) -> When:
    """Return the year or month of a first day that may stand for it, as Wikidata's answers do."""
    if when.first is None or when.first != when.last or when.clock is not None:
        return when
    _, month, day = civil(when.first)
    if day > 1:
        return when
    return as_precise(when, "year" if month == 1 else "month")


def from_to(first: When, last: When, *, within: bool) -> When:
    """Return the stretch between two dates, or `within` which the event lies."""
    if first.first is None or last.last is None:
        raise ValueError("is no stretch of time: one of its ends is not known")
    if (first.first, first.last) == (last.first, last.last):
        return first
    kind = Kind.WITHIN if within else Kind.THROUGHOUT
    return When(first.first, last.last, kind, basis=Basis.GIVEN)
