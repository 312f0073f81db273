"""The TimelineJS export (Knight Lab, TimelineJS 3 JSON): a slide for each dated event.

TimelineJS knows moments and spans of days. What is uncertain goes where a viewer reads it: into
`display_date` and the slide's text. The undated events, for which it has no slide, are listed on
the title slide. Each slide also carries its event under the key `timeline`, which TimelineJS
passes over and `timeline import` reads back. All text is HTML there, and is escaped.
"""

import html
from collections.abc import Iterable
from typing import Any, TextIO

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_text
from timeline.export.markdown import safe_url
from timeline.model.calendar import civil
from timeline.model.edtf import to_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.wording.json_text import json_text

_Record = dict[str, Any]


def write_timelinejs(timeline: Timeline, out: TextIO) -> None:
    """Write one JSON document."""
    entries = [entry for section in chronology(timeline) for entry in section.entries]
    document = {
        "title": _title([entry for entry in entries if not entry.event.dated], len(entries)),
        "events": [_slide(entry) for entry in entries if entry.event.dated],
        "scale": "human",
    }
    out.write(json_text(document, 1) + "\n")


def dates_of(when: When) -> _Record:
    """Return `start_date` and `end_date` of a date: its first and last possible day.

    A side that is open or unknown is the other one. Years before our era are counted as people
    count them: -45 is 45 BCE.
    """
    first = when.first if when.first is not None else when.last
    last = when.last if when.last is not None else when.first
    if first is None or last is None:
        return {}
    start = _date(first)
    if when.clock and not when.clock.startswith("24"):
        start |= {"hour": int(when.clock[:2]), "minute": int(when.clock[3:5])}
    return (
        {"start_date": start} if first == last else {"start_date": start, "end_date": _date(last)}
    )


def _date(day: int) -> dict[str, int]:
    year, month, of_month = civil(day)
    return {"year": year if year > 0 else year - 1, "month": month, "day": of_month}


def _title(undated: Iterable[Entry], count: int) -> _Record:
    listed = [entry.title for entry in undated]
    text = f"<p>{count:,} event{'s' if count != 1 else ''}</p>"
    if listed:
        items = "".join(f"<li>{html.escape(title)}</li>" for title in listed)
        text += f"<p>Without a date:</p><ul>{items}</ul>"
    return {
        "text": {"headline": "Chronology", "text": text},
        "timeline": [_own(entry) for entry in undated],
    }


def _slide(entry: Entry) -> _Record:
    said = "".join(f"<p>{html.escape(line)}</p>" for line in in_sentences(entry))
    slide = {
        **dates_of(entry.event.when),
        "display_date": html.escape(entry.date),
        "text": {"headline": html.escape(entry.event.title), "text": said},
        "group": entry.event.category.value,
        "unique_id": entry.event.id,
        "timeline": _own(entry),
    }
    url = next(filter(None, (safe_url(source.url) for source in entry.sources)), None)
    return {**slide, "media": {"url": "", "link": url}} if url else slide


def _own(entry: Entry) -> _Record:
    """Return the event as this program knows it, for the way back."""
    event = entry.event
    return {
        "title": event.title,
        "edtf": to_edtf(event.when),
        "status": event.status.value,
        "category": event.category.value,
        "actors": list(event.actors),
        "places": list(event.places),
    }


FORMAT = Format(
    "timelinejs",
    ".timelinejs.json",
    "application/json",
    "slides for TimelineJS 3; `timeline import` reads it back",
    as_text(write_timelinejs),
    place=60,
)
