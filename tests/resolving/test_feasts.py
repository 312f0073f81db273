"""Feasts on a weekday of a month."""

import pytest

from timeline.model.calendar import civil, weekday
from timeline.resolving.feasts import FEASTS, feast_day


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("thanksgiving", (1999, 11, 25)),
        ("thanksgiving", (2001, 11, 22)),
        ("thanksgiving", (2012, 11, 22)),
        ("memorial day", (2021, 5, 31)),
        ("memorial day", (2022, 5, 30)),
        ("labor day", (2025, 9, 1)),
        ("labor day", (2024, 9, 2)),
    ],
)
def test_a_feast_falls_on_its_day(key: str, day: tuple[int, int, int]) -> None:
    found = feast_day(key, day[0])
    assert found is not None
    assert civil(found) == day


@pytest.mark.parametrize("key", FEASTS)
def test_a_feast_keeps_its_month_and_weekday(key: str) -> None:
    month, day_of_week, _ = FEASTS[key]
    days = [feast_day(key, year) for year in range(1900, 2101)]
    assert {(civil(day)[1], weekday(day)) for day in days if day is not None} == {
        (month, day_of_week)
    }


def test_a_feast_that_is_not_known_has_no_day() -> None:
    assert feast_day("no feast", 2020) is None
