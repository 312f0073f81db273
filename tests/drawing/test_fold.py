"""Folding empty stretches: nothing is lost, nothing changes its order, and the axis says it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing.invented import day, event
from tests.drawing.strategies import collections, windows
from timeline.drawing.plotly.chrome import length_in_words
from timeline.drawing.plotly.timeline_figure import timeline_figure
from timeline.drawing.scene.density import stretches
from timeline.drawing.scene.fold import UNFOLDED, Fold
from timeline.drawing.scene.scene import MANY, Scene, Wish, compose
from timeline.drawing.scene.ticks import folded_ticks
from timeline.drawing.theme import LIGHT
from timeline.model.event import Event

FOLD = Fold(((100, 1099), (1500, 9499)), 20.0)
ANCIENT = [event(1, "-0044-03-15"), event(2, "2021-06"), event(3, "2022-07-04", "Storm")]


def folded(events: list[Event], window: tuple[int, int] | None = None) -> Scene:
    return compose(events, Wish(folded=True, window=window))


@given(st.floats(-1000, 20_000), st.floats(-1000, 20_000))
def test_folding_keeps_the_order_and_can_be_undone(one: float, other: float) -> None:
    assert FOLD.unfolded(FOLD.folded(one)) == pytest.approx(one, abs=1e-6)
    if one <= other:
        assert FOLD.folded(one) <= FOLD.folded(other)


def test_outside_a_fold_a_day_is_a_day() -> None:
    assert FOLD.folded(50) == 50
    assert FOLD.folded(1200) - FOLD.folded(1100) == pytest.approx(100)
    assert FOLD.folded(1100) - FOLD.folded(100) == pytest.approx(20)
    assert UNFOLDED.folded(7) == UNFOLDED.unfolded(7) == 7


def test_what_stays_open_lies_around_the_folds() -> None:
    assert list(FOLD.open((0, 10_000))) == [(0, 99), (1100, 1499), (9500, 10_000)]
    assert list(UNFOLDED.open((3, 9))) == [(3, 9)]


@given(collections(), windows)
@settings(max_examples=60, deadline=None)
def test_no_event_lies_in_a_fold_and_each_is_still_drawn(
    events: list[Event], window: tuple[int, int]
) -> None:
    scene, plain = folded(events, window), compose(events, Wish(window=window))
    assert [m.event_id for m in scene.marks] == [m.event_id for m in plain.marks]
    for first, last in scene.view.fold.gaps:
        assert window[0] <= first <= last <= window[1]
        inside = [e for e in events if e.when.first is not None and first <= e.when.first <= last]
        assert not inside
    assert scene.view.pixel(window[0]) == pytest.approx(scene.view.left)
    assert scene.view.pixel(window[1] + 1) == pytest.approx(scene.view.right)


def test_a_thousand_empty_years_leave_room_for_the_rest() -> None:
    scene, plain = folded(ANCIENT), compose(ANCIENT)
    (gap,) = scene.view.fold.gaps
    assert gap[0] > day("0001-01-01") - 20_000
    assert scene.view.per_day > 100 * plain.view.per_day
    june, storm = (m.body[0] for m in scene.marks if m.event_id in {"e2", "e3"})
    assert storm - june > 100


def test_the_axis_says_how_long_a_fold_is() -> None:
    figure = timeline_figure(folded(ANCIENT), LIGHT)
    said = [note.text for note in figure.layout.annotations]
    assert any("years empty" in words for words in said)
    assert figure.layout.xaxis.type == "linear"
    texts = list(figure.layout.xaxis.ticktext)
    assert any("BCE" in text for text in texts)
    assert any("2022" in text for text in texts)


def test_ticks_keep_their_distance_and_stay_out_of_folds() -> None:
    ticks = folded_ticks((0, 10_000), 900, FOLD)
    assert all(FOLD.folded(b.day) > FOLD.folded(a.day) for a, b in pairwise(ticks))
    assert not [t for t in ticks for first, last in FOLD.gaps if first <= t.day <= last]


def test_cells_stay_out_of_folds() -> None:
    bins = stretches((0, 10_000), 40, FOLD)
    assert not [b for b in bins for first, last in FOLD.gaps if b[0] <= last and b[1] >= first]
    crowd = [event(n, f"{1700 + n % 9}-06-14") for n in range(MANY)]
    scene = folded([*crowd, *(event(f"x{n}", f"{2000 + n % 9}") for n in range(MANY))])
    assert scene.view.fold.gaps
    assert sum(cell.count for cell in scene.cells) == pytest.approx(2 * MANY)


@pytest.mark.parametrize(
    ("days", "words"), [(41, "41 days"), (214, "7 months"), (722_000, "1,977 years")]
)
def test_lengths_in_words(days: int, words: str) -> None:
    assert length_in_words(days) == words


def test_nothing_and_one_event_have_no_fold() -> None:
    assert folded([]).view.fold == UNFOLDED
    assert folded([event(1, "2022")]).view.fold == UNFOLDED


def test_what_is_mostly_empty_can_be_folded() -> None:
    events = [event(1, "0044-03-15"), event(2, "2021-05"), event(3, "2022-05")]
    scene = compose(events)
    assert 1_900 * 365 < scene.foldable < 2_000 * 366
    assert compose(events, Wish(folded=True)).foldable == 0
    assert compose(events[1:]).foldable < 366
    assert compose([event(n, f"2022-{n:02d}") for n in range(1, 13)]).foldable == 0
