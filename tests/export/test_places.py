"""KML and GeoJSON: an event a placemark or feature, at its coordinates, in its time."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from hypothesis import given
from lxml import etree

from tests.export.samples import article, event, mention
from tests.strategies import whens
from timeline.export import Locations, exported
from timeline.export.locating import Location
from timeline.model.edtf import from_edtf
from timeline.model.event import Coordinates, Event
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.places import Kind, Locator, Place
from timeline.query.selection import Selection

KABUL = (34.5, 69.2)
KML = "{http://www.opengis.net/kml/2.2}"
# The order of elements that the schema of KML wants.
ORDER = ["name", "description", "TimeStamp", "TimeSpan", "ExtendedData", "Point"]


def at(point: Coordinates | None, when: When, number: int = 1) -> Event:
    return replace(event(mention(when=when)), id=f"e{number}", coordinates=point)


def placemarks(*events: Event) -> list[etree._Element]:
    root = etree.fromstring(exported(Timeline((article(),), events), "kml"))
    assert root.tag == f"{KML}kml"
    return list(root.iter(f"{KML}Placemark"))


def features(*events: Event) -> list[dict[str, Any]]:
    document = json.loads(exported(Timeline((article(),), events), "geojson"))
    assert document["type"] == "FeatureCollection"
    found: list[dict[str, Any]] = document["features"]
    return found


def test_the_longitude_stands_first() -> None:
    (mark,) = placemarks(at(KABUL, from_edtf("2022-06")))
    assert mark.findtext(f"{KML}Point/{KML}coordinates") == "69.2,34.5"
    (feature,) = features(at(KABUL, from_edtf("2022-06")))
    assert feature["geometry"] == {"type": "Point", "coordinates": [69.2, 34.5]}
    assert feature["properties"]["edtf"] == "2022-06"


def test_an_event_without_coordinates_is_there_and_nowhere_on_the_map() -> None:
    told = (at(KABUL, from_edtf("2022"), 1), at(None, from_edtf("2023"), 2))
    assert [mark.find(f"{KML}Point") is None for mark in placemarks(*told)] == [False, True]
    assert [feature["geometry"] is None for feature in features(*told)] == [False, True]
    said = exported(Timeline((), told), "kml").decode()
    assert "2 events, 1 of them with coordinates" in said


def in_place(name: str, number: int = 1) -> Event:
    told = mention(when=from_edtf("2022-06-14"))
    named = replace(told, mention=replace(told.mention, places=(name,)))
    return replace(event(named), id=f"e{number}", places=(name,), coordinates=None)


def test_names_that_are_sure_lie_where_the_gazetteer_says_and_say_so() -> None:
    told = (in_place("Reykjavik", 1), in_place("the coast", 2), in_place("Xyzzyville", 3))
    first, *open_ = features(*told)
    assert first["properties"]["located"] == "Reykjavik"
    assert first["properties"]["located_by"] == "gazetteer"
    longitude, latitude = first["geometry"]["coordinates"]
    assert (round(latitude), round(longitude)) == (64, -22)
    assert [one["geometry"] for one in open_] == [None, None]
    said = exported(Timeline((), told), "kml").decode()
    assert "3 events, 1 of them with coordinates" in said
    assert "GeoNames" in said


def test_what_a_list_or_a_person_says_outranks_the_gazetteer() -> None:
    told = in_place("Reykjavik")
    stated = replace(told, coordinates=KABUL)
    assert features(stated)[0]["properties"]["located_by"] == "stated"
    assert features(stated)[0]["geometry"]["coordinates"] == [69.2, 34.5]
    chosen = Locations.over((told,), {"reykjavik": Place("Reykjavik farm", Kind.CITY, 50.0, 7.0)})
    written = exported(Timeline((), (told,)), "geojson", locations=chosen)
    (feature,) = json.loads(written)["features"]
    assert feature["geometry"]["coordinates"] == [7.0, 50.0]
    assert feature["properties"]["located_by"] == "chosen"


@pytest.mark.parametrize("name", ["kml", "geojson", "tei", "jsonld", "parquet"])
def test_a_part_of_a_collection_lies_where_the_whole_says(name: str) -> None:
    told = tuple(in_place(place, number) for number, place in enumerate(("Paris", "Lyon"), 1))
    asked: list[str] = []

    class Asked(Locations):
        def of(self, event: Event) -> Location | None:
            asked.append(event.id)
            return super().of(event)

        def named(self, event: Event) -> dict[str, Location]:
            asked.append(event.id)
            return super().named(event)

    whole = Asked(lambda: Locator(told))
    exported(Timeline((), told), name, Selection().choose("place", ("Paris",)), locations=whole)
    assert set(asked) == {"e1"}


SCHEMA = etree.XMLSchema(etree.parse(str(files("pykml") / "schemas" / "ogckml22.xsd")))


@given(whens())
def test_what_is_written_is_valid_by_the_schema_of_its_kind(when: When) -> None:
    told = Timeline((article(),), (at(KABUL, when, 1), at(None, when, 2), in_place("Oslo", 3)))
    SCHEMA.assertValid(etree.fromstring(exported(told, "kml")))
    written = exported(told, "geojson")
    assert FeatureCollection.model_validate_json(written).length == 3


@pytest.mark.parametrize(
    ("edtf", "stamp", "span"),
    [
        ("2022-06-14", "2022-06-14", None),
        ("2022-06", "2022-06", None),
        ("2022", "2022", None),
        ("2001/2005", None, ("2001-01-01", "2005-12-31")),
        ("[2022-06-14..2022-07-02]", None, ("2022-06-14", "2022-07-02")),
        ("2021-08/..", None, ("2021-08-01", None)),
        ("XXXX-XX-XX", None, None),
    ],
)
def test_a_placemark_is_shown_over_all_days_that_are_possible(
    edtf: str, stamp: str | None, span: tuple[str | None, str | None] | None
) -> None:
    (mark,) = placemarks(at(KABUL, from_edtf(edtf)))
    assert mark.findtext(f"{KML}TimeStamp/{KML}when") == stamp
    found = mark.find(f"{KML}TimeSpan")
    bounds = None
    if found is not None:
        bounds = (found.findtext(f"{KML}begin"), found.findtext(f"{KML}end"))
    assert bounds == span


@given(whens())
def test_elements_stand_in_the_order_of_the_schema(when: When) -> None:
    (mark,) = placemarks(at(KABUL, when))
    places = [ORDER.index(etree.QName(child).localname) for child in mark]
    assert places == sorted(set(places))
