"""The days that matter on the chart: no label lies over another, the first in rank come first."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_selection import event
from timeline.drawing.plotly.timeline_figure import timeline_drawing
from timeline.drawing.scene.pins import GAP, KeyDay, head_height, pinned
from timeline.drawing.scene.scene import Wish, compose
from timeline.drawing.scene.view import View
from timeline.drawing.theme import LIGHT
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf

FIRST = day_number(2010, 4, 1)
VIEW = View(FIRST, FIRST + 299, 120.0, 800.0)
TITLES = st.text("abc W", max_size=60)
DAYS = st.lists(st.tuples(st.integers(-20, 320), TITLES), max_size=50).map(
    lambda found: [
        KeyDay(FIRST + day, title, f"e{rank}", rank) for rank, (day, title) in enumerate(found, 1)
    ]
)


@given(DAYS)
def test_no_label_lies_over_another(days: list[KeyDay]) -> None:
    pins = pinned(days, VIEW)
    shown = [pin for pin in pins if pin.text]
    for one, other in combinations(shown, 2):
        apart = one.right + GAP <= other.left or other.right + GAP <= one.left
        assert one.row != other.row or apart
    assert all(VIEW.left <= pin.left and pin.right <= VIEW.right for pin in shown)
    assert all(pin.top <= head_height(pins) for pin in pins)


@given(DAYS)
def test_each_day_in_view_has_its_line_and_the_first_its_label(days: list[KeyDay]) -> None:
    pins = pinned(days, VIEW)
    inside = [one for one in days if VIEW.first <= one.day <= VIEW.last]
    assert sorted(pin.event_id for pin in pins) == sorted(one.event_id for one in inside)
    assert [pin.day for pin in pins] == sorted(pin.day for pin in pins)
    named = [one for one in inside if one.title.strip()]
    if named:
        first = min(named, key=lambda one: one.rank)
        assert next(pin for pin in pins if pin.event_id == first.event_id).text


def test_ten_days_of_one_spring_are_all_named() -> None:
    days = [
        KeyDay(FIRST + at, f"What happened on the day {at}", f"e{at}", rank)
        for rank, at in enumerate((19, 21, 55, 76, 105, 171, 20, 60, 30, 140), 1)
    ]
    assert all(pin.text for pin in pinned(days, VIEW))


def test_the_lanes_stand_below_the_days_also_as_density() -> None:
    found = [event(when=from_edtf("2010-04-20"), title=f"Title {n}") for n in range(900)]
    days = (KeyDay(day_number(2010, 4, 20), "The rig exploded", "id", 1),)
    bare, scene = compose(found, Wish()), compose(found, Wish(days=days))
    assert bare.density
    assert scene.density
    assert scene.lanes[0].top - bare.lanes[0].top == head_height(scene.pins) > 0
    names = {trace["name"]: trace for trace in timeline_drawing(scene, LIGHT)["data"]}
    assert names["day-names"]["text"] == ["<b>The rig exploded</b>"]
    assert names["day-names"]["customdata"] == ["id"]
    assert "day-names" not in {t["name"] for t in timeline_drawing(bare, LIGHT)["data"]}
