"""The days that matter: which they are, and how they are told."""

from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.digest import DigestDay, DigestRequest, digest
from timeline.model.timeline import Timeline
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.data.days import digest_request, names_over
from timeline.web.features.days.view import days_view
from timeline.web.page.state import DAYS, LEAST_DAYS, MOST_DAYS, read

COLLECTION = Collection(sample.timeline(), 1)


def published() -> Timeline:
    """The sample, told by two publishers in turn."""
    held = sample.timeline()
    papers = ("Courier", "Herald")
    told = (
        replace(one, article=replace(one.article, source=papers[n % 2]))
        for n, one in enumerate(held.documents)
    )
    return replace(held, documents=tuple(told))


PUBLISHED = Collection(published(), 1)


def days(selection: Selection, count: int) -> tuple[DigestDay, ...]:
    return COLLECTION.days(selection, count).days


@pytest.mark.parametrize("count", [1, 2, 50])
def test_the_days_are_those_of_a_digest(count: int) -> None:
    assert COLLECTION.days(Selection(), count) == digest(COLLECTION.timeline, DigestRequest(count))


def test_publishers_a_name_and_the_window_are_asked_of_the_digest() -> None:
    told = digest(PUBLISHED.timeline, DigestRequest(50))
    window = (told.days[1].day, told.days[-2].day)
    name = next(iter(PUBLISHED.totals["actor"]))
    selection = Selection(window=window).choose("source", ("Courier",)).choose("actor", (name,))
    asked = digest_request(selection, 9, PUBLISHED.columns, PUBLISHED.tellings)
    assert asked == DigestRequest(9, ("Courier",), name, *window)
    assert PUBLISHED.days(selection, 9) == digest(PUBLISHED.timeline, asked)
    assert names_over(selection) == ("Courier", name)


@pytest.mark.parametrize("facet", ["source", "actor", "place"])
def test_a_link_with_a_publisher_or_name_of_nothing_finds_no_day(facet: str) -> None:
    assert PUBLISHED.days(Selection().choose(facet, ("Nobody at all",)), 9).days == ()


def test_a_search_and_several_names_keep_the_events_that_may_be_told() -> None:
    names = tuple(COLLECTION.totals["actor"])[:2]
    for selection in (Selection(words="harbour"), Selection().choose("actor", names)):
        kept = {event.id for event in selection.of(COLLECTION.timeline.events)}
        found = days(selection, 50)
        assert {name for one in found for name in one.events} <= kept


def test_the_days_of_a_filter_are_made_once() -> None:
    held = Collection(sample.timeline(), 1)
    selection = Selection(words="dockers")
    assert held.days(selection, 9) is held.days(Selection(words="dockers"), 9)


def test_the_filters_hold_for_the_days() -> None:
    for category in COLLECTION.totals["category"]:
        selection = Selection().choose("category", (category,))
        for one in days(selection, 50):
            found = [COLLECTION.event(name) for name in one.events]
            assert {event.category.value for event in found if event is not None} == {category}


def test_the_list_has_a_line_for_each_day_that_selects_its_event() -> None:
    found = days(Selection(), DAYS)
    shown = days_view(COLLECTION, read(""))
    assert [getattr(row, "data-event") for row in kinds(shown, "Ol")[0].children] == [
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


def test_why_a_day_matters_is_one_click_away() -> None:
    shown = days_view(COLLECTION, read(""))
    told = [kinds(row, "Details") for row in kinds(shown, "Ol")[0].children]
    for found, one in zip(told, days(Selection(), DAYS), strict=True):
        (details,) = found
        assert text(details).startswith("Why?")
        assert getattr(details, "open", None) is None
        assert len(kinds(details, "Li")) == len(one.why)
        assert one.why[0] in text(details)
