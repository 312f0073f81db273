"""The window that a collection opens on holds most of what matters, and no more than it must."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.test_selection import event, events
from timeline.model.calendar import day_number, iso_date
from timeline.model.edtf import from_edtf
from timeline.model.event import Event
from timeline.query.event_columns import FAR_AHEAD, LONG_AGO, EventColumns
from timeline.query.opening_window import FEW, MIDDLE, OPEN_DAYS, opening_window, outside, widened


def days(first: int, count: int, worth: float = 0.8) -> list[Event]:
    found = [day_number(2010, 4, 1) + first + n for n in range(count)]
    return [event(when=from_edtf(iso_date(day)), worth=worth) for day in found]


def opened(found: list[Event]) -> tuple[int, int] | None:
    columns = EventColumns(found)
    return opening_window(columns, np.ones(len(columns), bool))


def test_what_lies_far_outside_does_not_stretch_it() -> None:
    far = [event(when=from_edtf(text)) for text in ("-3000", "1510", "5000")]
    first = day_number(2010, 4, 1)
    window = opened([*far, *days(0, 90)])
    assert window is not None
    assert first - 10 < window[0] < first + 5
    assert first + 85 <= window[1] < first + 100


def test_what_is_worth_little_weighs_little() -> None:
    first = day_number(2010, 4, 1)
    window = opened([*days(0, 60), *days(4000, 20, worth=0.01)])
    assert window is not None
    assert window[1] < first + 70
    assert opened([*days(0, 60), *days(4000, 20)]) is None


def test_few_events_are_all_shown() -> None:
    far = event(when=from_edtf("1900"))
    assert opened([far, *days(0, FEW - 1)]) is None
    assert opened([far, *days(0, FEW)]) is not None
    assert opened([]) is None
    assert opened([event()]) is None


def test_a_century_weighs_less_than_a_day() -> None:
    wide = [event(when=from_edtf("19XX")) for _ in range(40)]
    window = opened([*wide, *days(0, 60)])
    assert window is not None
    assert window[0] >= day_number(2010, 3)


def test_an_open_end_weighs_next_to_nothing() -> None:
    after = [event(when=from_edtf("[1995-12-30..]")) for _ in range(200)]
    window = opened([*after, *days(0, 60)])
    assert window is not None
    assert window[0] > day_number(2010)


@given(events, st.integers(1, 6))
@settings(deadline=None)
def test_it_holds_most_of_the_weight_and_what_is_outside_is_counted(
    found: list[Event], times: int
) -> None:
    columns = EventColumns([*found, *days(0, 70 * times)])
    kept = np.ones(len(columns), bool)
    window = opening_window(columns, kept)
    if window is None:
        return
    before, behind = outside(columns, kept, window)
    dated = int(columns.dated.sum())
    assert len(before) + int(columns.within(*window).sum()) + len(behind) == dated
    inside = (columns.middles >= window[0]) & (columns.middles <= window[1]) & columns.dated
    is_open = (columns.first == LONG_AGO) | (columns.last == FAR_AHEAD)
    wide = np.where(is_open, OPEN_DAYS, columns.ends - columns.begins)
    weights = columns.weights / (1 + wide / 7)
    share = weights[inside].sum() / weights[columns.dated].sum()
    assert share >= MIDDLE - 1e-6
    for rows in (before, behind):
        if len(rows):
            wider = widened(columns, rows, window)
            assert wider[0] <= window[0] <= window[1] <= wider[1]
            assert columns.within(*wider)[rows].all()
