"""The iCalendar export (RFC 5545), by the icalendar package.

A date becomes all-day events over the days that are possible, with what is uncertain in the
summary and the description: calendars have no field for it. What has no day, or none that a
calendar can hold (years 1 to 9999), becomes a journal entry without a date.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO

from icalendar import Calendar, Event, Journal

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import ExportContext, Format
from timeline.export.markdown import safe_url
from timeline.model import event as model
from timeline.model.clock import without_leap_second
from timeline.model.event import Status
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.wording.plain_text import one_line

_MADE = datetime(1970, 1, 1, tzinfo=UTC)  # required, and no clock is read
_LAST = date.max.toordinal() - 1
_TENTATIVE = (Status.PLANNED, Status.ALLEGED, Status.THREATENED, Status.DENIED, Status.HYPOTHETICAL)


def write_calendar(timeline: Timeline, out: BinaryIO, _context: ExportContext) -> None:
    """Write one VEVENT for each dated event, one VJOURNAL for each that no day can hold."""
    calendar = Calendar()
    calendar.add("prodid", "-//timeline//from articles//EN")
    calendar.add("version", "2.0")
    for section in chronology(timeline):
        for entry in section.entries:
            calendar.add_component(_component(entry))
    out.write(calendar.to_ical())


def _component(entry: Entry) -> Event | Journal:
    when = entry.event.when
    days = _days(when)
    made: Event | Journal = Journal() if days is None else Event()
    made.add("uid", f"{one_line(entry.event.id)}@timeline")
    made.add("dtstamp", _MADE)
    made.add("summary", _summary(entry, dated=days is not None))
    made.add("description", "\n".join(in_sentences(entry)))
    made.add("categories", [entry.event.category.value])
    url = next(filter(None, (safe_url(source.url) for source in entry.sources)), None)
    if url:
        made.add("url", url)
    if days is not None:
        _date(made, when, days)
        made.add("transp", "TRANSPARENT")  # nobody is busy through history
        made.add("status", _status(entry.event))
        if entry.event.places:
            made.add("location", one_line(", ".join(entry.event.places)))
    return made


def _summary(entry: Entry, *, dated: bool) -> str:
    """Return a title with what a calendar's grid would hide: a date of several days, a doubt."""
    event = entry.event
    certain = dated and event.when.days == 1 and not event.when.approximate
    said = [] if certain else [entry.date]
    if event.status is not Status.HAPPENED:
        said.append(event.status.value)
    if event.conflicts:
        said.append("disputed")
    return f"{entry.title} [{'; '.join(said)}]" if said else entry.title


def _days(when: When) -> tuple[int, int] | None:
    """Return the first and last day to show; an end that is open or unknown is the other one."""
    first = when.first if when.first is not None else when.last
    last = when.last if when.last is not None else when.first
    if first is None or last is None or first < 1 or last > _LAST:
        return None
    return first, last


def _date(made: Event | Journal, when: When, days: tuple[int, int]) -> None:
    begins = date.fromordinal(days[0])
    if when.clock and not when.clock.startswith("24"):
        made.add("dtstart", _moment(begins, when.clock))
        return
    made.add("dtstart", begins)
    made.add("dtend", date.fromordinal(days[1]) + timedelta(days=1))  # the day after the last


def _moment(day: date, clock: str) -> datetime:
    """Return a moment in UTC where the zone is stated, else a floating one (RFC 5545)."""
    shown = without_leap_second(clock)  # which Python cannot hold
    stated = time.fromisoformat(shown.replace("Z", "+00:00"))
    moment = datetime.combine(day, stated)
    if moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first or last day that there is
        return moment.replace(tzinfo=UTC)


def _status(event: model.Event) -> str:
    if event.status is Status.CANCELLED:
        return "CANCELLED"
    return "TENTATIVE" if event.status in _TENTATIVE else "CONFIRMED"


FORMAT = Format(
    "ics",
    ".ics",
    "text/calendar",
    "iCalendar: all-day events over the days that are possible",
    write_calendar,
    place=70,
)
