"""The Timesketch export: the columns that it demands, moments that it can hold, no formula."""

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.export import exported
from timeline.export.timesketch import NOT_A_TIME, moments
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.wording.table_cells import guarded


def rows(timeline: Timeline) -> list[dict[str, str]]:
    text = exported(timeline, "timesketch").decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_columns_that_timesketch_demands_and_a_row_for_each_bound() -> None:
    got = rows(two_sources())
    assert {"message", "datetime", "timestamp_desc"} <= set(got[0])
    assert [(r["datetime"][:10], r["timestamp_desc"], r["title"]) for r in got] == [
        ("2022-06-01", "Earliest possible day", "Harbour opens"),
        ("2022-06-30", "Latest possible day", "Harbour opens"),
        ("1970-01-01", NOT_A_TIME, "It rained"),
    ]
    assert "The sources differ" in got[0]["message"]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-06-14", [("2022-06-14T00:00:00+00:00", "Event")]),
        ("2022-06-14T09:30:15+02:00", [("2022-06-14T09:30:15+02:00", "Event")]),
        ("2021/..", [("2021-01-01T00:00:00+00:00", "Earliest possible day")]),
        ("-0044", [("1970-01-01T00:00:00+00:00", NOT_A_TIME)]),
    ],
)
def test_moments(edtf: str, expected: list[tuple[str, str]]) -> None:
    assert list(moments(from_edtf(edtf))) == expected


@given(whens())
def test_every_moment_is_one_that_timesketch_can_hold(when: When) -> None:
    for moment, _ in moments(when):
        assert 1678 <= datetime.fromisoformat(moment).year <= 2261
        assert datetime.fromisoformat(moment).tzinfo is not None


def test_no_cell_is_a_formula() -> None:
    timeline = Timeline((article(),), (event(mention(), title='=HYPERLINK("http://x")'),))
    for row in rows(timeline):
        for name, cell in row.items():
            assert name == "edtf" or cell == guarded(cell) or cell.startswith("'")
