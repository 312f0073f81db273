"""Sources beside events: who tells what, who disagrees, is alone, is silent."""

from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.web.data.collection import Collection
from timeline.web.features.sources.view import MOST_SOURCES, sources, telling
from timeline.web.page.event_rows import table
from timeline.web.page.state import read

COLLECTION = Collection(sample.timeline(), 1)
PAIR = "compare=envoy.txt&compare=storm.txt"


def rows(query: str) -> list[str]:
    return [text(row) for row in kinds(kinds(sources(COLLECTION, read(query)), "Tbody"), "Tr")]


def test_every_event_in_view_has_a_row() -> None:
    assert len(rows("")) == COLLECTION.dated
    assert len(rows("category=law")) == 2


def test_the_counts_are_those_of_the_events() -> None:
    told = telling(COLLECTION, read(""))
    for name, count in told.totals.items():
        events = [e for e in COLLECTION.columns if e.dated and name in e.documents]
        assert count == len(events)
        assert told.alone.get(name, 0) == sum(len(e.documents) == 1 for e in events)


@pytest.mark.parametrize(("kind", "count"), [("shared", 1), ("disputed", 1), ("alone", 16)])
def test_a_kind_of_telling_alone(kind: str, count: int) -> None:
    assert len(rows(f"told={kind}")) == count


def test_a_source_says_its_own_date_and_that_it_disagrees() -> None:
    (row,) = rows("told=disputed")
    assert "≠ disputed: 2 August 2022" in row
    assert "≠ disputed: 4 August 2022" in row


def test_two_sources_stand_side_by_side() -> None:
    tree = sources(COLLECTION, read(PAIR))
    assert "Both tell 1; only the first" in text(tree)
    assert "1 of the shared ones disputed" in text(tree)
    heads = having(tree, "data-action", "compare")
    assert [getattr(h, "data-value") for h in heads] == ["envoy.txt", "storm.txt"]
    assert len(rows(PAIR)) == sum(
        bool({"envoy.txt", "storm.txt"} & set(e.documents)) for e in COLLECTION.columns if e.dated
    )


def test_one_tick_alone_leads_and_leaves_the_rest() -> None:
    heads = having(sources(COLLECTION, read("compare=storm.txt")), "data-action", "compare")
    assert getattr(heads[0], "data-value") == "storm.txt"
    assert 1 < len(heads) <= MOST_SOURCES


def test_who_says_nothing_is_named() -> None:
    shown = text(sources(COLLECTION, read("category=law")))
    assert "Silent on what is in view: " in shown
    assert "The story of envoy.txt" in shown.partition("Silent")[2]


def test_nothing_is_said_where_there_is_nothing() -> None:
    assert "No sources yet" in text(sources(Collection(sample.empty(), 1), read("")))
    assert "Nothing of that kind" in text(sources(COLLECTION, read("q=nothing-has-this")))


def of_publishers() -> Collection:
    """Return the collection with a publisher for each article but the last."""
    held = sample.timeline()
    events = tuple(
        replace(
            event,
            mentions=tuple(
                replace(one, publisher=PUBLISHERS.get(one.mention.document))
                for one in event.mentions
            ),
        )
        for event in held.events
    )
    return Collection(replace(held, events=events), 1)


PUBLISHERS = {"envoy.txt": "The Courier", "storm.txt": "The Gazette", "harbour.txt": "The Courier"}


def heads(collection: Collection, query: str) -> list[str]:
    tree = sources(collection, read(query))
    return [getattr(h, "data-value") for h in having(tree, "data-action", "compare")]


def test_publishers_are_the_sources_and_their_articles_lie_below() -> None:
    collection = of_publishers()
    assert heads(collection, "") == ["The Courier", "The Gazette"]
    assert {*heads(collection, "source=The+Courier")} >= {"envoy.txt", "harbour.txt"}
    assert heads(collection, PAIR) == ["envoy.txt", "storm.txt"]
    assert heads(collection, "compare=The+Gazette&compare=The+Courier") == [
        "The Gazette",
        "The Courier",
    ]
    tree = sources(collection, read("told=disputed"))
    assert "≠ disputed: 4 August 2022" in text(tree)


def test_the_table_counts_publishers_beside_articles() -> None:
    said = text(table(of_publishers(), read("disputed=disputed")))
    assert "2 publishers" in said
    assert "publisher" not in text(table(COLLECTION, read("disputed=disputed")))
