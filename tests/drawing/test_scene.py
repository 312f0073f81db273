import pytest
from hypothesis import given, settings

from tests.drawing.invented import day, event
from tests.drawing.strategies import collections, windows
from timeline.drawing.scene.mark import End, MarkShape
from timeline.drawing.scene.scene import MANY, Wish, compose
from timeline.drawing.style import Look
from timeline.model.event import Category, Event, Status
from timeline.query.selection import Selection

JUNE = (day("2022-06-01"), day("2022-06-30"))


@given(collections(), windows)
@settings(max_examples=60, deadline=None)
def test_every_event_in_view_is_drawn_exactly_once(
    events: list[Event], window: tuple[int, int]
) -> None:
    scene = compose(events, Wish(window=window))
    expected = sorted(e.id for e in Selection(window=window).of(events))
    assert sorted(mark.event_id for mark in scene.marks) == expected
    assert scene.in_view == len(expected)
    assert scene.dated == len(events)


@given(collections(), windows)
@settings(max_examples=60, deadline=None)
def test_marks_stay_in_their_lane_and_in_the_width(
    events: list[Event], window: tuple[int, int]
) -> None:
    scene = compose(events, Wish(window=window, width=600))
    for mark in scene.marks:
        lane = scene.lanes[mark.lane]
        assert lane.top < scene.middle(mark.lane, mark.row) < lane.top + lane.height
        assert mark.row < lane.rows
        assert mark.body[1] > mark.body[0]
        assert mark.body[1] > scene.view.left
        assert mark.body[0] < scene.view.right


@pytest.mark.parametrize(
    ("date", "drawn"),
    [
        ("2022-05-31", False),
        ("2022-06-01", True),
        ("2022-06-30", True),
        ("2022-07-01", False),
        ("2021/2022-06-01", True),
        ("2022-06-30/2023", True),
        ("2001/2030", True),
        ("2021/2022-05-31", False),
        ("2021-08/..", True),
        ("2022-07/..", False),
        ("[..2022-05]", False),
        ("[..2022-08]", True),
        ("[2020..]", True),
    ],
)
def test_what_reaches_into_the_window_belongs_to_it(date: str, *, drawn: bool) -> None:
    assert len(compose([event(1, date)], Wish(window=JUNE)).marks) == drawn


def test_the_edge_says_where_a_mark_goes_on() -> None:
    (mark,) = compose([event(1, "2021/2022-06-10")], Wish(window=JUNE)).marks
    assert (mark.cut_left, mark.cut_right) == (True, False)
    assert mark.body[0] == compose([], Wish(window=JUNE)).view.left or mark.body[0] > 0


def test_a_sliver_at_the_edge_is_still_wide_enough_to_see() -> None:
    window = (day("2022-06-01"), day("2032-06-01"))
    (mark,) = compose([event(1, "2001/2022-06-01")], Wish(window=window)).marks
    assert mark.body[1] - mark.body[0] >= 10
    assert mark.cut_left


@pytest.mark.parametrize(
    ("date", "shape", "starts", "ends"),
    [
        ("2022-06-14", MarkShape.POINT, End.SHARP, End.SHARP),
        ("2022-06-14~", MarkShape.POINT, End.FADED, End.FADED),
        ("2022-06", MarkShape.SOFT, End.SHARP, End.SHARP),
        ("2022-06~", MarkShape.SOFT, End.FADED, End.FADED),
        ("2022-05/2022-06", MarkShape.SOLID, End.SHARP, End.SHARP),
        ("2022-06-10/2022-06-10", MarkShape.SOLID, End.SHARP, End.SHARP),
        ("2021-08/..", MarkShape.SOLID, End.SHARP, End.ARROW),
        ("2021-08/", MarkShape.SOLID, End.SHARP, End.FADED),
        ("[2021..]", MarkShape.SOFT, End.SHARP, End.FADED),
    ],
)
def test_the_shape_tells_what_is_known(date: str, shape: MarkShape, starts: End, ends: End) -> None:
    (mark,) = compose([event(1, date)], Wish(window=JUNE)).marks
    assert (mark.shape, mark.starts, mark.ends) == (shape, starts, ends)


