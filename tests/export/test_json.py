"""The JSON and JSON Lines exports: the schema word by word, determinism, hostile text."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import TEXT, article, event, mention, two_sources
from tests.export.schema_check import SCHEMA, faults
from timeline import export
from timeline.export.records import mention_record
from timeline.model.article import ClaimSource, DateClaim
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, Status
from timeline.model.figure import Figure, Measure
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.model.timex import TimexType
from timeline.model.units import Precision
from timeline.model.when import Basis, Edge, Kind, When
from timeline.wording.json_text import json_text


def written(timeline: Timeline, name: str) -> str:
    return export.exported(timeline, name).decode()


def exported(timeline: Timeline) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(written(timeline, "json"))
    return value


def test_the_whole_document_word_by_word() -> None:
    when = {
        "edtf": "2022-06",
        "start": "2022-06-01",
        "end": "2022-06-30",
        "precision": "month",
        "approximate": False,
        "basis": "stated",
    }
    expected = {
        "schema": "timeline/1",
        "documents": [
            {
                "document": "port.txt",
                "title": "Port opens",
                "language": "en",
                "url": None,
                "source": None,
                "source_basis": None,
                "published": {
                    "edtf": "2023-02-08",
                    "start": "2023-02-08",
                    "end": "2023-02-08",
                    "basis": "given",
                    "explanation": ["you gave it"],
                },
                "claims": [],
                "problem": None,
            }
        ],
        "events": [
            {
                "id": "e1",
                "title": "Harbour opens",
                "when": when,
                "status": "happened",
                "category": "economy",
                "actors": ["Norland", "Port & Sons"],
                "places": ["Südby"],
                "confidence": 0.667,
                "confidence_date": 0.95,
                "confidence_wording": 0.701,
                "worth": 0.333,
                "importance": 0.5,
                "sources": 0,
                "documents": 1,
                "publishers": [],
                "aliases": {},
                "conflicts": [],
                "mentions": [
                    {
                        "document": "port.txt",
                        "expression": {"text": "In June last year", "start": 13, "end": 30},
                        "sentence": {
                            "text": "In June last year, Norland opened a harbour in Südby.",
                            "start": 13,
                            "end": 66,
                        },
                        "dated": "in the sentence",
                        "title": "Norland opened a harbour",
                        "likely_subject": None,
                        "status": "happened",
                        "when": when,
                        "attribution": None,
                        "attributed": None,
                        "trigger": None,
                        "actors": [],
                        "places": [],
                        "figures": [],
                        "confidence": 0.5,
                        "confidence_wording": 0.5,
                        "worth": 0.5,
                        "timex": {"type": "DATE", "value": "2022-06", "mod": None},
                        "rule": "month + relative year",
                        "explanation": ["June of 2022"],
                    }
                ],
            }
        ],
    }
    got = exported(Timeline((article(),), (event(),)))
    assert json.dumps(got) == json.dumps(expected)  # the order of the keys counts too


def test_names_figures_and_sources_quote_the_untouched_text() -> None:
    text = "In 2021, the\n World  Bank paid 3 million euros, Ana Lund said."
    figure = Figure(Measure.MONEY, 3e6, "euros", "3 million", Span(31, 40))
    quoted = replace(
        event().mentions[0].mention,
        sentence=Span(0, len(text)),
        sentence_text=text,
        expression=replace(
            event().mentions[0].mention.expression,
            span=Span(3, 7),
            phrase=Span(0, 7),
            text="2021",
        ),
        actors=("World Bank", "Ana Lund", "Lund Foundation"),
        attribution="Ana Lund",
        trigger="pay",
        trigger_span=Span(26, 30),
        figures=(figure,),
    )
    told = mention_record(replace(event().mentions[0], mention=quoted))
    spans = [(told["actors"][0]), told["attributed"], told["trigger"], told["figures"][0]]
    assert [text[s["start"] : s["end"]] for s in spans] == [
        "World  Bank",
        "Ana Lund",
        "paid",
        "3 million",
    ]
    assert told["actors"][2] == {"name": "Lund Foundation", "start": None, "end": None}


def test_offsets_quote_the_untouched_text() -> None:
    for told in exported(two_sources())["events"][0]["mentions"]:
        for quote in (told["expression"], told["sentence"]):
            assert TEXT[quote["start"] : quote["end"]] == quote["text"]


def test_a_phrase_cut_off_by_its_sentence_is_quoted_without_its_preposition() -> None:
    whole = mention()
    late = Span(16, 66)
    cut = replace(whole.mention, sentence=late, sentence_text=late.of(TEXT))
    told = exported(Timeline((article(),), (event(replace(whole, mention=cut)),)))
    quote = told["events"][0]["mentions"][0]["expression"]
    assert quote == {"text": "June last year", "start": 16, "end": 30}


def test_a_conflict_points_into_the_mentions_of_its_event() -> None:
    disputed = exported(two_sources())["events"][0]
    assert disputed["conflicts"] == [
        {"aspect": "date", "statement": "June 2022 or July 2022", "mentions": [0, 1]}
    ]
    assert [m["when"]["edtf"] for m in disputed["mentions"]] == ["2022-06", "2022-07"]
    assert disputed["mentions"][1]["attribution"] == "the harbour master"


WHENS = [
    (When(), "XXXX-XX-XX", None, None, "unknown"),
    (When.of_day(day_number(-44, 3, 15)), "-0044-03-15", "-0044-03-15", "-0044-03-15", "day"),
    (from_edtf("2021-08/.."), "2021-08/..", "2021-08-01", None, "range"),
    (from_edtf("[..2022]"), "[..2022]", None, "2022-12-31", "range"),
    (from_edtf("Y12000"), "Y12000", "+12000-01-01", "+12000-12-31", "year"),
    (from_edtf("2019~"), "2019~", "2019-01-01", "2019-12-31", "year"),
    (from_edtf("2021-08-15T09:30:00Z"), "2021-08-15T09:30:00Z", "2021-08-15", "2021-08-15", "time"),
    (
        When(day_number(2001), Edge.UNKNOWN, Kind.THROUGHOUT),
        *("2001/", "2001-01-01", None, "range"),
    ),
]


@pytest.mark.parametrize(("when", "edtf", "start", "end", "precision"), WHENS)
def test_dates(when: When, edtf: str, start: str | None, end: str | None, precision: str) -> None:
    got = exported(Timeline((article(),), (event(mention(when=when)),)))["events"][0]["when"]
    assert (got["edtf"], got["start"], got["end"], got["precision"]) == (
        *(edtf, start, end, precision),
    )
    assert got["approximate"] is when.approximate


@pytest.mark.parametrize("when", [row[0] for row in WHENS])
def test_every_date_keeps_to_the_schema(when: When) -> None:
    got = exported(Timeline((article(),), (event(mention(when=when)),)))
    assert list(faults(got, SCHEMA)) == []


@pytest.mark.parametrize("source", ClaimSource)
def test_every_stated_date_of_publication_is_exported(source: ClaimSource) -> None:
    when = When.of_day(day_number(2023, 2, 8))
    claims = (
        DateClaim(source, "8 Feb", when, place="column date"),
        DateClaim(ClaimSource.DATELINE, "Feb 8", When(), Span(3, 8)),
    )
    dated = article()
    timeline = Timeline((replace(dated, article=replace(dated.article, claims=claims)),), ())
    got = exported(timeline)
    assert list(faults(got, SCHEMA)) == []
    assert got["documents"][0]["claims"] == [
        {
            "source": source.value,
            "text": "8 Feb",
            "edtf": "2023-02-08",
            "place": "column date",
            "start": None,
            "end": None,
        },
        {
            "source": "dateline",
            "text": "Feb 8",
            "edtf": "XXXX-XX-XX",
            "place": None,
            "start": 3,
            "end": 8,
        },
    ]


def test_every_line_keeps_to_the_schema() -> None:
    lines = written(two_sources(), "jsonl").splitlines()
    rule = {"type": "object", "properties": {"documents": SCHEMA["properties"]["documents"]}}
    assert len(lines) == 2
    for line in lines:
        value = json.loads(line)
        assert list(faults(value, SCHEMA["$defs"]["event"])) == []
        assert list(faults(value, rule | {"required": ["documents"]})) == []


def test_a_line_is_the_event_with_its_articles() -> None:
    whole = exported(two_sources())
    lines = [json.loads(line) for line in written(two_sources(), "jsonl").splitlines()]
    told_by = [line.pop("documents") for line in lines]
    assert [event.pop("documents") for event in whole["events"]] == [1, 1]
    assert lines == whole["events"]
    assert told_by == [whole["documents"], whole["documents"][:1]]


def test_the_schema_refuses_what_breaks_it() -> None:
    spoilt = exported(two_sources())
    first = spoilt["events"][0]
    first["confidence"] = 1.5
    first["status"] = "maybe"
    first["when"]["start"] = "June 2022"
    first["mentions"][0]["expression"]["start"] = "13"
    del first["mentions"][1]["timex"]
    spoilt["documents"][0]["author"] = "nobody"
    told = "\n".join(faults(spoilt, SCHEMA))
    for part in (
        "out of bounds",
        "'maybe'",
        "fits no choice",
        "'13'",
        "timex is missing",
        "author",
    ):
        assert part in told


def test_the_schema_lists_the_words_of_the_model() -> None:
    rules = SCHEMA["$defs"]
    listed = {
        "status": (rules["status"]["enum"], Status),
        "basis": (rules["basis"]["enum"], Basis),
        "category": (rules["event"]["properties"]["category"]["enum"], Category),
        "precision": (rules["when"]["properties"]["precision"]["enum"], Precision),
        "timex": (rules["timex"]["properties"]["type"]["enum"], TimexType),
    }
    for name, (words, model) in listed.items():
        assert set(words) == {member.value for member in model}, name


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_the_same_timeline_gives_the_same_characters(name: str) -> None:
    assert written(two_sources(), name) == written(two_sources(), name)
    assert written(two_sources(), name).endswith("\n")


@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_an_empty_timeline_is_written(name: str) -> None:
    empty = written(Timeline((), ()), name)
    if name == "json":
        assert json.loads(empty) == {"schema": "timeline/1", "documents": [], "events": []}
    else:
        assert empty.count("\n") == (1 if name == "csv" else 0)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'pages'; try json, jsonl, csv"):
        export.exported(Timeline((), ()), "pages")


def test_nothing_is_escaped_for_being_foreign() -> None:
    assert "Südby" in written(two_sources(), "json")


def test_half_a_surrogate_pair_can_be_written_as_utf_8() -> None:
    text = json_text(["a\udce9b", "line\u2028end\x85"])
    assert text.encode("utf-8").decode("utf-8") == text
    assert json.loads(text) == ["a\udce9b", "line\u2028end\x85"]


def test_numbers_that_json_has_not_are_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(float("nan"))


@given(st.text())
def test_hostile_titles_come_back_and_stay_on_their_line(title: str) -> None:
    told = Timeline((article(),), (event(title=title),))
    assert exported(told)["events"][0]["title"] == title
    text = written(told, "jsonl")
    assert len(text.splitlines()) == 1
    assert json.loads(text)["title"] == title


def test_the_schema_file_names_its_own_format() -> None:
    text = Path("docs/timeline-1.schema.json").read_text(encoding="utf-8")
    assert SCHEMA["title"] == "timeline/1"
    assert json.loads(text)["properties"]["schema"] == {"const": "timeline/1"}
