import pytest
from hypothesis import given

from tests.strategies import days, units
from timeline.model.calendar import DAYS_IN_400_YEARS, day_number, parse_iso_date
from timeline.model.units import UNIT_ORDER, Precision, Unit, precision_of, unit_bounds

BOUNDS = [
    (Unit.SECOND, "2023-02-08", "2023-02-08", "2023-02-08"),
    (Unit.DAY, "2023-02-08", "2023-02-08", "2023-02-08"),
    (Unit.WEEK, "2023-02-08", "2023-02-06", "2023-02-12"),
    (Unit.WEEK, "2023-01-01", "2022-12-26", "2023-01-01"),
    (Unit.WEEKEND, "2023-02-08", "2023-02-11", "2023-02-12"),
    (Unit.MONTH, "2024-02-08", "2024-02-01", "2024-02-29"),
    (Unit.SEASON, "2023-02-08", "2022-12-01", "2023-02-28"),
    (Unit.SEASON, "2022-12-01", "2022-12-01", "2023-02-28"),
    (Unit.SEASON, "2023-03-01", "2023-03-01", "2023-05-31"),
    (Unit.QUARTER, "2023-02-08", "2023-01-01", "2023-03-31"),
    (Unit.HALF, "2023-08-08", "2023-07-01", "2023-12-31"),
    (Unit.YEAR, "2023-02-08", "2023-01-01", "2023-12-31"),
    (Unit.DECADE, "1999-02-08", "1990-01-01", "1999-12-31"),
    (Unit.CENTURY, "1999-02-08", "1900-01-01", "1999-12-31"),
    (Unit.CENTURY, "-0001-02-08", "-0100-01-01", "-0001-12-31"),
    (Unit.MILLENNIUM, "1999-02-08", "1000-01-01", "1999-12-31"),
]


@pytest.mark.parametrize(("unit", "day", "first", "last"), BOUNDS)
def test_a_unit_runs_from_its_first_to_its_last_day(
    unit: Unit, day: str, first: str, last: str
) -> None:
    assert unit_bounds(unit, parse_iso_date(day)) == (parse_iso_date(first), parse_iso_date(last))


@given(units, days)
def test_units_tile_the_calendar(unit: Unit, day: int) -> None:
    first, last = unit_bounds(unit, day)
    if unit is not Unit.WEEKEND:
        assert first <= day <= last
        assert unit_bounds(unit, last + 1)[0] == last + 1
        assert unit_bounds(unit, first - 1)[1] == first - 1
    assert unit_bounds(unit, first) == unit_bounds(unit, last) == (first, last)


@given(units, days)
def test_units_recur_after_four_hundred_years(unit: Unit, day: int) -> None:
    first, last = unit_bounds(unit, day)
    moved = unit_bounds(unit, day + DAYS_IN_400_YEARS)
    if unit is Unit.MILLENNIUM:
        assert moved[1] >= moved[0]  # 400 years are no whole number of them
    else:
        assert moved == (first + DAYS_IN_400_YEARS, last + DAYS_IN_400_YEARS)


@given(days)
def test_the_precision_of_a_unit_is_its_name(day: int) -> None:
    for unit in (Unit.WEEK, Unit.MONTH, Unit.SEASON, Unit.QUARTER, Unit.HALF, Unit.YEAR):
        assert precision_of(*unit_bounds(unit, day)).value == unit.value
    assert precision_of(day, day) is Precision.DAY
    assert precision_of(day, day + 1) is Precision.RANGE


@pytest.mark.parametrize(
    ("year", "named"), [(1990, True), (0, True), (-10, False), (10_000, False)]
)
def test_decades_and_centuries_are_named_where_edtf_can_write_them(
    year: int, *, named: bool
) -> None:
    for unit, precision in (
        (Unit.DECADE, Precision.DECADE),
        (Unit.CENTURY, Precision.CENTURY),
    ):
        found = precision_of(*unit_bounds(unit, day_number(year)))
        assert found is (precision if named else Precision.RANGE)


def test_units_are_ordered_from_short_to_long() -> None:
    assert sorted(UNIT_ORDER, key=UNIT_ORDER.__getitem__) == list(Unit)
    assert UNIT_ORDER[Unit.DAY] < UNIT_ORDER[Unit.MONTH] < UNIT_ORDER[Unit.CENTURY]
