"""The JSON-LD export: a list of schema.org's events, as search engines and catalogues read them.

schema.org knows a start and an end. They are written where the date is a day, a month or a year, or
where the event lasts from one to the other; what lies somewhere in between has neither, for a span
would say that it lasted. The whole date is the identifier with `propertyID` "EDTF".
"""

from typing import Any, TextIO

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_located_text
from timeline.export.locating import Location, Locations
from timeline.export.markdown import safe_url
from timeline.export.plain_dates import plain_date
from timeline.model.edtf import to_edtf
from timeline.model.event import Event, Status
from timeline.model.timeline import Timeline
from timeline.wording.json_text import json_text

CONTEXT = "https://schema.org"
_Record = dict[str, Any]
_STATUS = {Status.CANCELLED: "EventCancelled", Status.PLANNED: "EventScheduled"}


def write_schema_org(timeline: Timeline, out: TextIO, locations: Locations) -> None:
    """Write one JSON-LD document."""
    entries = [entry for section in chronology(timeline) for entry in section.entries]
    document = {
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": "Chronology",
        "numberOfItems": len(entries),
        "itemListElement": [
            {"@type": "ListItem", "position": place, "item": _event(entry, locations)}
            for place, entry in enumerate(entries, 1)
        ],
    }
    out.write(json_text(document, 1) + "\n")


def _event(entry: Entry, locations: Locations) -> _Record:
    event = entry.event
    when = plain_date(event.when)
    status = _STATUS.get(event.status)
    record = {
        "@type": "Event",
        "name": entry.title,
        "startDate": _moment(event, when.unit) or when.start,
        "endDate": when.end,
        "eventStatus": f"{CONTEXT}/{status}" if status else "",
        "identifier": [
            _property("id", event.id),
            _property("EDTF", to_edtf(event.when)),
        ],
        "description": "; ".join(in_sentences(entry)),
        "keywords": event.category.value,
        "location": _places(event, locations),
        "about": [{"@type": "Thing", "name": actor} for actor in event.actors],
        "subjectOf": [_article(entry, document) for document in event.documents],
    }
    return {name: value for name, value in record.items() if value}


def _moment(event: Event, day: str) -> str:
    """Return a day with its time, where that is known."""
    clock = event.when.clock
    return f"{day}T{clock}" if day and clock and not clock.startswith("24") else day


def _property(name: str, value: str) -> _Record:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _places(event: Event, locations: Locations) -> list[_Record]:
    """Return the places of an event, those that are sure with their coordinates."""
    known = locations.named(event)
    places = [_place(name, known.get(name)) for name in event.places]
    found = locations.of(event)
    return places or ([_place("", found)] if found else [])


def _place(name: str, found: Location | None) -> _Record:
    record: _Record = {"@type": "Place", "name": name}
    if found:
        latitude, longitude = found.point
        record["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return {key: value for key, value in record.items() if value}


def _article(entry: Entry, document: str) -> _Record:
    source = next((s for s in entry.sources if s.document == document), entry.sources[0])
    record = {"@type": "Article", "name": source.title, "url": safe_url(source.url)}
    return {name: value for name, value in record.items() if value}


FORMAT = Format(
    "jsonld",
    ".schema.jsonld",
    "application/ld+json",
    "schema.org events, for catalogues and search engines",
    as_located_text(write_schema_org),
    place=92,
)
