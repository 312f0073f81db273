from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from tests.drawing.invented import day, event
from tests.drawing.strategies import collections, windows
from timeline.drawing.scene.density import Stretch, stretches
from timeline.drawing.scene.density import spread as spread_days
from timeline.model.event import Event
from timeline.query.event_columns import EventColumns
from timeline.query.selection import Selection


def spread(events: list[Event], bins: tuple[Stretch, ...]) -> tuple[float, ...]:
    columns = EventColumns(events)
    (counts,) = spread_days(columns.first[columns.dated], columns.last[columns.dated], bins)
    return tuple(counts.tolist())


@given(collections(), windows)
@settings(deadline=None)
def test_every_event_in_view_counts_one_in_all(
    events: list[Event], window: tuple[int, int]
) -> None:
    bins = stretches(window, 50)
    assert sum(spread(events, bins)) == pytest.approx(len(Selection(window=window).of(events)))


@given(windows)
@settings(deadline=None)
def test_the_stretches_fill_the_window(window: tuple[int, int]) -> None:
    bins = stretches(window, 60)
    assert bins[0][0] == window[0]
    assert bins[-1][1] == window[1]
    assert all(one[1] + 1 == other[0] for one, other in pairwise(bins))
    assert len(bins) <= 62


def test_an_uncertain_date_is_spread_evenly() -> None:
    bins = stretches((day("2022-01-01"), day("2022-12-31")), 12)
    counts = spread([event(1, "2022")], bins)
    assert len(counts) == 12
    assert counts[0] == pytest.approx(31 / 365)
    assert counts[1] == pytest.approx(28 / 365)


def test_a_known_day_counts_where_it_is() -> None:
    bins = stretches((day("2022-01-01"), day("2022-12-31")), 12)
    assert spread([event(1, "2022-06-14")], bins) == (0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)


def test_an_open_end_counts_where_it_is_known() -> None:
    bins = stretches((day("2022-01-01"), day("2022-12-31")), 12)
    assert spread([event(1, "2022-03/..")], bins)[2] == 1
    assert spread([event(1, "2012-03/..")], bins) == pytest.approx(
        [1 / len(bins)] * len(bins), rel=0.1
    )
    assert spread([event(1, "[..2031]")], bins) == pytest.approx(
        [1 / len(bins)] * len(bins), rel=0.1
    )
    assert spread([event(1, "[..2022-03]")], bins)[2] == 1
    assert sum(spread([event(1, "XXXX-XX-XX")], bins)) == 0


@given(collections(), collections(), windows)
@settings(deadline=None)
def test_groups_are_counted_as_each_of_them_alone(
    one: list[Event], other: list[Event], window: tuple[int, int]
) -> None:
    bins = stretches(window, 40)
    columns = EventColumns([*one, *other])
    group = np.repeat([0, 1], [len(one), len(other)])
    counts = spread_days(columns.first, columns.last, bins, group, 2)
    assert counts[0].tolist() == pytest.approx(spread(one, bins))
    assert counts[1].tolist() == pytest.approx(spread(other, bins))
