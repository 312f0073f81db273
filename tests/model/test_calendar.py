from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import days, years
from timeline.model.calendar import (
    DAYS_IN_400_YEARS,
    civil,
    day_number,
    days_in_month,
    is_leap,
    iso_date,
    iso_week,
    iso_year,
    month_bounds,
    month_shifted,
    parse_iso_date,
    weekday,
)

in_python = st.integers(1, date.max.toordinal())


@given(in_python)
def test_a_day_number_is_the_ordinal_of_datetime(number: int) -> None:
    day = date.fromordinal(number)
    assert civil(number) == (day.year, day.month, day.day)
    assert day_number(day.year, day.month, day.day) == number
    assert weekday(number) == day.isoweekday()
    assert iso_week(number) == tuple(day.isocalendar())[:2]
    assert iso_date(number) == day.isoformat()


@given(st.integers(date(1, 1, 1).toordinal(), date(9998, 12, 31).toordinal()))
def test_a_month_ends_where_the_next_begins(number: int) -> None:
    day = date.fromordinal(number)
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    first, last = month_bounds(day.year, day.month)
    assert first == day.replace(day=1).toordinal()
    assert last == following.toordinal() - 1
    assert days_in_month(day.year, day.month) == last - first + 1


@given(days)
def test_civil_and_day_number_are_inverse_beyond_datetime(number: int) -> None:
    assert day_number(*civil(number)) == number
    assert parse_iso_date(iso_date(number)) == number


@given(days)
def test_every_day_follows_the_one_before(number: int) -> None:
    year, month, day = civil(number)
    following = civil(number + 1)
    if day < days_in_month(year, month):
        assert following == (year, month, day + 1)
    elif month < 12:
        assert following == (year, month + 1, 1)
    else:
        assert following == (year + 1, 1, 1)
    assert weekday(number + 1) == weekday(number) % 7 + 1


@given(days)
def test_four_hundred_years_on_the_calendar_is_the_same(number: int) -> None:
    year, month, day = civil(number)
    assert civil(number + DAYS_IN_400_YEARS) == (year + 400, month, day)
    assert weekday(number + DAYS_IN_400_YEARS) == weekday(number)
    week_year, week = iso_week(number)
    assert iso_week(number + DAYS_IN_400_YEARS) == (week_year + 400, week)
    assert is_leap(year + 400) == is_leap(year)


@given(years, st.integers(1, 12), st.integers(-5000, 5000))
def test_months_there_and_back(year: int, month: int, months: int) -> None:
    moved = month_shifted(year, month, months)
    assert moved[1] in range(1, 13)
    assert month_shifted(*moved, -months) == (year, month)


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2022, "2022"),
        (79, "0079"),
        (0, "0000"),
        (-44, "-0044"),
        (12000, "+12000"),
        (-12000, "-12000"),
    ],
)
def test_a_year_is_written_as_iso_asks(year: int, text: str) -> None:
    assert iso_year(year) == text


def test_the_ides_of_march_are_found_before_datetime_begins() -> None:
    assert iso_date(day_number(-43, 3, 15)) == "-0043-03-15"
    assert day_number(0, 12, 31) == 0
    assert day_number(0) == -365


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2023, 2, 29), (1900, 2, 29), (2022, 4, 31), (2022, 1, 0), (2022, 13, 1), (2022, 0, 1)],
)
def test_a_day_that_no_calendar_has_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"there is no day|is not in 1\.\.12"):
        day_number(year, month, day)


@pytest.mark.parametrize(
    "text", ["", "2022", "2022-6-14", "2022-06-31", "22-06-14", "2022-06-14T00:00", "2022/06/14"]
)
def test_only_a_whole_iso_date_is_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|there is no day"):
        parse_iso_date(text)
