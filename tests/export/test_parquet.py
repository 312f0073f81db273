"""Parquet: a typed row for each event; without pyarrow a message says what to install."""

import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from pyarrow import parquet

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.errors import TimelineError
from timeline.export import exported
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.model.when import When


def rows(*events: Event) -> list[dict[str, Any]]:
    written = exported(Timeline((article(),), events), "parquet")
    found: list[dict[str, Any]] = parquet.read_table(BytesIO(written)).to_pylist()
    return found


def test_a_row_holds_an_event_with_its_types() -> None:
    (row,) = rows(replace(event(), coordinates=(34.5, 69.2)))
    assert (row["start"], row["end"]) == (date(2022, 6, 1), date(2022, 6, 30))
    assert (row["actors"], row["latitude"]) == (["Norland", "Port & Sons"], 34.5)
    assert (row["precision"], row["approximate"], row["disputed"]) == ("month", False, False)


def test_every_event_has_a_row_and_an_empty_table_its_columns() -> None:
    written = parquet.read_table(BytesIO(exported(two_sources(), "parquet")))
    assert written.num_rows == 2
    empty = parquet.read_table(BytesIO(exported(Timeline((), ()), "parquet")))
    assert empty.schema == written.schema


@given(whens())
def test_any_date_can_be_written(when: When) -> None:
    (row,) = rows(event(mention(when=when)))
    assert row["edtf"] == to_edtf(when)


def test_years_that_tables_cannot_hold_are_null() -> None:
    (row,) = rows(event(mention(when=from_edtf("-0044-03-15"))))
    assert (row["start"], row["edtf"]) == (None, "-0044-03-15")


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TimelineError, match=r"install article-timeline\[dataframe\]"):
        exported(Timeline((), ()), "parquet")
