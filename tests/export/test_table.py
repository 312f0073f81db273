"""The CSV export: read back by the csv module, and harmless in a spreadsheet."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import article, event, mention, two_sources
from timeline.export import exported
from timeline.export.table import COLUMNS, PLAIN_COLUMNS
from timeline.model.calendar import day_number
from timeline.model.timeline import Timeline
from timeline.model.when import Edge, Kind, When
from timeline.wording.table_cells import guarded, unguarded


def rows(timeline: Timeline) -> list[dict[str, str]]:
    text = exported(timeline, "csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(title: str = "Harbour opens", when: When | None = None) -> dict[str, str]:
    (only,) = rows(Timeline((article(),), (event(mention(when=when), title=title),)))
    return only


def test_a_row_for_each_mention() -> None:
    got = rows(two_sources())
    assert [(r["event_title"], r["document"], r["edtf"]) for r in got] == [
        ("Harbour opens", "port.txt", "2022-06"),
        ("Harbour opens", "b/other.txt", "2022-07"),
        ("It rained", "port.txt", "XXXX-XX-XX"),
    ]


def test_the_header_names_every_column_once() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert tuple(row()) == COLUMNS
    assert set(COLUMNS) >= PLAIN_COLUMNS


def test_every_cell_of_a_mention() -> None:
    got = rows(two_sources())[1]
    assert got == {
        "event": "e1",
        "event_title": "Harbour opens",
        "event_start": "2022-06-01",
        "event_end": "2022-06-30",
        "event_edtf": "2022-06",
        "event_status": "happened",
        "category": "economy",
        "actors": "Norland; Port & Sons",
        "places": "Südby",
        "confidence": "0.667",
        "conflicts": "June 2022 or July 2022",
        "title": "Norland opened a harbour",
        "start": "2022-07-01",
        "end": "2022-07-31",
        "edtf": "2022-07",
        "precision": "month",
        "approximate": "false",
        "basis": "stated",
        "status": "happened",
        "attribution": "the harbour master",
        "expression": "In June last year",
        "expression_start": "13",
        "expression_end": "30",
        "sentence": "In June last year, Norland opened a harbour in Südby.",
        "sentence_start": "13",
        "sentence_end": "66",
        "timex_type": "DATE",
        "timex_value": "2022-06",
        "timex_mod": "",
        "rule": "month + relative year",
        "explanation": "June of 2022",
        "document": "b/other.txt",
        "document_title": "Another",
        "language": "en",
        "url": "",
        "published_start": "2023-02-08",
        "published_end": "2023-02-08",
        "published_edtf": "2023-02-08",
        "published_basis": "given",
        "verdict": "",
        "tags": "",
        "note": "",
        "decisions": "",
        "independent_sources": "1",
        "figures": "",
        "confidence_date": "0.95",
        "confidence_wording": "0.701",
        "worth": "0.333",
    }


@pytest.mark.parametrize(
    "title",
    ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "＝1", "''@x"],
)
def test_a_cell_that_would_run_gets_an_apostrophe(title: str) -> None:
    assert row(title)["event_title"] == "'" + title


@pytest.mark.parametrize(
    "title", ["a=b", "'tis a port", "1 - 2", "100 %", "#x", '"quoted"', "a\rb"]
)
def test_a_harmless_cell_stays_as_it_is(title: str) -> None:
    assert row(title)["event_title"] == title


def test_a_year_before_the_common_era_keeps_its_sign() -> None:
    ides = When.of_day(day_number(-44, 3, 15))
    got = row(when=ides)
    assert {got[name] for name in ("start", "end", "edtf", "event_start")} == {"-0044-03-15"}


def test_date_columns_hold_nothing_but_digits_and_the_signs_of_edtf() -> None:
    day = day_number(-10_000, 2, 29)
    for when in (
        When(),
        When(day, Edge.OPEN, Kind.THROUGHOUT),
        When(day, day + 400),
        When(day, day),
    ):
        got = row(when=when)
        assert all(re.fullmatch(r"[-+0-9XYTZ:~./\[\]]*", got[name]) for name in PLAIN_COLUMNS)


def test_what_is_unknown_is_an_empty_cell() -> None:
    got = row(when=When())
    assert (got["start"], got["end"], got["attribution"]) == ("", "", "")


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert row("a\udce9b")["event_title"] == "a\ufffdb"


def test_an_event_whose_article_is_not_in_the_timeline_keeps_its_row() -> None:
    (only,) = rows(Timeline((), (event(),)))
    assert (only["document"], only["document_title"]) == ("port.txt", "")


SCALARS = st.characters(exclude_categories=["Cs"])


@given(st.text(SCALARS))
def test_any_title_comes_back_through_the_csv_module(title: str) -> None:
    assert unguarded(row(title)["event_title"]) == title


@given(st.text(st.sampled_from("'=+-@\t\r\na1"), max_size=8))
def test_guarding_can_be_undone_and_leaves_nothing_that_runs(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
