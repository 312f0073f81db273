"""schema.org events: dates that no reader takes for finer or longer than they are."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.export import exported
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Event, Status
from timeline.model.timeline import Timeline
from timeline.model.when import When

# Properties of schema.org's Event and those of Thing, as far as they are written.
PROPERTIES = {
    "@type",
    *("name", "description", "identifier", "startDate", "endDate", "eventStatus", "location"),
    *("about", "keywords", "subjectOf"),
}


def items(*events: Event) -> list[dict[str, Any]]:
    document = json.loads(exported(Timeline((article(),), events), "jsonld"))
    assert (document["@context"], document["@type"]) == ("https://schema.org", "ItemList")
    assert document["numberOfItems"] == len(events) == len(document["itemListElement"])
    found = [one["item"] for one in document["itemListElement"]]
    assert all(item["@type"] == "Event" and item.keys() <= PROPERTIES for item in found)
    return found


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2022-06-14", "2022-06-14", None),
        ("2022-06-14T09:30:00Z", "2022-06-14T09:30Z", None),
        ("2022-06", "2022-06", None),
        ("2001/2005", "2001-01-01", "2005-12-31"),
        ("2021-08/..", "2021-08-01", None),
        ("[2022-06-14..2022-07-02]", None, None),
        ("199X", None, None),
        ("XXXX-XX-XX", None, None),
    ],
)
def test_a_date_is_no_finer_and_no_longer_than_it_is(
    edtf: str, start: str | None, end: str | None
) -> None:
    (item,) = items(event(mention(when=from_edtf(edtf))))
    assert (item.get("startDate"), item.get("endDate")) == (start, end)


@given(whens())
def test_the_whole_date_is_an_identifier(when: When) -> None:
    (item,) = items(event(mention(when=when)))
    assert {"@type": "PropertyValue", "propertyID": "EDTF", "value": to_edtf(when)} in item[
        "identifier"
    ]


def test_status_place_and_articles() -> None:
    told = replace(event(), status=Status.CANCELLED, coordinates=(34.5, 69.2))
    (item,) = items(told)
    assert item["eventStatus"] == "https://schema.org/EventCancelled"
    geo = {"@type": "GeoCoordinates", "latitude": 34.5, "longitude": 69.2}
    assert item["location"] == [{"@type": "Place", "name": "Südby", "geo": geo}]
    document = json.loads(exported(two_sources(), "jsonld"))
    first = document["itemListElement"][0]["item"]
    assert [one["name"] for one in first["subjectOf"]] == ["Port opens", "Another"]
