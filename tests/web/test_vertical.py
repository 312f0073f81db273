"""The timeline of a narrow screen."""

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.web.data.collection import Collection
from timeline.web.features.chart.vertical import vertical
from timeline.web.page.state import read

COLLECTION = Collection(sample.timeline(), 1)


def test_every_event_in_view_stands_in_its_order() -> None:
    found = having(vertical(COLLECTION, read("")), "data-action", "select")
    expected = [e.id for e in COLLECTION.columns.at(COLLECTION.columns.by_date)]
    assert [getattr(button, "data-event") for button in found] == expected


def test_long_gaps_and_new_years_are_said() -> None:
    shown = text(vertical(COLLECTION, read("")))
    assert "years without an event in view" in shown
    assert "46 BCE" in shown or "45 BCE" in shown
    months = text(vertical(COLLECTION, read("from=2022-01-01&to=2022-12-31&precision=day")))
    assert "August 2022" in months


def test_a_long_list_comes_in_pieces() -> None:
    tree = vertical(Collection(sample.many(250), 1), read(""))
    assert len(having(tree, "data-action", "select")) == 100
    assert having(tree, "data-action", "more-rows")


def test_signs_stand_for_more_than_colour() -> None:
    words = [text(item) for item in kinds(vertical(COLLECTION, read("status=denied")), "Li")]
    assert any("×" in item for item in words)


def test_nothing_in_view_has_no_timeline() -> None:
    assert vertical(COLLECTION, read("q=nothing-has-this")) is None
