"""The TEI export (TEI P5): a list of the events, with the names and places in them.

An event's date is `when`, `from` and `to`, or `notBefore` and `notAfter`; `when-custom` holds it as
EDTF, which says what these cannot. The sentences that tell of it are quoted, each with its article.
Who acts is a `person` with a plain `name`, for a text does not say whether it is a person.
"""

from collections.abc import Iterable, Iterator
from typing import TextIO

from timeline.export.chronology import Entry, chronology, source_in_words
from timeline.export.format import Format, as_located_text
from timeline.export.locating import ATTRIBUTION, Locations
from timeline.export.plain_dates import plain_date
from timeline.export.xml_text import DECLARATION, xml_element, xml_text
from timeline.model.edtf import to_edtf
from timeline.model.event import Coordinates
from timeline.model.timeline import Timeline
from timeline.model.when import When

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_Keys = dict[str, str]


def write_tei(timeline: Timeline, out: TextIO, locations: Locations) -> None:
    """Write one TEI document."""
    entries = [entry for section in chronology(timeline) for entry in section.entries]
    actors = _keys("actor", (name for entry in entries for name in entry.event.actors))
    places = _keys("place", (name for entry in entries for name in entry.event.places))
    out.write(DECLARATION)
    out.write(f'<TEI xmlns="{NAMESPACE}">\n{_header(timeline)}\n<text><body>\n')
    if entries:
        out.write("<listEvent>\n")
        out.writelines(
            _event(number, entry, actors, places) + "\n" for number, entry in enumerate(entries, 1)
        )
        out.write("</listEvent>\n")
    else:
        out.write("<p>No events.</p>\n")
    out.writelines(_list("listPerson", (_person(*item) for item in actors.items())))
    points = _points(entries, locations)
    out.writelines(
        _list("listPlace", (_place(name, key, points.get(name)) for name, key in places.items()))
    )
    out.write("</body></text>\n</TEI>\n")


def _keys(kind: str, names: Iterable[str]) -> _Keys:
    return {name: f"{kind}-{number}" for number, name in enumerate(dict.fromkeys(names), 1)}


def _header(timeline: Timeline) -> str:
    articles = "".join(
        xml_element(
            "bibl", xml_element("title", xml_text(one.article.title)), n=one.article.document
        )
        for one in timeline.documents
    )
    source = xml_element("listBibl", articles) if articles else xml_element("p", "No articles.")
    return xml_element(
        "teiHeader",
        xml_element(
            "fileDesc",
            xml_element("titleStmt", xml_element("title", "Chronology")),
            xml_element(
                "publicationStmt", xml_element("p", f"Made of the articles below. {ATTRIBUTION}")
            ),
            xml_element("sourceDesc", source),
        ),
    )


def _event(number: int, entry: Entry, actors: _Keys, places: _Keys) -> str:
    event = entry.event
    date = xml_element("date", xml_text(entry.date), **_dates(event.when))
    said = (
        *(("doubt", line) for line in entry.doubts),
        *(("detail", line) for line in entry.about),
        *(("source", source_in_words(source)) for source in entry.sources),
    )
    notes = "".join(xml_element("note", xml_text(line), type=kind) for kind, line in said)
    named = [
        *(xml_element("name", xml_text(name), ref=f"#{actors[name]}") for name in event.actors),
        *(
            xml_element("placeName", xml_text(name), ref=f"#{places[name]}")
            for name in event.places
        ),
    ]
    who = f" ({', '.join(named)})" if named else ""
    return xml_element(
        "event",
        xml_element("label", xml_text(entry.title)),
        xml_element("desc", f"{date}: {xml_text(entry.title)}{who}"),
        notes,
        xml_id=f"event-{number}",
        n=event.id,
        type=event.category.value,
        **_dates(event.when),
    )


def _dates(when: When) -> dict[str, str | None]:
    """Return the attributes of a date; years before our era as XML Schema 1.1 counts them."""
    plain = plain_date(when)
    found = {
        "when": plain.unit,
        "from": plain.start,
        "to": plain.end,
        "notBefore": plain.earliest,
        "notAfter": plain.latest,
        "when-custom": to_edtf(when) if when.resolved else "",
    }
    return {name: value or None for name, value in found.items()}


def _points(entries: Iterable[Entry], locations: Locations) -> dict[str, Coordinates]:
    """Return the coordinates of places that are sure; a name for two places has none."""
    points: dict[str, set[Coordinates]] = {}
    for entry in entries:
        for name, found in locations.named(entry.event).items():
            points.setdefault(name, set()).add(found.point)
    return {name: min(found) for name, found in points.items() if len(found) == 1}


def _person(name: str, key: str) -> str:
    return xml_element("person", xml_element("p", xml_element("name", xml_text(name))), xml_id=key)


def _place(name: str, key: str, point: Coordinates | None) -> str:
    where = xml_element("location", xml_element("geo", f"{point[0]} {point[1]}")) if point else ""
    return xml_element("place", xml_element("placeName", xml_text(name)), where, xml_id=key)


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    inside = "\n".join(items)
    if inside:
        yield f"<{name}>\n{inside}\n</{name}>\n"


FORMAT = Format(
    "tei",
    ".tei.xml",
    "application/tei+xml",
    "TEI P5: events, names and places, for editions",
    as_located_text(write_tei),
    place=85,
)
