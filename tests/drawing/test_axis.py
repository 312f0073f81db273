import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.drawing.plotly.axis import (
    FIRST_DATE,
    LAST_DATE,
    TimeAxis,
    place_at,
    window_of,
    years_at,
)
from timeline.model.calendar import day_number

DATES = TimeAxis(dates=True)
YEARS = TimeAxis(dates=False)
in_dates = st.integers(FIRST_DATE, LAST_DATE - 1)
anywhere = st.integers(day_number(-200_000), day_number(200_000))


def test_dates_are_written_with_four_digits_and_without_an_offset() -> None:
    assert DATES.at(day_number(476, 9, 4)) == "0476-09-04"
    assert DATES.at(day_number(2022, 6, 14) + 0.5) == "2022-06-14 12:00:00.000"


def test_a_day_is_a_day_long() -> None:
    assert DATES.length(738_000, 738_001) == 86_400_000


def test_what_lies_beyond_the_years_of_dates_ends_at_their_edge() -> None:
    assert DATES.at(day_number(-44)) == "0001-01-01"
    assert DATES.at(day_number(12_000)) == "9999-12-31"


@pytest.mark.parametrize(
    ("window", "dates"),
    [
        ((day_number(2020), day_number(2024)), True),
        ((day_number(1), day_number(1999)), True),
        ((day_number(0), day_number(1999)), False),
        ((day_number(-44), day_number(-43)), False),
        ((day_number(2020), day_number(12_000)), False),
    ],
)
def test_the_axis_follows_the_window(window: tuple[int, int], *, dates: bool) -> None:
    assert TimeAxis.for_window(window).dates is dates


@given(anywhere, st.floats(0, 0.999))
@settings(deadline=None)
def test_years_lead_back_to_their_place(day: int, share: float) -> None:
    assert place_at(years_at(day + share)) == pytest.approx(day + share, abs=1e-4)


@given(in_dates, st.integers(0, 5000))
@settings(deadline=None)
def test_a_range_reads_back_as_the_window_it_was_made_from(first: int, length: int) -> None:
    last = min(first + length, LAST_DATE - 1)
    assert window_of([DATES.at(first), DATES.at(last + 1)]) == (first, last)
    assert window_of([YEARS.at(last + 1), YEARS.at(first)]) == (first, last)


def test_days_touched_in_part_belong_to_a_range() -> None:
    ends = ["2022-03-10 22:54:28.2594", "2022-03-12 07:06"]
    assert window_of(ends) == (day_number(2022, 3, 10), day_number(2022, 3, 12))


def test_a_range_within_one_day_is_that_day() -> None:
    day = day_number(2022, 3, 10)
    assert window_of(["2022-03-10 08:00", "2022-03-10 08:00"]) == (day, day)


@pytest.mark.parametrize(
    "ends",
    [[], ["2022-03-10"], ["yesterday", "2022-03-10"], [None, 1], [float("nan"), 2.0],
     [1e300, 2.0], ["2022-13-01", "2022-01-01"], [{}, []], ["9" * 500, "2022-01-01"]],
)  # fmt: skip
def test_anything_else_is_no_range(ends: list[object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the messages differ
        window_of(ends)
