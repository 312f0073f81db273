"""The events that arrow keys step to."""

from tests.web import sample
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.page.neighbours import AROUND, neighbours

MANY = Collection(sample.many(400), 1)
IDS = [event.id for event in MANY.columns.at(MANY.columns.by_date)]


def test_the_first_ones_where_none_is_selected() -> None:
    found = neighbours(MANY, Selection(), "")
    assert found["ids"] == IDS[: 2 * AROUND + 1]
    assert (found["from"], found["total"]) == (0, 400)
    assert (found["first"], found["last"]) == (IDS[0], IDS[-1])


def test_those_around_the_selected_one() -> None:
    found = neighbours(MANY, Selection(), IDS[200])
    assert found["ids"] == IDS[200 - AROUND : 200 + AROUND + 1]
    assert found["from"] == 200 - AROUND


def test_an_event_out_of_view_has_no_neighbours_of_its_own() -> None:
    kept = Selection((("category", ("law",)),))
    outside = next(e.id for e in MANY.columns if e.category != "law")
    assert neighbours(MANY, kept, outside)["from"] == 0


def test_nothing_has_no_neighbours() -> None:
    found = neighbours(Collection(sample.empty(), 1), Selection(), "e")
    assert found == {"ids": [], "from": 0, "total": 0, "first": "", "last": ""}
