"""The Web Annotation export: what the W3C model demands, and selectors that find their quotes."""

import json
from typing import Any

from tests.export.samples import TEXT, two_sources
from timeline.export import exported

MOTIVATIONS = {"identifying", "describing", "tagging"}


def items() -> list[dict[str, Any]]:
    collection = json.loads(exported(two_sources(), "annotations"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert page["type"] == "AnnotationPage"
    assert collection["total"] == len(page["items"])
    listed: list[dict[str, Any]] = page["items"]
    return listed


def test_every_annotation_has_what_the_model_demands() -> None:
    assert len({item["id"] for item in items()}) == 3
    for item in items():
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert body["purpose"] in MOTIVATIONS
            assert isinstance(body["value"], str)
        assert item["target"]["source"] in ("port.txt", "b/other.txt")


def test_the_selectors_find_the_sentence() -> None:
    for item in items():
        quote, place = item["target"]["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert TEXT[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def test_dates_and_doubts_are_said() -> None:
    first = items()[0]["body"]
    assert "The sources differ (date)" in first[0]["value"]
    assert next(body["value"] for body in first if body["purpose"] == "tagging") == "2022-06"
