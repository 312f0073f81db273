"""Years of other calendars by arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.calendar import day_number
from timeline.model.other_calendars import solar_hijri_day

YEARS = st.integers(1178, 1632)


@pytest.mark.parametrize(
    ("solar", "ours"),
    [
        ((1357, 11, 22), (1979, 2, 11)),  # the revolution
        ((1399, 12, 30), (2021, 3, 20)),  # a leap day
        ((1401, 3, 24), (2022, 6, 14)),
        ((1403, 1, 1), (2024, 3, 20)),
        ((1404, 1, 1), (2025, 3, 21)),
        ((1320, 6, 25), (1941, 9, 16)),  # an abdication
    ],
)
def test_days_that_are_known(solar: tuple[int, int, int], ours: tuple[int, int, int]) -> None:
    assert solar_hijri_day(*solar) == day_number(*ours)


@given(YEARS)
def test_a_year_has_365_or_366_days_and_begins_at_the_equinox(year: int) -> None:
    first, after = solar_hijri_day(year), solar_hijri_day(year + 1)
    assert after - first in (365, 366)
    assert abs(first - day_number(year + 621, 3, 21)) <= 1


@given(YEARS, st.integers(1, 11))
def test_months_follow_each_other(year: int, month: int) -> None:
    length = 31 if month <= 6 else 30
    assert solar_hijri_day(year, month + 1) == solar_hijri_day(year, month) + length
    with pytest.raises(ValueError, match="there is no day"):
        solar_hijri_day(year, month, length + 1)
