"""Only what differs is written: nothing where nothing does, and no row that stays."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.store.invented import collection
from timeline.model.timeline import Timeline
from timeline.store import Store, schema
from timeline.store.differing import NEW, matches
from timeline.store.engine import reading
from timeline.store.placing import GAP, places

ANALYSES, TIMELINE = collection("Flood", articles=6)


def rows(store: Store) -> dict[str, dict[Any, str]]:
    """Return all rows of the program's part, by table and row id."""
    with reading(store._engine) as connection:
        return {
            table.name: {
                tuple(row[: len(table.primary_key)]): repr(row)
                for row in connection.execute(select(table))
            }
            for table in schema.METADATA.sorted_tables
        }


@pytest.fixture
def filled(store: Store) -> Store:
    store.articles.replace(ANALYSES, TIMELINE)
    return store


@pytest.mark.parametrize("known", [None, TIMELINE])
def test_where_nothing_differs_nothing_is_written(filled: Store, known: Timeline | None) -> None:
    before, version = rows(filled), filled.version()
    assert filled.articles.upsert(ANALYSES, TIMELINE, before=known) == filled.timeline.version()
    assert rows(filled) == before
    assert filled.version() == version


@pytest.mark.parametrize("known", [None, TIMELINE])
def test_an_event_between_two_others_moves_none_of_them(
    filled: Store, known: Timeline | None
) -> None:
    first, *others = TIMELINE.events
    between = replace(first, title="Another")
    events = (others[0], between, *others[1:])
    before = rows(filled)
    filled.articles.upsert((), Timeline(TIMELINE.documents, events), before=known)
    after = rows(filled)
    assert filled.timeline.load().events == events
    assert {name for name in before if before[name] != after[name]} == {
        "collection",
        "event",
        "event_name",
        "telling",
    }
    stayed = before["event"].items() & after["event"].items()
    assert len(stayed) == len(others)
    assert before["mention"] == after["mention"]


def test_an_article_that_is_written_anew_keeps_the_rows_of_the_others(filled: Store) -> None:
    changed = replace(ANALYSES[2], program="another")
    before = rows(filled)
    filled.articles.upsert((*ANALYSES[:2], changed), TIMELINE, before=TIMELINE)
    after = rows(filled)
    assert filled.timeline.load() == TIMELINE
    assert filled.articles.analyses() == (*ANALYSES[:2], changed, *ANALYSES[3:])
    for table, each in (("article", 1), ("publication", 1), ("event", 2), ("mention", 2)):
        assert len(before[table].items() & after[table].items()) == each * (len(ANALYSES) - 1)


def test_an_article_that_goes_takes_its_own_rows_only(filled: Store) -> None:
    gone = ANALYSES[3].article.document
    left = Timeline(
        tuple(d for d in TIMELINE.documents if d.article.document != gone),
        tuple(e for e in TIMELINE.events if e.documents != (gone,)),
    )
    before = rows(filled)
    filled.articles.remove((gone,), left, before=TIMELINE)
    after = rows(filled)
    assert filled.timeline.load() == left
    assert filled.search.is_consistent()
    for table in ("article", "publication", "event", "mention", "expression", "telling"):
        assert after[table].items() <= before[table].items()


def test_what_the_caller_knows_wrongly_is_read(filled: Store) -> None:
    shorter = Timeline(TIMELINE.documents, TIMELINE.events[1:])
    filled.articles.upsert((), shorter, before=Timeline((), ()))
    assert filled.timeline.load() == shorter


@given(st.lists(st.none() | st.integers(1, 9).map(lambda n: n * GAP), max_size=12))
def test_places_rise_and_move_only_where_they_must(kept: list[int | None]) -> None:
    found, moved = places(kept)
    assert all(before < after for before, after in pairwise(found))
    assert all(place > 0 for place in found)
    fixed = [place for place in kept if place is not None]
    assert moved == (fixed != sorted(set(fixed)))
    if not moved:
        assert [f for f, k in zip(found, kept, strict=True) if k is not None] == fixed


def test_a_gap_that_is_full_moves_all() -> None:
    assert places([5, None, 6]) == ([GAP, 2 * GAP, 3 * GAP], True)


@given(st.lists(st.sampled_from("abAB")), st.lists(st.sampled_from("abAB")))
def test_each_value_is_matched_with_one_that_is_the_same(
    before: list[str], after: list[str]
) -> None:
    found = matches(before, after, str.lower, str.__eq__)
    used = [place for place in found if place != NEW]
    assert len(set(used)) == len(used)
    for value, place in zip(after, found, strict=True):
        assert place == NEW or before[place] == value
    for value in set(after):
        assert sum(after[n] == value and p != NEW for n, p in enumerate(found)) == min(
            before.count(value), after.count(value)
        )
