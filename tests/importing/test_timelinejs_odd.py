"""TimelineJS files as people keep them: empty fields, eras, months in words, missing headlines."""

import json

import pytest

from timeline.importing.timelinejs import read_timelinejs
from timeline.model.edtf import to_edtf

SLIDES = [
    # start, end, further fields, EDTF
    ({"year": "2012", "month": "", "day": "", "hour": ""}, {"year": ""}, {}, "2012"),
    ({"year": " 1928 "}, {"year": "1929"}, {"display_date": "around 1928"}, "1928~/1929~"),
    ({"year": "1903"}, None, {"display_date": "c. 1903"}, "1903~"),
    ({"year": "2014", "month": "March"}, None, {}, "2014-03"),
    ({"year": 2014, "month": "märz", "day": 3}, None, {}, "2014-03-03"),
    ("2014-05-06", None, {}, "2014-05-06"),
    ("May 2014", None, {}, "2014-05"),
    ({"year": "2014", "month": "2", "day": "3", "hour": "9"}, None, {}, "2014-02-03T09:00:00"),
    ({"year": "-45"}, None, {}, "-0044"),
]
REFUSED = [
    ({"text": {"headline": "No date"}}, "slide 1 (No date): has no start_date"),
    (
        {"start_date": {"year": "2014", "month": "13"}, "text": {"headline": "A"}},
        "'13' is no month",
    ),
    (
        {"start_date": {"year": "2014", "month": "Foo"}, "text": {"headline": "A"}},
        "'Foo' is no month",
    ),
    ({"start_date": {"year": "x"}, "text": {"headline": "A"}}, "year 'x' is no whole number"),
    ({"start_date": {"year": "2014"}}, "has neither a headline nor a text"),
    ("a slide", "is no slide"),
]


def document(*slides: object, **further: object) -> str:
    return json.dumps({"events": slides, **further})


@pytest.mark.parametrize(("start", "end", "more", "edtf"), SLIDES)
def test_a_date_is_read_as_far_as_it_is_stated(
    start: object, end: object, more: dict[str, str], edtf: str
) -> None:
    slide = {"start_date": start, "end_date": end, "text": {"headline": "It burned"}, **more}
    (event,) = read_timelinejs(document(slide), "a.json").events
    assert to_edtf(event.when) == edtf


@pytest.mark.parametrize(("slide", "why"), REFUSED)
def test_what_cannot_be_read_is_named(slide: object, why: str) -> None:
    found = read_timelinejs(document(slide), "a.json")
    assert found.events == ()
    assert why in found.refused[0]


def test_a_slide_without_a_headline_is_named_by_its_text() -> None:
    slide = {
        "start_date": {"year": "2016"},
        "text": {"text": "<p>The <b>mill</b> burned. All of it.</p>"},
    }
    (event,) = read_timelinejs(document(slide), "a.json").events
    assert event.title == "The mill burned."


def test_eras_are_events() -> None:
    era = {
        "start_date": {"year": "1939"},
        "end_date": {"year": "1945"},
        "text": {"headline": "War"},
    }
    found = read_timelinejs(document(eras=[era, {"text": {"headline": "When?"}}]), "a.json")
    assert [(e.title, to_edtf(e.when)) for e in found.events] == [("War", "1939/1945")]
    assert found.refused[0].startswith("a.json, era 2 (When?)")
