"""The page of a name: everything that the events with it tell, and nothing else."""

import pytest

from tests.web import sample
from tests.web.components import attribute, having, kinds, text
from timeline.merging.naming.relations import Relation
from timeline.merging.naming.table import Proposal
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.data.name_profile import profile
from timeline.web.features.name.offers import offers
from timeline.web.features.name.view import name_view
from timeline.web.page.state import read

COLLECTION = Collection(sample.timeline(), 1)
NAMES = sorted({n for event in COLLECTION.columns for n in (*event.actors, *event.places)})


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_events_of_its_name_and_counts_whom_it_meets(name: str) -> None:
    own = [event for event in COLLECTION.columns if name in (*event.actors, *event.places)]
    found = profile(COLLECTION, name)
    assert found is not None
    assert {event.id for event in found.events} == {event.id for event in own}
    for other in found.meets:
        assert other.events == sum(other.name in event.actors for event in own)
    assert name not in {one.name for one in (*found.meets, *found.places)}
    assert len(found.days) <= len(own)
    assert list(found.days) == sorted(found.days)


@pytest.mark.parametrize("name", NAMES)
def test_every_quoted_sentence_has_a_numbered_source(name: str) -> None:
    page = name_view(COLLECTION, name)
    quoted = having(page, "data-action", "open-article")
    numbers = {int(text(button).strip("[]")) for button in quoted}
    listed = kinds(kinds(page, "Ol")[-1], "Li")
    assert numbers == set(range(1, len(listed) + 1))
    for button in quoted:
        title = COLLECTION.title(getattr(button, "data-document"))
        assert title in text(listed[int(text(button).strip("[]")) - 1])


@pytest.mark.parametrize("name", NAMES)
def test_the_bars_count_every_dated_event(name: str) -> None:
    found = profile(COLLECTION, name)
    assert found is not None
    bars = having(name_view(COLLECTION, name), "className", "name-bar")
    counted = [int(str(attribute(bar, "title")).rpartition(": ")[2].split()[0]) for bar in bars]
    assert sum(counted) == len(found.days)


@pytest.mark.parametrize("shown", ["Petr Kovalenko", "Petr Kovalenco"])
def test_what_may_be_one_with_a_name_is_offered_both_ways(shown: str) -> None:
    pair = ("Petr Kovalenko", "Petr Kovalenco")
    found = (Proposal(*pair, Relation.SPELLING, 0.1), (7, 1))
    offered = offers(shown, [found])
    assert offered is not None
    (other,) = {*pair} - {shown}
    for kind in ("join-name", "part-name"):
        (button,) = having(offered, "data-action", kind)
        assert attribute(button, "data-whose") == shown
        assert attribute(button, "data-value") == other
    told = "7 articles" if other == pair[0] else "1 article"
    assert f"one word is spelt otherwise; {told}" in text(offered)


def test_a_name_that_nothing_is_like_is_offered_nothing() -> None:
    assert offers("Petr Kovalenko", []) is None


@pytest.mark.parametrize("relation", Relation)
def test_each_likeness_is_told_in_words(relation: Relation) -> None:
    found = (Proposal("A B", "A C", relation, 0.1), (2, 1))
    assert offers("A B", [found]) is not None


def test_only_proposals_with_the_name_are_asked_for() -> None:
    shelf = sample.Shelved(sample.timeline())
    with_it = (Proposal("A B", "A C", Relation.SPELLING, 0.1), (2, 1))
    shelf.proposed = (with_it, (Proposal("D", "E", Relation.SPELLING, 0.1), (2, 1)))
    assert CollectionCache(shelf).name_proposals("A C") == (with_it,)
    assert CollectionCache(shelf).name_proposals("F") == ()


def test_a_name_of_no_event_says_so() -> None:
    assert profile(COLLECTION, "Nobody") is None
    assert "No event has this name" in text(name_view(COLLECTION, "Nobody"))


def test_the_address_has_the_name_beside_the_filters() -> None:
    state = read("?name=Ann+Lee&place=Oslo")
    assert state.name == "Ann Lee"
    assert state.selection.choice("place") == ("Oslo",)
