"""Feasts that fall on another day each year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.easter import EASTER_ORTHODOX, easter
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.calendar import civil, day_number, weekday
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.meaning import PUBLICATION, Absolute, Fields, Occurrence, Toward
from timeline.model.other_calendars import islamic_day, jewish_new_year
from timeline.resolving import Context, resolve
from timeline.resolving.feasts import EASTER_YEARS, FEASTS, feast_days, feast_name

years = st.integers(1900, 2100)
ON_A_WEEKDAY = {
    "martin luther king day": (1, 1),
    "presidents' day": (2, 1),
    "memorial day": (5, 1),
    "father's day": (6, 7),
    "labor day": (9, 1),
    "columbus day": (10, 1),
    "election day": (11, 2),
    "thanksgiving": (11, 4),
}


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("thanksgiving", "1999-11-25"),
        ("thanksgiving", "2001-11-22"),
        ("memorial day", "2021-05-31"),
        ("labor day", "2024-09-02"),
        ("election day", "2016-11-08"),
        ("election day", "2022-11-08"),
        ("father's day", "2023-06-18"),
        ("martin luther king day", "2024-01-15"),
        ("easter sunday", "1998-04-12"),
        ("easter monday", "1916-04-24"),
        ("good friday", "1998-04-10"),
        ("ash wednesday", "2024-02-14"),
        ("shrove tuesday", "2023-02-21"),
        ("holy week", "2021-03-28/2021-04-04"),
        ("ascension day", "2021-05-13"),
        ("pentecost", "2021-05-23"),
        ("corpus christi", "2022-06-16"),
        ("orthodox easter", "2022-04-24"),
        ("yom kippur", "1973-10-06"),
        ("rosh hashanah", "2023-09-16/2023-09-17"),
        ("passover", "2024-04-23/2024-04-29"),
        ("ramadan", "2003-10-27/2003-11-25"),
        ("ramadan", "2024-03-11/2024-04-09"),
        ("eid al-fitr", "2023-04-22"),
        ("eid al-adha", "2020-07-31"),
    ],
)
def test_a_feast_falls_on_its_days(key: str, days: str) -> None:
    known = from_edtf(days)
    found = feast_days(key, int(days[:4]))
    assert [(e.first, e.last) for e in found] == [(known.first, known.last)]


@pytest.mark.parametrize("key", ON_A_WEEKDAY)
def test_a_feast_keeps_its_month_and_weekday(key: str) -> None:
    days = [feast_days(key, year)[0].first for year in range(1900, 2101)]
    found = {(civil(day)[1], weekday(day)) for day in days if day is not None}
    assert found == {ON_A_WEEKDAY[key]}


@given(st.sampled_from(sorted(FEASTS)), years)
def test_a_feast_begins_in_the_year_that_it_is_of(key: str, year: int) -> None:
    for extent in feast_days(key, year):
        assert extent.first is not None
        assert civil(extent.first)[0] == year
        assert extent.last is not None
        assert extent.first <= extent.last


@given(st.sampled_from(["ramadan", "eid al-fitr", "ashura"]), years)
def test_no_islamic_year_goes_without_its_feast(key: str, year: int) -> None:
    days = [e.first for y in (year, year + 1) for e in feast_days(key, y) if e.first is not None]
    assert all(353 <= later - sooner <= 356 for sooner, later in pairwise(days))
    assert feast_days(key, year)
    assert all(extent.approximate for extent in feast_days(key, year))


@given(st.integers(EASTER_YEARS.start, EASTER_YEARS.stop - 1))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    for key, method in (("easter sunday", 3), ("orthodox easter", EASTER_ORTHODOX)):
        (extent,) = feast_days(key, year)
        assert extent.first == easter(year, method).toordinal()
        assert weekday(extent.first or 0) == 7
    (friday,) = feast_days("good friday", year)
    assert friday.first == (easter(year) - timedelta(days=2)).toordinal()


@given(st.integers(1, 3000))
def test_the_jewish_year_begins_on_days_that_it_may_begin_on(year: int) -> None:
    day, after = jewish_new_year(year), jewish_new_year(year + 1)
    assert weekday(day) in (1, 2, 4, 6)
    assert after - day in (353, 354, 355, 383, 384, 385)


@given(st.integers(1, 2000), st.integers(1, 12))
def test_islamic_months_have_29_or_30_days(year: int, month: int) -> None:
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert islamic_day(*following, 1) - islamic_day(year, month, 1) in (29, 30)


def test_the_islamic_count_begins_with_the_year_of_the_hijra() -> None:
    assert islamic_day(1, 1, 1) == date(622, 7, 19).toordinal()  # 16 July, Julian


def test_a_feast_that_is_not_known_has_no_day_and_is_of_its_year() -> None:
    assert feast_days("no feast", 2020) == ()
    assert feast_name("no feast") == "No Feast"
    for fields in (
        Fields(year=2020, holiday="no feast"),
        Fields(year=1453, holiday="easter sunday"),
    ):
        assert to_edtf(resolve(Absolute(fields), Context()).when) == str(fields.year)


def test_a_feast_says_by_which_rule_it_is_found() -> None:
    told = Context(from_edtf("2023-02-08"))
    meaning = Occurrence(Fields(holiday="good friday"), Toward.NEAREST, PUBLICATION)
    assert resolve(meaning, told).explanation == (
        "Counted from the day of publication, Wednesday 8 February 2023.",
        "Good Friday is 2 days before Easter Sunday.",
        "The nearest Good Friday: Friday 7 April 2023.",
    )
    named = resolve(Absolute(Fields(year=2003, holiday="ramadan")), told)
    assert named.explanation[0].startswith("Ramadan is the ninth month of the Islamic year;")
    assert named.when.approximate


def test_two_of_a_feast_in_a_year_are_both_seen() -> None:
    found = [e.first for e in feast_days("ramadan", 1997)]
    assert found == [day_number(1997, 1, 10), day_number(1997, 12, 31)]
