"""The TimelineJS export: the fields that TimelineJS 3 documents, and nothing that could harm."""

import json
from typing import Any

import pytest
from hypothesis import given

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.export import exported
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.wording.dates import date_in_words

DATE_KEYS = {"year", "month", "day", "hour", "minute"}


def read(timeline: Timeline) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(exported(timeline, "timelinejs"))
    return value


def slide(when: When, title: str = "Harbour opens") -> dict[str, Any]:
    timeline = Timeline((article(),), (event(mention(when=when), title=title),))
    (only,) = read(timeline)["events"]
    assert isinstance(only, dict)
    return only


def test_a_slide_for_each_dated_event_and_a_list_of_the_others() -> None:
    document = read(two_sources())
    (only,) = document["events"]
    assert only["start_date"] == {"year": 2022, "month": 6, "day": 1}
    assert only["end_date"] == {"year": 2022, "month": 6, "day": 30}
    assert only["display_date"] == "June 2022"
    assert "The sources differ" in only["text"]["text"]
    assert "It rained" in document["title"]["text"]["text"]


@pytest.mark.parametrize(
    ("edtf", "start"),
    [
        ("-0044-03-15", {"year": -45, "month": 3, "day": 15}),
        ("2022-06-14T09:30:00", {"year": 2022, "month": 6, "day": 14, "hour": 9, "minute": 30}),
        ("../2021", {"year": 2021, "month": 12, "day": 31}),
    ],
)
def test_dates(edtf: str, start: dict[str, int]) -> None:
    assert slide(from_edtf(edtf))["start_date"] == start


@given(whens().filter(lambda when: when.resolved))
def test_every_date_is_said_in_words_beside_the_numbers(when: When) -> None:
    made = slide(when)
    assert made["display_date"] == date_in_words(when)
    for side in ("start_date", "end_date"):
        assert set(made.get(side, {})) <= DATE_KEYS
        assert all(isinstance(value, int) for value in made.get(side, {}).values())


def test_titles_are_text() -> None:
    made = slide(from_edtf("2022"), "<img src=x onerror=alert(1)> & more")
    assert made["text"]["headline"] == "&lt;img src=x onerror=alert(1)&gt; &amp; more"
