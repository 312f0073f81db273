"""The days that matter: which they are, and how they are told."""

from collections import defaultdict

import pytest

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.data.days import chronology, days
from timeline.web.features.days.view import days_view
from timeline.web.page.state import DAYS, LEAST_DAYS, MOST_DAYS, read

COLLECTION = Collection(sample.timeline(), 1)


@pytest.mark.parametrize("count", [1, 2, 50])
def test_the_days_are_those_that_most_articles_tell(count: int) -> None:
    told: defaultdict[int | None, set[str]] = defaultdict(set)
    for event in COLLECTION.columns:
        if event.when.days == 1:
            told[event.when.first] |= set(event.documents)
    found = days(COLLECTION, Selection(), count)
    assert len(found) == min(count, len(told))
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert {one.day: one.documents for one in found}.items() <= {
        day: len(names) for day, names in told.items()
    }.items()
    assert sorted(one.rank for one in found) == list(range(1, len(found) + 1))


def test_each_day_names_its_evidence() -> None:
    for one in days(COLLECTION, Selection(), 50):
        events = [COLLECTION.event(name) for name in one.events]
        assert all(event is not None and event.when.first == one.day for event in events)
        assert events[0] is not None
        assert events[0].title == one.title
        told = [m.mention for m in events[0].mentions]
        assert one.sentence in {" ".join(m.sentence_text.split()) for m in told}
        assert one.document in {m.document for m in told}
        assert one.disputed == any(event.conflicts for event in events if event is not None)


def test_the_filters_hold_for_the_days() -> None:
    for category in COLLECTION.totals["category"]:
        selection = Selection().choose("category", (category,))
        for one in days(COLLECTION, selection, 50):
            found = [COLLECTION.event(name) for name in one.events]
            assert {event.category.value for event in found if event is not None} == {category}


def test_the_list_has_a_line_for_each_day_that_selects_its_event() -> None:
    found = days(COLLECTION, Selection(), DAYS)
    shown = days_view(COLLECTION, read(""))
    assert [getattr(row, "data-event") for row in kinds(shown, "Li")] == [
        one.events[0] for one in found
    ]
    for button, one in zip(having(shown, "data-action", "select"), found, strict=True):
        assert one.title in text(button)
        assert ("disputed" in text(button)) == one.disputed


def test_where_nothing_is_known_to_the_day_it_says_so() -> None:
    assert "No day matters here yet" in text(days_view(COLLECTION, read("q=nothing-of-the-kind")))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("", DAYS),
        ("days=20", 20),
        ("days=1", LEAST_DAYS),
        ("days=999", MOST_DAYS),
        ("days=x", DAYS),
    ],
)
def test_how_many_days_are_shown_is_bounded(asked: str, count: int) -> None:
    assert read(asked).days == count


def test_the_chronology_holds_an_event_a_day_and_the_articles_that_tell_it() -> None:
    found = days(COLLECTION, Selection(), DAYS)
    held = chronology(COLLECTION, Selection(), DAYS)
    assert [event.id for event in held.events] == [one.events[0] for one in found]
    told = {name for event in held.events for name in event.documents}
    assert {one.article.document for one in held.documents} == told
