"""TEI: events, names and places; what is read back tells the same days."""

from dataclasses import replace

from hypothesis import given
from lxml import etree

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.export import exported
from timeline.model.calendar import parse_iso_date
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# What TEI P5 lets stand in an event, in its order: heads and descriptions, then notes.
CONTENT = ["label", "desc", "note"]


def root_of(timeline: Timeline) -> etree._Element:
    return etree.fromstring(exported(timeline, "tei"))


def events_of(timeline: Timeline) -> list[etree._Element]:
    return list(root_of(timeline).iter(f"{TEI}event"))


def test_names_and_places_are_listed_once_and_referred_to() -> None:
    root = root_of(two_sources())
    keys = {element.get(XML_ID) for element in root.iter() if element.get(XML_ID)}
    assert {"actor-1", "actor-2", "place-1", "event-1", "event-2"} == keys
    referred = {str(e.get("ref"))[1:] for e in root.iter() if e.get("ref")}
    assert referred == {"actor-1", "actor-2", "place-1"}
    assert [e.text for e in root.iter(f"{TEI}name")][-2:] == ["Norland", "Port & Sons"]


def test_doubts_details_and_sources_are_notes() -> None:
    first, _ = events_of(two_sources())
    notes = [(note.get("type"), note.text or "") for note in first.iter(f"{TEI}note")]
    assert ("doubt", "The sources differ (date): June 2022 or July 2022") in notes
    assert ("detail", "Category: economy") in notes
    assert sum(kind == "source" for kind, _ in notes) == 2


def test_coordinates_stand_at_their_place() -> None:
    told = replace(event(), coordinates=(34.5, 69.2))
    root = root_of(Timeline((article(),), (told,)))
    assert root.findtext(f".//{TEI}place/{TEI}location/{TEI}geo") == "34.5 69.2"


def test_an_empty_timeline_is_a_valid_text() -> None:
    body = root_of(Timeline((), ())).find(f"{TEI}text/{TEI}body")
    assert body is not None
    assert [etree.QName(child).localname for child in body] == ["p"]


def test_what_xml_cannot_hold_is_replaced() -> None:
    told = event(title='A "bell"\x07 & <b>\ud800')
    (written,) = events_of(Timeline((article(),), (told,)))
    assert written.findtext(f"{TEI}label") == 'A "bell"\ufffd & <b>\ufffd'


@given(whens())
def test_the_attributes_say_the_date_and_none_that_is_finer(when: When) -> None:
    (written,) = events_of(Timeline((article(),), (event(mention(when=when)),)))
    content = [CONTENT.index(etree.QName(child).localname) for child in written]
    assert content == sorted(content)
    said = written.get("when-custom")
    assert said == (to_edtf(when) if when.resolved else None)
    unit = written.get("when")
    if unit is not None:
        named = from_edtf(unit)
        assert (named.first, named.last) == (when.first, when.last)
        return
    first = written.get("from") or written.get("notBefore")
    last = written.get("to") or written.get("notAfter")
    assert when.first == (None if first is None else parse_iso_date(first))
    assert when.last == (None if last is None else parse_iso_date(last))
