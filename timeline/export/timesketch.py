"""The Timesketch CSV export: a row for each moment that bounds an event.

Timesketch wants `message`, `datetime` and `timestamp_desc`, and knows moments only. An event of
a known day is one row; any other date is two, its earliest and its latest possible day. What has
no day that Timesketch can hold (unknown, or outside 1678 to 2261, the range of its clock) stands
at 1970-01-01 as "Not a time", which is how its own tools write that. The date in words is in
every message.
"""

import csv
from collections.abc import Iterator
from typing import TextIO

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_text
from timeline.model.calendar import day_number, iso_date
from timeline.model.clock import without_leap_second
from timeline.model.edtf import to_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.wording.plain_text import one_line
from timeline.wording.table_cells import guarded, joined

COLUMNS = (
    *("message", "datetime", "timestamp_desc", "event_id", "title", "date_in_words", "edtf"),
    *("status", "category", "actors", "places", "confidence", "sources", "documents", "tag"),
    *("confidence_date", "confidence_wording", "worth"),
)
_SHARES = ("confidence", "confidence_date", "confidence_wording", "worth")
NOT_A_TIME = "Not a time"
_NO_MOMENT = "1970-01-01T00:00:00+00:00"
_FIRST, _LAST = day_number(1678), day_number(2261, 12, 31)


def write_timesketch(timeline: Timeline, out: TextIO) -> None:
    """Write the header row, then the moments of each event."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for section in chronology(timeline):
        for entry in section.entries:
            shared = _shared(entry)
            for moment, meaning in moments(entry.event.when):
                row = {**shared, "datetime": moment, "timestamp_desc": meaning}
                rows.writerow(_cell(name, str(row[name])) for name in COLUMNS)


def moments(when: When) -> Iterator[tuple[str, str]]:
    """Yield the moments of a date, ISO 8601 in UTC, each with what it is."""
    bounds = [
        (day, meaning)
        for day, meaning in (
            (when.first, "Earliest possible day"),
            (when.last, "Latest possible day"),
        )
        if day is not None and _FIRST <= day <= _LAST
    ]
    if not bounds:
        yield _NO_MOMENT, NOT_A_TIME
    elif when.first == when.last:
        yield f"{iso_date(bounds[0][0])}T{_clock(when.clock)}", "Event"
    else:
        yield from ((f"{iso_date(day)}T00:00:00+00:00", meaning) for day, meaning in bounds)


def _clock(clock: str | None) -> str:
    """Write a time of day; one without a zone is taken for UTC, as Timesketch would."""
    if clock is None or clock.startswith("24"):
        return "00:00:00+00:00"
    clock = without_leap_second(clock)  # which many programs refuse
    time, zone = clock[:5], clock[5:]
    seconds, zone = (zone[:3], zone[3:]) if zone.startswith(":") else (":00", zone)
    return f"{time}{seconds}{'+00:00' if zone in ('', 'Z') else zone}"


def _shared(entry: Entry) -> dict[str, object]:
    event = entry.event
    return {
        "message": f"{entry.title} – " + "; ".join(in_sentences(entry)),
        "event_id": one_line(event.id),
        "title": entry.title,
        "date_in_words": entry.date,
        "edtf": to_edtf(event.when),
        "status": event.status.value,
        "category": event.category.value,
        "actors": one_line(joined(event.actors)),
        "places": one_line(joined(event.places)),
        **{name: f"{getattr(event, name):.3f}" for name in _SHARES},
        "sources": len(event.documents),
        "documents": one_line("; ".join(event.documents)),
        "tag": event.category.value,
    }


def _cell(name: str, text: str) -> str:
    """Guard what comes from articles; dates are made of digits and the signs of EDTF."""
    return text if name in ("datetime", "edtf", *_SHARES) else guarded(text)


FORMAT = Format(
    "timesketch",
    ".timesketch.csv",
    "text/csv",
    "Timesketch: a row for each first and last possible day",
    as_text(write_timesketch),
    place=100,
)
