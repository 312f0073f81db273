"""A timeline that follows its store is the one that is read whole, whatever was written."""

import pickle
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.invented import collection, collections
from timeline.errors import StoreMovedError
from timeline.model.event import Event
from timeline.model.timeline import Analysis, Timeline
from timeline.store import Store

Invented = tuple[tuple[Analysis, ...], Timeline]


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(st.lists(collections(), min_size=1, max_size=3))
def test_what_is_followed_is_what_is_read_whole(store: Store, written: list[Invented]) -> None:
    snapshot = None
    for analyses, timeline in written:
        store.articles.replace(analyses, timeline)
        snapshot = store.timeline.follow(snapshot)
        assert snapshot.timeline == timeline
        assert timeline == snapshot.timeline
        assert pickle.loads(pickle.dumps(snapshot.timeline)) == timeline  # noqa: S301 - made above
        for event, whole in zip(snapshot.timeline.events, timeline.events, strict=True):
            assert event.documents == whole.documents
            assert hash(event) == hash(whole)
            assert replace(event, title="another").mentions == whole.mentions


def test_an_event_that_stays_is_the_same_object_under_another_rank(store: Store) -> None:
    analyses, timeline = collection("Flood")
    store.articles.replace(analyses, timeline)
    before = store.timeline.follow()
    first, *others = timeline.events
    ranked = replace(others[0], importance=0.25)
    store.articles.upsert((), Timeline(timeline.documents, (ranked, *others[1:])))
    after = store.timeline.follow(before)
    assert after.timeline.events == (ranked, *others[1:])
    assert after.timeline.events[1:] == before.timeline.events[2:]
    assert [*map(id, after.timeline.events[1:])] == [*map(id, before.timeline.events[2:])]
    assert [*map(id, after.timeline.documents)] == [*map(id, before.timeline.documents)]
    assert store.timeline.follow(after) is after
    with pytest.raises(StoreMovedError, match="look again"):
        _ = before.timeline.events[0].mentions
    assert first == timeline.events[0]


def test_an_id_that_is_used_again_is_another_event(store: Store) -> None:
    analyses, timeline = collection("Flood")
    store.articles.replace(analyses, timeline)
    before = store.timeline.follow()
    store.articles.replace(*collection("Storm"))
    after = store.timeline.follow(before)
    assert {event.title for event in after.timeline.events} == {"Storm"}
    assert {d.article.text for d in after.timeline.documents} == {"Storm on Monday. " * 2}
    with pytest.raises(StoreMovedError):
        _ = before.timeline.documents[0].article.text


def test_a_name_that_no_event_has_is_no_attribute(store: Store) -> None:
    store.articles.replace(*collection("Flood"))
    timeline = store.timeline.follow().timeline
    for value in (timeline.events[0], timeline.documents[0].article):
        assert not hasattr(value, "nothing_of_this_name")
    assert isinstance(timeline.events[0], Event)
