"""The KML export (OGC KML 2.2): a placemark for each event, at its coordinates and in its time.

An event whose coordinates are not known is a placemark without a point: it stands in the list that
programs show beside the map, and nowhere on it.
"""

import re
from typing import TextIO

from timeline.export.chronology import Entry, chronology, in_sentences
from timeline.export.format import Format, as_located_text
from timeline.export.locating import ATTRIBUTION, Locations
from timeline.export.plain_dates import plain_date
from timeline.export.xml_text import DECLARATION, xml_element, xml_text
from timeline.model.edtf import to_edtf
from timeline.model.event import Coordinates
from timeline.model.timeline import Timeline
from timeline.model.when import When

NAMESPACE = "http://www.opengis.net/kml/2.2"
_BEFORE_YEAR_1 = re.compile(r"(?:-|(?=0000))(\d+)")


def write_kml(timeline: Timeline, out: TextIO, locations: Locations) -> None:
    """Write one KML document."""
    entries = [entry for section in chronology(timeline) for entry in section.entries]
    located = sum(locations.of(entry.event) is not None for entry in entries)
    said = f"{len(entries):,} events, {located:,} of them with coordinates. {ATTRIBUTION}"
    out.write(f'{DECLARATION}<kml xmlns="{NAMESPACE}">\n<Document>\n')
    out.write(xml_element("name", "Chronology") + xml_element("description", said) + "\n")
    out.writelines(_placemark(entry, locations) + "\n" for entry in entries)
    out.write("</Document>\n</kml>\n")


def _placemark(entry: Entry, locations: Locations) -> str:
    """Write a placemark, its elements in the order that the schema wants."""
    event = entry.event
    found = locations.of(event)
    fields = {
        "id": event.id,
        "edtf": to_edtf(event.when),
        "status": event.status.value,
        "category": event.category.value,
        "actors": "; ".join(event.actors),
        "places": "; ".join(event.places),
        "located": found.name if found else "",
        "located_by": found.basis.value if found else "",
    }
    data = "".join(
        xml_element("Data", xml_element("value", xml_text(value)), name=name)
        for name, value in fields.items()
        if value
    )
    return xml_element(
        "Placemark",
        xml_element("name", xml_text(entry.title)),
        xml_element("description", xml_text("\n".join(in_sentences(entry)))),
        _time(event.when),
        xml_element("ExtendedData", data),
        _point(found.point) if found else "",
    )


def _point(point: Coordinates) -> str:
    """Write a point; the longitude stands first."""
    return xml_element("Point", xml_element("coordinates", f"{point[1]},{point[0]}"))


def _time(when: When) -> str:
    """Write when a placemark is to be shown: over all days that are possible."""
    plain = plain_date(when)
    if plain.unit:
        return xml_element("TimeStamp", xml_element("when", _schema_date(plain.unit)))
    begin, end = plain.start or plain.earliest, plain.end or plain.latest
    inside = "".join(
        xml_element(name, _schema_date(day))
        for name, day in (("begin", begin), ("end", end))
        if day
    )
    return xml_element("TimeSpan", inside) if inside else ""


def _schema_date(written: str) -> str:
    """Write a date of ISO 8601 as XML Schema 1.0 has it, where 1 BC is -0001 and not 0000."""
    found = _BEFORE_YEAR_1.match(written)
    return f"-{int(found[1]) + 1:04}{written[found.end() :]}" if found else written.lstrip("+")


FORMAT = Format(
    "kml",
    ".kml",
    "application/vnd.google-earth.kml+xml",
    "places with their time, for Google Earth and QGIS",
    as_located_text(write_kml),
    place=94,
)
