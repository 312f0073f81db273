import re

import pytest
from hypothesis import given

from tests.strategies import clocks, days, intervals, whens
from timeline.model.calendar import day_number
from timeline.model.units import Precision
from timeline.model.when import Basis, Edge, Kind, When

DAY = day_number(2022, 6, 14)

REFUSED = [
    ({"start": DAY, "end": DAY - 1}, "starts on 2022-06-14, after its end 2022-06-13"),
    ({"start": DAY, "end": Edge.OPEN}, "only an interval that lasts throughout"),
    ({"start": Edge.OPEN, "end": DAY}, "only an interval that lasts throughout"),
    ({"kind": Kind.THROUGHOUT}, "simply unknown"),
    ({"start": Edge.OPEN, "end": Edge.OPEN, "kind": Kind.THROUGHOUT}, "simply unknown"),
    ({"approximate": True}, "cannot be approximate"),
    ({"clock": "09:30"}, "belongs to a single day"),
    ({"start": DAY, "end": DAY + 1, "clock": "09:30"}, "belongs to a single day"),
    ({"start": DAY, "end": Edge.UNKNOWN, "clock": "09:30"}, "belongs to a single day"),
    *(
        ({"start": DAY, "end": DAY, "clock": clock}, "is no clock time")
        for clock in ("9:30", "25:00", "24:30", "09:60", "09:30:00", "09:30 Z", "٠٩:٣٠", "")
    ),
]


@pytest.mark.parametrize(("given_fields", "reason"), REFUSED)
def test_a_date_that_contradicts_itself_is_refused(
    given_fields: dict[str, object], reason: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        When(**given_fields)  # type: ignore[arg-type]


def test_nothing_known_is_a_date_too() -> None:
    when = When()
    assert not when.resolved
    assert (when.first, when.last, when.days) == (None, None, None)
    assert when.precision is Precision.UNKNOWN


@given(days, clocks())
def test_a_day_with_a_clock_is_precise_to_the_time(day: int, clock: str) -> None:
    assert When(day, day, clock=clock).precision is Precision.TIME
    assert When(day, day).precision is Precision.DAY


@given(intervals())
def test_days_are_counted_with_both_ends(bounds: tuple[int, int]) -> None:
    first, last = bounds
    assert When(first, last).days == last - first + 1


@given(whens())
def test_what_holds_of_every_date(when: When) -> None:
    assert when.resolved == (when.first is not None or when.last is not None)
    assert when.bounded == (when.days is not None)
    assert (when.precision is Precision.UNKNOWN) == (not when.resolved)
    assert when.with_basis(Basis.GIVEN).basis is Basis.GIVEN
    assert when.with_basis(when.basis) == when
    assert len({when, when.with_basis(when.basis)}) == 1


@given(whens(), whens())
def test_overlap_is_mutual_and_every_date_overlaps_itself(one: When, other: When) -> None:
    assert one.may_overlap(one)
    assert one.may_overlap(other) == other.may_overlap(one)


@given(intervals(), intervals())
def test_dates_with_a_day_in_common_overlap(one: tuple[int, int], other: tuple[int, int]) -> None:
    shared = max(one[0], other[0])
    assert When(*one).may_overlap(When(*other)) == (shared <= one[1] and shared <= other[1])
    assert When(one[0]).may_overlap(When(*other)) == (one[0] <= other[1])
    assert When(end=one[1]).may_overlap(When(*other)) == (one[1] >= other[0])
