"""The iCalendar export, read by the icalendar package."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from icalendar import Calendar

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.export import exported
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.wording.dates import date_in_words


def read(timeline: Timeline) -> Calendar:
    calendar = Calendar.from_ical(exported(timeline, "ics").decode())
    assert isinstance(calendar, Calendar)
    assert not calendar.errors
    return calendar


def dated(when: When) -> Timeline:
    return Timeline((article(),), (event(mention(when=when)),))


def test_a_date_is_all_days_that_are_possible_and_doubts_stand_in_the_title() -> None:
    (made,) = read(two_sources()).walk("VEVENT")
    assert made["summary"] == "Harbour opens [June 2022; disputed]"
    assert (made.decoded("dtstart"), made.decoded("dtend")) == (date(2022, 6, 1), date(2022, 7, 1))
    assert made["transp"] == "TRANSPARENT"
    assert "The sources differ (date)" in str(made["description"])


def test_what_has_no_date_is_a_journal_entry() -> None:
    (made,) = read(two_sources()).walk("VJOURNAL")
    assert made["summary"] == "It rained [date unknown]"
    assert "dtstart" not in made


@pytest.mark.parametrize(
    ("edtf", "begins", "ends", "summary"),
    [
        ("2022-06-14", date(2022, 6, 14), date(2022, 6, 15), "Harbour opens"),
        ("2022-06-14T09:30:00", datetime(2022, 6, 14, 9, 30), None, "Harbour opens"),  # noqa: DTZ001 - floating
        (
            "2022-06-14T09:30:00+02:00",
            datetime(2022, 6, 14, 7, 30, tzinfo=UTC),
            None,
            "Harbour opens",
        ),
        ("2021/..", date(2021, 1, 1), date(2021, 1, 2), "Harbour opens [since 2021]"),
        ("9999-12-30", date(9999, 12, 30), date(9999, 12, 31), "Harbour opens"),
    ],
)
def test_dates_of_each_kind(edtf: str, begins: date, ends: date | None, summary: str) -> None:
    (made,) = read(dated(from_edtf(edtf))).walk("VEVENT")
    assert made["summary"] == summary
    assert made.decoded("dtstart") == begins
    assert (made.decoded("dtend") if "dtend" in made else None) == ends


@given(whens())
def test_no_date_is_lost(when: When) -> None:
    (made,) = [*read(dated(when)).walk("VEVENT"), *read(dated(when)).walk("VJOURNAL")]
    words = date_in_words(when)
    assert words[1:] in str(made["description"])
    plain_day = when.days == 1 and not when.approximate and "dtstart" in made
    assert plain_day or words in str(made["summary"])
