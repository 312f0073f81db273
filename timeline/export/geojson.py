"""The GeoJSON export (RFC 7946): a feature for each event.

One whose coordinates are not known has no geometry (`null`), which the format calls unlocated;
`located` says which name of the event they are those of, and `located_by` how that is known.
"""

from typing import Any, TextIO

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_located_text
from timeline.export.locating import ATTRIBUTION, Locations
from timeline.model.date_record import day
from timeline.model.edtf import to_edtf
from timeline.model.timeline import Timeline
from timeline.wording.json_text import json_text


def write_geojson(timeline: Timeline, out: TextIO, locations: Locations) -> None:
    """Write one collection of features, a feature a line."""
    entries = [entry for section in chronology(timeline) for entry in section.entries]
    out.write(
        f'{{"type": "FeatureCollection", "attribution": {json_text(ATTRIBUTION)}, "features": ['
    )
    out.write(",".join(f"\n{json_text(_feature(entry, locations))}" for entry in entries))
    out.write("\n]}\n")


def _feature(entry: Entry, locations: Locations) -> dict[str, Any]:
    event = entry.event
    found = locations.of(event)
    # The longitude comes first.
    geometry = {"type": "Point", "coordinates": list(found.point[::-1])} if found else None
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
            "located": found.name if found else None,
            "located_by": found.basis.value if found else None,
            "confidence": round(event.confidence, 3),
            "said": list(in_sentences(entry)),
        },
    }


FORMAT = Format(
    "geojson",
    ".geojson",
    "application/geo+json",
    "places as features, for maps on the web and QGIS",
    as_located_text(write_geojson),
    place=96,
)
