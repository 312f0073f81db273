"""A person's event lists: what was exported comes back the same; others say what they say."""

import json
import string
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import article, event, mention
from tests.strategies import whens
from timeline.editing.added_event import AddedEvent
from timeline.errors import TimelineError
from timeline.export import exported
from timeline.importing import Imported, read_list
from timeline.model.edtf import to_edtf
from timeline.model.event import Category, Event, Status
from timeline.model.timeline import Timeline

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
)
PLAIN = TEXT.map(str.strip).filter(lambda text: text and " ".join(text.split()) == text)
NAMES = st.lists(PLAIN, max_size=3, unique=True).map(tuple)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    made: list[Event] = []
    for number in range(draw(st.integers(0, 4))):
        when = draw(whens())
        told = replace(event(mention(when=when), title=draw(PLAIN)), id=f"e{number}")
        status, category = draw(st.sampled_from(Status)), draw(st.sampled_from(Category))
        fields = {"status": status, "category": category}
        made.append(replace(told, actors=draw(NAMES), places=draw(NAMES), **fields))
    return Timeline((article(),), tuple(made))


def said(one: Event | AddedEvent) -> tuple[object, ...]:
    return one.title, to_edtf(one.when), one.status, one.category, one.actors, one.places


@pytest.mark.parametrize("kind", ["timelinejs", "csv"])
@given(timelines())
def test_what_is_exported_comes_back_the_same(kind: str, timeline: Timeline) -> None:
    found = read_list(exported(timeline, kind), "own")
    assert found.refused == ()
    assert sorted(map(said, found.events), key=repr) == sorted(map(said, timeline.events), key=repr)


@given(timelines())
def test_every_event_stands_in_its_list_at_its_place(timeline: Timeline) -> None:
    found = read_list(exported(timeline, "csv"), "own")
    end = 0
    for one in found.events:
        assert one.start >= end
        end = one.start + len(one.quote)
        assert one.listed


def table(text: str) -> Imported:
    return read_list(text.encode(), "own.csv")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("title,date\nA,2022-06-14\n", "2022-06-14"),
        ("Date;Title\nearly March 2024;A\n", "2024-03-01%/2024-03-10%"),
        ("\ufeffname\twhen\nA\tsince 2021\n", "2021/.."),
        ("title,start,end\nA,2001,2005\n", "2001/2005"),
        ("title,start,end\nA,3 May 2021,\n", "2021-05-03"),
        ("title,start,end\nA,,1999\n", "1999"),
        ("title,date\nA,\n", "XXXX-XX-XX"),
        ("Year,Month,Day,End Year,End Month,End Day,Headline\n-45,3,15,,,,A\n", "-0044-03-15"),
        ("Year,Month,Day,End Year,Headline\n1914,,,1918,A\n", "1914/1918"),
    ],
)
def test_tables_of_other_people(text: str, edtf: str) -> None:
    (one,) = table(text).events
    assert (one.title, to_edtf(one.when)) == ("A", edtf)


def test_rows_that_cannot_be_read_are_named_and_the_others_kept() -> None:
    found = table("title,date,status\nA,2022,\n,2022,\nB,someday,\nC,2023,maybe\nD,2021,planned\n")
    assert [one.title for one in found.events] == ["A", "D"]
    assert found.events[1].status is Status.PLANNED
    assert [reason.partition(":")[0] for reason in found.refused] == [
        "own.csv, row 3",
        "own.csv, row 4",
        "own.csv, row 5",
    ]


def test_a_category_of_ones_own_goes_into_the_text() -> None:
    (one,) = table("title,date,category,text\nA,2022,Sports,Cup\n").events
    assert one.category is Category.OTHER
    assert one.quote == "A (2022): Cup [Sports]"


def slides(*slides: dict[str, object]) -> Imported:
    return read_list(json.dumps({"events": list(slides)}).encode(), "own.json")


@pytest.mark.parametrize(
    ("dates", "edtf"),
    [
        ({"start_date": {"year": "2022"}}, "2022"),
        ({"start_date": {"year": 2022, "month": 6}}, "2022-06"),
        ({"start_date": {"year": 2022, "month": "6", "day": 14}}, "2022-06-14"),
        (
            {"start_date": {"year": 2022, "month": 6, "day": 14, "hour": 9, "minute": 5}},
            "2022-06-14T09:05:00",
        ),
        ({"start_date": {"year": 2001}, "end_date": {"year": 2005, "month": ""}}, "2001/2005"),
        ({"start_date": {"year": -45}}, "-0044"),
    ],
)
def test_slides_of_other_people(dates: dict[str, object], edtf: str) -> None:
    (one,) = slides({**dates, "text": {"headline": "<b>A &amp; B</b>"}}).events
    assert (one.title, to_edtf(one.when)) == ("A & B", edtf)


def test_a_slide_that_was_changed_since_counts_as_it_shows() -> None:
    timeline = Timeline((article(),), (event(),))
    document = json.loads(exported(timeline, "timelinejs"))
    document["events"][0]["text"]["headline"] = "Another title"
    document["events"][0]["start_date"] = {"year": 2020}
    del document["events"][0]["end_date"]
    (one,) = read_list(json.dumps(document).encode(), "own.json").events
    assert (one.title, to_edtf(one.when)) == ("Another title", "2020")


def test_slides_that_cannot_be_read_are_named() -> None:
    good = {"start_date": {"year": 2022}, "text": {"headline": "A"}}
    found = slides(good, {"text": {"headline": "B"}}, {"start_date": {"year": 1}}, {"text": 1})
    assert [one.title for one in found.events] == ["A"]
    assert len(found.refused) == 3


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b\n1,2\n", b"{", b"[1]", b'{"events": 1}', b"\xff\xfe\xff", b"[" * 100_000],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(TimelineError, match="own"):
        read_list(data, "own")


@given(st.text(string.printable, max_size=200))
def test_any_text_is_a_list_or_is_refused(text: str) -> None:
    with suppress(TimelineError):
        assert read_list(text.encode(), "own") is not None
