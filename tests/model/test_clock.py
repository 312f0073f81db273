"""Times of day: what a clock shows, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.clock import (
    is_clock_time,
    offset,
    read_clock,
    time_of_day,
    without_leap_second,
)
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.when import When

NUMBERS = st.integers(-3, 99)
ZONES = st.sampled_from(
    ["", "Z", "UTC", "GMT", "+0530", "-05:30", "GMT-5", "+99:99", "+24", "-0075"]
)


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ((9, 30), "09:30"),
        ((9, 30, 15), "09:30:15"),
        ((0, 0), "00:00"),
        ((24, 0), "24:00"),
        ((23, 59, 60), "23:59:60"),
        ((18, 59, 60), "18:59:60"),
        ((25, 0), None),
        ((24, 1), None),
        ((24, 0, 1), None),
        ((12, 60), None),
        ((12, 30, 60), None),
        ((23, 59, 61), None),
        ((-1, 0), None),
    ],
)
def test_what_a_clock_shows(parts: tuple[int, ...], written: str | None) -> None:
    hour, minute, second = (*parts, 0)[:3]
    assert time_of_day(hour, minute, second) == written


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("", ""),
        ("Z", "Z"),
        ("UTC", "Z"),
        ("GMT", "Z"),
        ("+05:30", "+05:30"),
        ("+0530", "+05:30"),
        ("UTC+5", "+05:00"),
        ("−03", "-03:00"),
        ("-23:59", "-23:59"),
        ("+24:00", None),
        ("+99:99", None),
        ("+05:75", None),
    ],
)
def test_what_an_offset_is(written: str, zone: str | None) -> None:
    assert offset(written) == zone


@given(NUMBERS, NUMBERS, NUMBERS, ZONES)
def test_each_time_of_day_is_one_that_a_date_can_hold(h: int, m: int, s: int, zone: str) -> None:
    clock = time_of_day(h, m, s, offset(zone))
    if clock is None:
        return
    assert is_clock_time(clock)
    assert read_clock(clock) == clock
    when = When(738_000, 738_000, clock=clock)
    assert from_edtf(to_edtf(when)) == when
    assert 0 <= int(without_leap_second(clock)[6:8] or 0 if clock.count(":") > 1 else 0) < 60


@given(st.text("0123456789:TZ+-", max_size=14))
def test_any_time_in_edtf_is_read_or_refused_by_a_value_error(text: str) -> None:
    try:
        when = from_edtf(f"2022-06-14T{text}")
    except ValueError:
        return
    assert when.clock is None or is_clock_time(when.clock)
