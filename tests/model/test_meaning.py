import json
import re
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given

from tests.strategies import meanings
from timeline.model.codec import decode, encode
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Amount,
    Between,
    Current,
    Fields,
    Meaning,
    Point,
    Shift,
    Side,
    Within,
    depends_on,
    parts,
)
from timeline.model.units import Unit

JUNE_LAST_YEAR = Within(
    Shift(Current(Unit.YEAR, PUBLICATION), Amount.exactly(1), Unit.YEAR, Side.BEFORE),
    Fields(month=6),
)


@given(meanings())
def test_a_meaning_comes_back_from_json_as_it_went(meaning: Meaning) -> None:
    assert decode(json.loads(json.dumps(encode(meaning)))) == meaning


def test_a_meaning_is_written_by_its_operators() -> None:
    assert encode(JUNE_LAST_YEAR) == {
        "op": "Within",
        "outer": {
            "op": "Shift",
            "of": {"op": "Current", "unit": "year", "of": {"op": "Anchor"}},
            "amount": {"op": "Amount", "low": 1, "high": 1},
            "unit": "year",
            "side": "before",
        },
        "fields": {"op": "Fields", "month": 6},
    }


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"op": "Tomorrow"},
        {"op": "Anchor", "point": "nowhere"},
        {"op": "Anchor", "shade": "blue"},
        {"op": "Current", "unit": "year"},
        {"op": "Length", "amount": {"op": "Amount", "low": 3, "high": 1}, "unit": "day"},
        {"op": "Absolute", "fields": {"op": "Fields"}},
        {"op": "Absolute", "fields": {"op": "Fields", "month": 13}},
    ],
)
def test_what_is_no_meaning_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(data)


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ({}, "fields that name nothing"),
        ({"month": 0}, "month 0 is not in 1..12"),
        ({"month": 13}, "month 13 is not in 1..12"),
        ({"day": 32}, "day 32 is not in 1..31"),
        ({"weekday": 8}, "weekday 8 is not in 1..7"),
        ({"quarter": 5}, "quarter 5 is not in 1..4"),
        ({"half": 3}, "half 3 is not in 1..2"),
        ({"season": 5}, "season 5 is not in 1..4"),
        ({"week": 54}, "week 54 is not in 1..53"),
    ],
)
def test_fields_that_no_calendar_has_are_refused(named: dict[str, int], reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        Fields(**named)  # type: ignore[arg-type]


@pytest.mark.parametrize(("low", "high"), [(-1, 1), (3, 2), (float("nan"), 1)])
def test_an_amount_is_no_less_than_nothing(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="is negative or runs backwards"):
        Amount(low, high)


@pytest.mark.parametrize("high", [1e13, float("inf")])
def test_an_amount_is_no_more_than_time_has(high: float) -> None:
    with pytest.raises(ValueError, match="is more than 1,000,000,000,000"):
        Amount(1, high)


def test_a_meaning_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        PUBLICATION.point = Point.MENTIONED  # type: ignore[misc]


@given(meanings())
def test_a_meaning_depends_on_what_its_parts_depend_on(meaning: Meaning) -> None:
    inner = parts(meaning)
    for point in Point:
        if inner:
            assert depends_on(meaning, point) == any(depends_on(part, point) for part in inner)
        else:
            assert depends_on(meaning, point) == (getattr(meaning, "point", None) is point)


def test_what_a_meaning_counts_from_is_found_at_any_depth() -> None:
    assert depends_on(JUNE_LAST_YEAR, Point.PUBLICATION)
    assert not depends_on(JUNE_LAST_YEAR, Point.MENTIONED)
    both = Between(JUNE_LAST_YEAR, Current(Unit.DAY, MENTIONED))
    assert depends_on(both, Point.PUBLICATION)
    assert depends_on(both, Point.MENTIONED)
    assert not depends_on(Absolute(Fields(year=2001)), Point.PUBLICATION)
