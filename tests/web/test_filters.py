"""Facets with live counts, and chips."""

from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import having, text, words
from timeline.query.facets import FACETS, facet_values
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.features.filters.view import MOST_SHOWN, chips, counts_line, facets
from timeline.web.page.state import read

COLLECTION = Collection(sample.timeline(), 1)
QUERIES = (
    "",
    "category=economy",
    "category=economy&category=law&status=planned",
    "place=Velmar&q=harbour",
    "from=2022-01-01&to=2022-06-30",
    "document=storm.txt&precision=day",
    "q=nothing-has-this",
)


def shown_counts(query: str) -> dict[tuple[str, str], int]:
    options = having(facets(COLLECTION, read(query).selection), "data-action", "toggle")
    return {
        (getattr(o, "data-facet"), getattr(o, "data-value")): int(
            text(having(o, "className", "option-count")).removesuffix(" events")
        )
        for o in options
    }


@pytest.mark.parametrize("query", QUERIES)
def test_the_count_beside_a_value_is_what_choosing_it_alone_would_show(query: str) -> None:
    selection = read(query).selection
    for (facet, value), count in shown_counts(query).items():
        chosen = selection.choose(facet, (value,))
        assert count == len(chosen.of(COLLECTION.timeline.events)), (facet, value)


def test_every_value_of_the_collection_has_its_place() -> None:
    offered = set(shown_counts(""))
    present = {
        (facet, value)
        for event in COLLECTION.timeline.events
        for facet in FACETS
        for value in facet_values(event, facet)
    }
    # No choice while nobody has decided, and where all is worth a line.
    assert offered == present - {("curation", "waiting"), ("worth", "good")}


def test_what_is_on_is_checked_and_can_be_cleared() -> None:
    tree = facets(COLLECTION, read("status=planned").selection)
    checked = having(tree, "aria-checked", "true")
    assert [getattr(option, "data-value") for option in checked] == ["planned"]
    assert [getattr(b, "data-facet") for b in having(tree, "data-action", "clear")] == ["status"]


def test_a_chip_for_every_filter_that_is_on() -> None:
    selection = read("status=planned&actor=Norland&q=dam&from=2022-01-01&to=2022-12-31").selection
    row = chips(COLLECTION, selection)
    assert words(row) == "Status: Planned|Actor: Norland|“dam”|2022|Clear all|"
    removals = [getattr(b, "data-facet") for b in having(row, "data-action", "clear")]
    assert removals == ["status", "actor", "q", "window"]


def test_of_very_many_values_the_frequent_and_the_chosen_are_on_offer() -> None:
    named = [
        replace(sample.event_of(n, sample.TOLD[0]), actors=(f"Actor {n % 90:02d}",))
        for n in range(170)
    ]
    crowded = Collection(sample.of(named), 1)
    tree = facets(crowded, read("actor=Actor 89").selection)
    offered = [
        getattr(o, "data-value")
        for o in having(tree, "data-action", "toggle")
        if getattr(o, "data-facet") == "actor"
    ]
    assert len(offered) == MOST_SHOWN + 1
    assert offered[0] == "Actor 00"
    assert "Actor 89" in offered
    assert "29 rarer ones" in text(tree)


def test_no_chips_where_all_is_shown() -> None:
    assert chips(COLLECTION, Selection()) == []


def test_an_empty_collection_offers_no_filters() -> None:
    assert "first events" in text(facets(Collection(sample.empty(), 1), Selection()))


def test_the_counts_of_the_header() -> None:
    assert counts_line(COLLECTION) == "19 events from 7 articles · 2 undated"
    assert counts_line(Collection(sample.empty(), 1)) == "0 events from 0 articles"
    one = sample.of([sample.event_of(0, sample.TOLD[0])])
    assert counts_line(Collection(one, 1)) == "1 event from 7 articles"
