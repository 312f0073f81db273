"""Expressions of one text that count from each other."""

import pytest

from tests.resolving.laws import in_a_text
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.expression import Reading, Tense
from timeline.model.meaning import (
    MENTIONED,
    PERIOD,
    PUBLICATION,
    Absolute,
    Amount,
    Between,
    Bounded,
    Current,
    Fields,
    KnownEvent,
    Length,
    Meaning,
    Occurrence,
    Shift,
    Side,
    Toward,
    Within,
)
from timeline.model.span import Span
from timeline.model.units import Unit
from timeline.model.when import Basis, When
from timeline.resolving import Context, resolve, resolve_all

PUBLISHED = When.of_day(day_number(2023, 2, 8), Basis.GIVEN)
THE_FALL = Absolute(Fields(year=2021, month=8, day=15))
QUARTER = Occurrence(Fields(quarter=3), Toward.LATEST, PUBLICATION)


def later(count: int, unit: Unit, side: Side = Side.AFTER) -> Meaning:
    return Shift(MENTIONED, Amount.exactly(count), unit, side)


def a_year_ago(anchor: Meaning = PUBLICATION) -> Meaning:
    return Shift(anchor, Amount.exactly(1), Unit.YEAR, Side.BEFORE, keep_grain=True)


def story(*meanings: Meaning, published: When = PUBLISHED) -> list[Reading]:
    found = in_a_text([(meaning, Tense.PAST) for meaning in meanings])
    return list(resolve_all(found, published, {"the flood": from_edtf("2021-07-14")}))


def dates(*meanings: Meaning, published: When = PUBLISHED) -> list[str]:
    return [to_edtf(reading.when) for reading in story(*meanings, published=published)]


def test_a_later_day_counts_from_the_day_before_it_in_the_text() -> None:
    assert dates(THE_FALL, later(3, Unit.DAY), later(2, Unit.DAY)) == [
        "2021-08-15",
        "2021-08-18",
        "2021-08-20",
    ]


def test_without_a_date_before_it_counts_from_publication() -> None:
    assert dates(later(3, Unit.DAY, Side.BEFORE)) == ["2023-02-05"]


def test_a_known_event_is_a_date_to_count_from() -> None:
    assert dates(KnownEvent("the flood"), later(1, Unit.DAY)) == ["2021-07-14", "2021-07-15"]
    assert dates(KnownEvent("no such event"), THE_FALL) == ["XXXX-XX-XX", "2021-08-15"]


def test_lengths_and_bounds_are_no_dates_to_count_from() -> None:
    length = Length(Amount.exactly(3), Unit.WEEK)
    since = Bounded(Absolute(Fields(year=2010)), Side.AFTER, throughout=True)
    apart = Shift(MENTIONED, Amount.exactly(1), Unit.MONTH, Side.BEFORE, between_events=True)
    for between in (length, since, apart):
        assert dates(THE_FALL, between, later(3, Unit.DAY))[-1] == "2021-08-18"


def test_what_cannot_be_placed_yet_is_not_skipped() -> None:
    monday = Occurrence(Fields(weekday=1), Toward.LATEST, PUBLICATION)
    assert dates(THE_FALL, monday, later(1, Unit.DAY)) == ["2021-08-15", "2023-02-06", "2023-02-07"]
    # Without the publication date, the day after Monday is not the day after the fall.
    assert dates(THE_FALL, monday, later(1, Unit.DAY), published=When())[2] == "XXXX-XX-XX"


def test_a_year_ago_is_a_quarter_where_a_quarter_is_under_discussion() -> None:
    assert dates(QUARTER, a_year_ago()) == ["2022-35", "2021-35"]
    assert dates(QUARTER, a_year_ago(MENTIONED)) == ["2022-35", "2021-35"]
    assert dates(a_year_ago()) == ["2022"]
    assert dates(THE_FALL, a_year_ago(MENTIONED)) == ["2021-08-15", "2020"]


def test_a_quarter_that_cannot_be_placed_leaves_its_year_before_open() -> None:
    assert dates(QUARTER, a_year_ago(), published=When()) == ["XXXX-XX-XX", "XXXX-XX-XX"]


def test_a_date_counted_from_an_interval_is_an_interval() -> None:
    published = from_edtf("2023-02", Basis.INFERRED)
    monday = Occurrence(Fields(weekday=1), Toward.LATEST, PUBLICATION)
    readings = story(monday, later(1, Unit.DAY), published=published)
    assert [to_edtf(r.when) for r in readings] == [
        "[2023-01-30..2023-02-27]",
        "[2023-01-31..2023-02-28]",
    ]
    assert [r.when.basis for r in readings] == [Basis.INFERRED, Basis.INFERRED]
    assert "February 2023" in readings[0].explanation[0]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2023-02-08", "2022-06"),
        ("2023", "2022-06"),
        ("[2022..2023]", "[2021-06..2022-06]"),
        ("[2023-02..]", "[2022-06-01..]"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
    ],
)
def test_a_date_is_as_exact_as_publication_allows(published: str, date: str) -> None:
    last_year = Shift(Current(Unit.YEAR, PUBLICATION), Amount.exactly(1), Unit.YEAR, Side.BEFORE)
    meaning = Within(last_year, Fields(month=6))
    found = resolve(meaning, Context(from_edtf(published))).when
    assert (found.first, found.last) == (from_edtf(date).first, from_edtf(date).last)


