import pytest

from tests.drawing.invented import event
from timeline.drawing.scene.lanes import MOST_LANES, NOBODY
from timeline.drawing.scene.scene import Wish, compose
from timeline.model.event import Category, Event, Status

EVENTS = [
    event(1, "2022-06", category=Category.LAW, actors=("Senate", "Court"), places=("Lowport",)),
    event(
        2, "2022-07", category=Category.CONFLICT, actors=("Court",), documents=("b.txt", "a.txt")
    ),
    event(3, "2022-08", category=Category.LAW, status=Status.PLANNED, actors=("Court",)),
    event(4, "2022-09", category=Category.OTHER, status=Status.DENIED),
]


def names(events: list[Event], scheme: str) -> list[str]:
    return [lane.name for lane in compose(events, Wish(lanes=scheme)).lanes]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("category", ["Conflict", "Law", "Other"]),
        ("status", ["Happened", "Planned", "Denied"]),
        ("actor", ["Court", "Senate", NOBODY]),
        ("place", ["Lowport", NOBODY]),
        ("document", ["a.txt", "b.txt"]),
        ("none", ["Events"]),
    ],
)
def test_lanes_have_their_names_in_order(scheme: str, expected: list[str]) -> None:
    assert names(EVENTS, scheme) == expected


def test_an_event_with_several_actors_goes_to_its_first() -> None:
    scene = compose(EVENTS, Wish(lanes="actor"))
    (mark,) = (m for m in scene.marks if m.event_id == "e1")
    assert scene.lanes[mark.lane].name == "Senate"


def test_nobody_comes_last_however_many_they_are() -> None:
    crowd = [event(n, "2022-06") for n in range(5)]
    assert names([*crowd, *EVENTS], "actor")[-1] == NOBODY


def test_what_exceeds_the_lanes_shares_one() -> None:
    events = [event(n, "2022-06", actors=(f"Actor {n:02d}",)) for n in range(30)]
    shown = names([*events, event("x", "2022")], "actor")
    assert len(shown) == MOST_LANES + 1
    assert shown[-2:] == ["19 more actors", NOBODY]


def test_other_lanes_are_refused_with_their_names() -> None:
    with pytest.raises(ValueError, match="category, status, actor, place, source, document, none"):
        compose(EVENTS, Wish(lanes="colour"))
