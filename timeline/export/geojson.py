"""The GeoJSON export (RFC 7946): a feature for each event.

One whose coordinates are not known has no geometry (`null`), which the format calls unlocated.
"""

from typing import Any, TextIO

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_text
from timeline.export.locating import locate
from timeline.model.date_record import day
from timeline.model.edtf import to_edtf
from timeline.model.timeline import Timeline
from timeline.wording.json_text import json_text


def write_geojson(timeline: Timeline, out: TextIO) -> None:
    """Write one collection of features, a feature a line."""
    entries = [entry for section in chronology(timeline) for entry in section.entries]
    out.write('{"type": "FeatureCollection", "features": [')
    out.write(",".join(f"\n{json_text(_feature(entry))}" for entry in entries))
    out.write("\n]}\n")


def _feature(entry: Entry) -> dict[str, Any]:
    event = entry.event
    point = locate(event)
    # The longitude comes first.
    geometry = {"type": "Point", "coordinates": [point[1], point[0]]} if point else None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "title": entry.title,
            "date": entry.date,
            "edtf": to_edtf(event.when),
            "start": day(event.when.first),
            "end": day(event.when.last),
            "status": event.status.value,
            "category": event.category.value,
            "actors": list(event.actors),
            "places": list(event.places),
            "confidence": round(event.confidence, 3),
            "said": list(in_sentences(entry)),
        },
    }


FORMAT = Format(
    "geojson",
    ".geojson",
    "application/geo+json",
    "places as features, for maps on the web and QGIS",
    as_text(write_geojson),
    place=96,
)
