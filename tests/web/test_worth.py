"""What a large collection hides for its little worth: counted, one click away, never lost."""

import json
from dataclasses import replace

import pytest
from dash.html import Div

from tests.web import sample
from tests.web.components import having, text
from timeline.query.worth import of_little_worth
from timeline.web.data import collection as collections
from timeline.web.data.collection import Collection
from timeline.web.data.name_profile import profile
from timeline.web.features.evidence.view import evidence
from timeline.web.features.filters.view import counts_line
from timeline.web.features.filters.worth import worth_note
from timeline.web.features.story.view import story
from timeline.web.page.seen import seen
from timeline.web.server import make_page

TIMELINE = sample.timeline()
POOR = {one.id for one in TIMELINE.events[::3]}
RATED = replace(
    TIMELINE,
    events=tuple(replace(one, worth=0.2 if one.id in POOR else 0.9) for one in TIMELINE.events),
)
ALL = "worth=good&worth=little"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Collection:
    monkeypatch.setattr(collections, "FEW_ARTICLES", 1)
    return Collection(RATED, 1)


def ids(held: Collection, query: str) -> set[str]:
    return {one.id for one in seen(query, held).selection.of(held.timeline.events)}


def test_a_small_collection_hides_nothing() -> None:
    small = Collection(RATED, 1)
    assert ids(small, "") == {one.id for one in RATED.events}
    assert not worth_note(small, seen("", small).selection)


def test_a_large_one_hides_what_is_of_little_worth_and_counts_it(large: Collection) -> None:
    every = {one.id for one in RATED.events}
    assert ids(large, "") == every - POOR
    assert ids(large, ALL) == every
    assert ids(large, "worth=little") == POOR
    selection = seen("", large).selection
    assert large.left_out(selection) == len(POOR)
    note = Div(worth_note(large, selection))
    assert f"{large.hidden(selection)} more hidden" in text(note)
    (show,) = having(note, "data-action", "show-little")
    assert json.loads(getattr(show, "data-value")) == ["good", "little"]
    assert f"{len(every - POOR)} events and {len(POOR)} of little worth" in counts_line(large)


def test_what_is_shown_on_request_can_be_hidden_again(large: Collection) -> None:
    note = Div(worth_note(large, seen(ALL, large).selection))
    (hide,) = having(note, "data-action", "clear")
    assert getattr(hide, "data-facet") == "worth"


def test_a_search_says_how_many_match_among_the_hidden(large: Collection) -> None:
    word = next(one for one in RATED.events if one.id in POOR and one.dated).title.split()[0]
    selection = seen(f"q={word}", large).selection
    assert "more among the hidden" in text(Div(worth_note(large, selection)))


@pytest.mark.parametrize("key", ["event", "story", "also"])
def test_what_the_address_names_is_never_hidden(large: Collection, key: str) -> None:
    named = min(POOR)
    assert ids(large, f"{key}={named}") - ids(large, "") == {named}
    assert seen(f"{key}={named}", large).selection.hiding == frozenset({named})


def test_a_selected_event_of_worth_leaves_the_filters_as_they_are(large: Collection) -> None:
    good = next(one.id for one in RATED.events if one.id not in POOR)
    assert seen(f"event={good}", large).selection == seen("", large).selection


def test_the_panel_says_why_an_event_is_hidden_and_marks_it(large: Collection) -> None:
    for one in RATED.events:
        panel = evidence(large, one)
        marked = [getattr(part, "data-little") for part in having(panel, "data-little")]
        assert marked == ([one.id] if one.id in POOR else [])
        assert ("hidden by default" in text(panel)) is (one.id in POOR)


def test_events_of_the_story_are_marked_so_that_they_stay_in_view(large: Collection) -> None:
    listed = story(large, [one.id for one in RATED.events])
    assert {getattr(part, "data-little") for part in having(listed, "data-little")} == POOR


def test_the_page_of_a_name_counts_what_it_leaves_out(large: Collection) -> None:
    selection = seen("", large).selection
    names = {name for one in RATED.events for name in (*one.actors, *one.places)}
    for name in names:
        whole, shown = profile(large, name), profile(large, name, selection)
        assert whole is not None
        assert shown is not None
        assert len(shown.events) + shown.hidden == len(whole.events)
        assert not shown.hidden or not any(map(of_little_worth, shown.events))


def test_an_export_holds_what_is_shown_and_its_name_says_so(large: Collection) -> None:
    shelved = sample.Shelved(large.timeline)
    client = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    answer = client.get("/export?format=json")
    assert {one["id"] for one in json.loads(answer.data)["events"]}.isdisjoint(POOR)
    assert "timeline-without-little-worth.json" in answer.headers["Content-Disposition"]
    whole = client.get(f"/export?format=json&{ALL}")
    assert len(json.loads(whole.data)["events"]) == len(RATED.events)
    assert "timeline.json" in whole.headers["Content-Disposition"]