@pytest.mark.parametrize("status", Status)
def test_the_look_tells_the_status(status: Status) -> None:
    (mark,) = compose([event(1, "2022-06", status=status)]).marks
    match status:
        case Status.HAPPENED | Status.ONGOING:
            assert (mark.look, mark.signs) == (Look.FILLED, "")
        case Status.PLANNED:
            assert mark.look is Look.HATCHED
        case _:
            assert mark.look is Look.OUTLINED
            assert mark.signs


def test_marks_carry_day_numbers_the_end_exclusive() -> None:
    (mark,) = compose([event(1, "2022-06")]).marks
    assert (mark.x0, mark.x1) == (day("2022-06-01"), day("2022-07-01"))
    (mark,) = compose([event(1, "2021-08/..")]).marks
    assert (mark.x0, mark.x1) == (day("2021-08-01"), None)


def test_a_clock_time_lies_within_its_day() -> None:
    (mark,) = compose([event(1, "2022-06-14T06:00")]).marks
    assert mark.centre == pytest.approx(day("2022-06-14") + 0.25)


def test_undated_events_are_counted_not_drawn() -> None:
    scene = compose([event(1, "2022-06"), event(2, "XXXX-XX-XX")])
    assert (len(scene.marks), scene.dated, scene.undated) == (1, 1, 1)
    assert scene.statement == "1 event; 1 undated"


def test_nothing_is_a_scene_too() -> None:
    scene = compose([])
    assert (scene.marks, scene.lanes, scene.statement) == ((), (), "No dated events")
    assert scene.height > 0


def test_too_many_become_density_and_the_scene_says_so() -> None:
    events = [event(n, "2022-06", category=list(Category)[n % 3]) for n in range(MANY + 455)]
    scene = compose(events)
    assert scene.density
    assert not scene.marks
    assert scene.statement == "1,255 events as density: zoom in"
    assert sum(cell.count for cell in scene.cells) == pytest.approx(MANY + 455)


def test_one_lane_too_full_is_density_alone() -> None:
    crowd = [event(n, "2022-06-14", category=Category.LAW) for n in range(300)]
    scene = compose([*crowd, event("x", "2022-06-20", category=Category.ECONOMY)])
    assert [mark.event_id for mark in scene.marks] == ["ex"]
    assert "Law: 300 events as density: zoom in" in scene.statement
    assert [lane.drawn_as_density for lane in scene.lanes] == [True, False]


def test_zooming_in_turns_density_into_marks() -> None:
    events = [event(n, f"{1000 + n}-06-14") for n in range(MANY + 100)]
    assert compose(events).density
    window = (day("1200-01-01"), day("1249-12-31"))
    assert len(compose(events, Wish(window=window)).marks) == 50


def test_lanes_do_not_move_with_the_window() -> None:
    events = [event(1, "2022-06", category=Category.LAW), event(2, "2020", category=Category.OTHER)]
    names = [lane.name for lane in compose(events, Wish(window=JUNE)).lanes]
    assert names == ["Law", "Other"]
    assert [lane.total for lane in compose(events, Wish(window=JUNE)).lanes] == [1, 0]


@pytest.mark.parametrize("width", [0, 100, 375, 639, 1000, 4000])
def test_any_width_gives_a_scene(width: int) -> None:
    scene = compose([event(1, "2022-06"), event(2, "2023-06-14")], Wish(width=width))
    assert len(scene.marks) == 2
    assert scene.names_above is (width < 640)


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="no view of days"):
        compose([event(1, "2022-06")], Wish(window=(JUNE[1], JUNE[0])))


@pytest.mark.parametrize("date", ["-9999", "-0044-03-15", "0001", "9999", "Y12000", "Y-20000"])
def test_any_year_has_a_scene(date: str) -> None:
    (mark,) = compose([event(1, date)]).marks
    assert mark.body[0] > 0


def test_the_same_events_give_the_same_scene() -> None:
    events = [event(n, f"20{n:02d}-06", disputed=n % 2 == 0) for n in range(24)]
    assert compose(events) == compose(list(events))


def test_the_selected_event_is_marked() -> None:
    scene = compose([event(1, "2022-06"), event(2, "2022-07")], Wish(selected="e2"))
    assert [mark.event_id for mark in scene.marks if mark.selected] == ["e2"]
