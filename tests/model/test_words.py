import pytest
from hypothesis import given

from tests.strategies import days, intervals
from timeline.model.calendar import civil, day_number
from timeline.model.edtf import from_edtf
from timeline.wording.dates import day_in_words, interval_in_words, unit_in_words, year_in_words

SAID = [
    ("2023-02-06", "6 February 2023"),
    ("2022-06", "June 2022"),
    ("2022-22", "summer 2022"),
    ("2022-24", "winter 2022/23"),
    ("2022-35", "third quarter of 2022"),
    ("2022-40", "first half of 2022"),
    ("2022", "2022"),
    ("-0043", "44 BCE"),
    ("199X", "the 1990s"),
    ("19XX", "the 20th century"),
    ("[2023-01-30..2023-02-05]", "week of 30 January 2023"),
    ("[2022-06-14..2022-07-02]", "14 June to 2 July 2022"),
    ("[2022-06-14..]", "14 June 2022 or later"),
    ("[..2022-06-14]", "14 June 2022 or earlier"),
    ("XXXX-XX-XX", "date unknown"),
]


@pytest.mark.parametrize(("edtf", "words"), SAID)
def test_a_date_is_said_as_a_person_would(edtf: str, words: str) -> None:
    when = from_edtf(edtf)
    assert interval_in_words(when.first, when.last) == words


def test_a_day_may_be_said_with_its_weekday() -> None:
    day = day_number(2023, 2, 6)
    assert day_in_words(day, with_weekday=True) == "Monday 6 February 2023"


@pytest.mark.parametrize(("year", "words"), [(1, "1"), (0, "1 BCE"), (-44, "45 BCE")])
def test_years_before_the_first_are_counted_backwards(year: int, words: str) -> None:
    assert year_in_words(year) == words


@given(days)
def test_every_day_can_be_said_with_its_parts(day: int) -> None:
    year, _, number = civil(day)
    said = day_in_words(day)
    assert said.startswith(f"{number} ")
    assert said.endswith(year_in_words(year))


@given(intervals())
def test_every_interval_can_be_said(bounds: tuple[int, int]) -> None:
    first, last = bounds
    unit = unit_in_words(first, last)
    said = interval_in_words(first, last)
    if unit is None:
        assert " to " in said
        assert year_in_words(civil(last)[0]) in said
    else:
        assert said == unit
