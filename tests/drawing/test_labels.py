from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.drawing.invented import event
from tests.drawing.strategies import collections, windows
from timeline.drawing.scene.mark import LabelAnchor
from timeline.drawing.scene.scene import Scene, Wish, compose
from timeline.drawing.scene.text_width import shortened, text_width
from timeline.model.event import Event


def stretches_by_row(scene: Scene) -> dict[tuple[int, int], list[tuple[float, float]]]:
    rows: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for mark in scene.marks:
        rows[mark.lane, mark.row].append(mark.extent)
    for label in scene.labels:
        if label.anchor is not LabelAnchor.INSIDE:
            rows[label.lane, label.row].append((label.left, label.right))
    return rows


@pytest.mark.parametrize("width", [375, 1000])
@given(collections(), windows)
@settings(max_examples=50, deadline=None)
def test_nothing_overlaps_and_nothing_is_cut(
    width: int, events: list[Event], window: tuple[int, int]
) -> None:
    scene = compose(events, Wish(window=window, width=width))
    for row in stretches_by_row(scene).values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(row)))
    for label in scene.labels:
        assert scene.view.left <= label.left < label.right <= scene.view.right


@given(collections(), windows)
@settings(max_examples=50, deadline=None)
def test_labels_inside_stay_inside(events: list[Event], window: tuple[int, int]) -> None:
    scene = compose(events, Wish(window=window))
    marks = {mark.event_id: mark for mark in scene.marks}
    for label in scene.labels:
        body = marks[label.event_id].body
        if label.anchor is LabelAnchor.INSIDE:
            assert body[0] <= label.left
            assert label.right <= body[1]


def test_few_events_all_have_their_title() -> None:
    events = [event(n, f"2022-{n:02d}-14", f"Event number {n} of twelve") for n in range(1, 13)]
    scene = compose(events)
    assert {label.text for label in scene.labels} == {e.title for e in events}


def test_at_the_right_edge_the_title_stands_on_the_left() -> None:
    scene = compose([event(1, "2020-01-01"), event(2, "2022-12-31", "Senate reaches a truce")])
    anchors = {label.event_id: label.anchor for label in scene.labels}
    assert anchors == {"e1": LabelAnchor.RIGHT, "e2": LabelAnchor.LEFT}


def test_where_room_is_scarce_the_weightier_event_has_the_title() -> None:
    crowd = [event(n, "2022-06-14", f"Harbour board meets for the {n}th time") for n in range(40)]
    weighty = event("x", "2022-06-14", "Senate votes", documents=("a.txt", "b.txt", "c.txt"))
    scene = compose([*crowd[:20], weighty, *crowd[20:39]], Wish(width=320))
    assert "ex" in {label.event_id for label in scene.labels}


def test_the_selected_event_has_its_title_first() -> None:
    crowd = [event(n, "2022-06-14", f"Harbour board meets, {n}") for n in range(40)]
    scene = compose(crowd, Wish(width=320, selected="e37"))
    assert "e37" in {label.event_id for label in scene.labels}


def test_long_titles_are_shortened_at_a_word() -> None:
    (label,) = compose([event(1, "2022", "Senate votes on " + "the budget " * 60)]).labels
    assert label.text.endswith("…")
    assert label.text[:-1].split()[-1] in {"the", "budget"}


@pytest.mark.parametrize("room", [0, 5, 20, 80, 300])
@pytest.mark.parametrize(
    "text", ["Harbour closes", "W" * 500, "港湾" * 30, "שלום " * 20, "e\u0301" * 90]
)
def test_shortened_text_fits_its_room(text: str, room: float) -> None:
    cut = shortened(text, room)
    assert text_width(cut) <= room
    assert cut in {text, ""} or cut.endswith("…")


def test_a_title_takes_the_room_that_the_others_leave() -> None:
    title = "Senate votes on the budget of the harbour, after a debate of three days and two nights"
    longer = compose([event(1, "2022-01-05", title), event(2, "2024-12-01")], Wish(width=1000))
    assert title in {label.text for label in longer.labels}
    beside = [event(n, f"2022-01-{n:02d}", title) for n in range(1, 29)]
    crowded = compose([*beside, event(0, "2024-12-01")], Wish(width=600))
    assert {label.text for label in crowded.labels if label.text != title}


def test_no_title_stands_in_a_fold() -> None:
    events = [
        event(1, "0044-03-15", "Dictator killed in the senate house by sixty conspirators"),
        event(2, "../2021", "Estfold moved its troops along the river"),
        event(3, "2022-05", "Inquiry published its findings"),
    ]
    scene = compose(events, Wish(folded=True))
    assert scene.view.fold.gaps
    for label in scene.labels:
        for left, right in scene.view.folds:
            assert label.right <= left or right <= label.left