def test_a_stated_date_does_not_rest_on_publication() -> None:
    stated, relative = story(THE_FALL, Current(Unit.YEAR, PUBLICATION))
    assert stated.when.basis is Basis.STATED
    assert relative.when.basis is Basis.GIVEN


def test_a_day_that_no_year_has_is_said_to_be_none() -> None:
    leap_day = Within(Current(Unit.YEAR, PUBLICATION), Fields(month=2, day=29))
    reading = resolve(leap_day, Context(PUBLISHED))
    assert not reading.when.resolved
    assert reading.explanation == ("The calendar has no such day in the time that it counts from.",)


def test_a_range_that_runs_backwards_is_open() -> None:
    years = [Absolute(Fields(year=year)) for year in (2005, 2001)]
    assert dates(Between(*years)) == ["XXXX-XX-XX"]


def month(number: int) -> Meaning:
    return Occurrence(Fields(month=number), Toward.CLAUSE, PUBLICATION)


def year(number: int, month: int | None = None) -> Meaning:
    return Absolute(Fields(year=number, month=month))


def test_a_story_goes_on_from_its_last_date() -> None:
    past = [year(1941, 6), month(9), month(2), year(1943), month(8), year(1944)]
    assert dates(*past) == ["1941-06", "1941-09", "1942-02", "1943", "1943-08", "1944"]


def test_a_story_turns_back_a_little_rather_than_leap_far_ahead() -> None:
    assert dates(year(1904, 5), month(2), year(1905), year(1906))[1] == "1904-02"


def test_a_year_that_is_left_again_at_once_leads_no_story_on() -> None:
    assert dates(year(1941, 6), year(2005), month(9), year(1943), year(1944))[2] == "1941-09"


def test_news_does_not_count_from_the_years_that_it_names() -> None:
    yesterday = Shift(PUBLICATION, Amount.exactly(1), Unit.DAY, Side.BEFORE)
    found = dates(yesterday, year(1990), yesterday, year(1995), yesterday, year(1996), month(9))
    assert found[-1] == "2022-09"


def test_two_years_make_no_story() -> None:
    assert dates(year(1990), year(1995), month(9))[-1] == "2022-09"


def test_what_is_still_to_come_lies_behind_publication_not_behind_the_story() -> None:
    meanings = [(m, Tense.PAST) for m in (year(1866), year(1867), year(1868))]
    opening = Occurrence(Fields(month=6, day=24), Toward.NEAREST, PUBLICATION)
    found = resolve_all(in_a_text([*meanings, (opening, Tense.FUTURE)]), PUBLISHED)
    assert to_edtf(found[-1].when) == "2023-06-24"


def test_a_story_says_that_it_counts_from_date_to_date() -> None:
    reading = story(year(1941, 6), month(9), year(1943), year(1944))[1]
    counted, placed = reading.explanation
    assert counted.startswith("Counted from the date mentioned before, June 1941: this text tells")
    assert placed == "The September with which the story goes on: September 1941."
    assert reading.when.basis is Basis.STATED


def test_the_quarter_is_the_one_under_discussion_or_the_one_that_ended_last() -> None:
    the_quarter = Current(Unit.QUARTER, PERIOD)
    assert dates(the_quarter) == ["2022-36"]
    assert dates(QUARTER, the_quarter) == ["2022-35", "2022-35"]


def test_a_few_days_later_is_a_reference_in_a_story_and_a_length_in_news() -> None:
    few = Amount(2, 5, vague=True, approximate=True)
    meanings = [year(1866), year(1867), year(1868, 3), Shift(MENTIONED, few, Unit.DAY, Side.AFTER)]
    assert story(*meanings)[-1].timex.value == "FUTURE_REF"
    before = Shift(MENTIONED, few, Unit.DAY, Side.BEFORE)
    assert story(*meanings[:3], before)[-1].timex.value == "PAST_REF"
    assert story(THE_FALL, meanings[-1])[-1].timex.value == "PXD"


def test_a_winter_without_a_year_is_written_by_its_january() -> None:
    winter = Occurrence(Fields(season=4), Toward.CLAUSE, PUBLICATION)
    reading = story(year(1866), year(1867), year(1868), winter)[-1]
    assert (reading.timex.value, to_edtf(reading.when)) == ("1869-WI", "1868-24")


def test_a_short_story_of_these_years_says_what_it_would_be_in_news() -> None:
    told = [year(2019), year(2020), year(2021), month(1)]
    assert story(*told)[-1].explanation[-1] == (
        "It may count from publication as well, and then it is January 2023."
    )
    long_ago = [year(1919), year(1920), year(1921), month(1)]
    assert "as well" not in story(*long_ago)[-1].explanation[-1]
    assert "as well" not in story(*told[:3], month(6))[-1].explanation[-1]


def test_a_sentence_that_lists_years_is_one_step_of_a_story() -> None:
    found = in_a_text([(m, Tense.PAST) for m in (year(2019), year(2020), year(2021), month(1))])
    one = [Span(0, 29), Span(29, 60)]
    each = [Span(0, 9), Span(9, 19), Span(19, 29), Span(29, 60)]
    listed, told = (resolve_all(found, PUBLISHED, sentences=s)[-1].when for s in (one, each))
    assert [to_edtf(listed), to_edtf(told)] == ["2023-01", "2021-01"]
