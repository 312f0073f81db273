"""A save is kept whole or not at all."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.invented import collection
from timeline.errors import StoreError, StoreMovedError
from timeline.model.timeline import Timeline
from timeline.store import Store, dated_writing

OLD = collection("Flood")
NEW = collection("Storm")


def unchanged(store: Store, version: int) -> bool:
    return (store.analyses(), store.timeline(), store.version()) == (*OLD, version)


@pytest.fixture
def version(store: Store) -> int:
    store.save(*OLD)
    return store.version()


def test_events_of_unknown_mentions_are_refused_whole(store: Store, version: int) -> None:
    with pytest.raises(StoreError, match=r"0000\.txt is not in the store"):
        store.save((), NEW[1])
    assert unchanged(store, version)


def test_a_document_that_comes_twice_is_refused_whole(store: Store, version: int) -> None:
    analyses, timeline = NEW
    with pytest.raises(ValueError, match=r"the document 0002\.txt comes twice"):
        store.save((*analyses, analyses[-1]), timeline)
    assert unchanged(store, version)


def test_a_mention_under_another_article_is_refused_whole(store: Store, version: int) -> None:
    analyses, timeline = NEW
    stranger = replace(analyses[0], mentions=analyses[1].mentions)
    with pytest.raises(ValueError, match=r"under 0000\.txt is another article's"):
        store.save((stranger, analyses[2]), timeline)
    assert unchanged(store, version)


def test_a_save_that_fails_at_its_end_rolls_back(
    store: Store, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(dated_writing, "_event_rows", fail)
    with pytest.raises(MemoryError):
        store.save(*NEW)
    monkeypatch.undo()
    assert unchanged(store, version)
    store.save(*NEW)
    assert store.timeline() == NEW[1]


def test_a_redate_that_fails_keeps_neither_part(store: Store, version: int) -> None:
    stranger = Timeline(collection("Storm", articles=9)[1].documents, ())
    with pytest.raises(StoreError, match=r"0003\.txt is not in the store"):
        store.redate("0000.txt", "2023-02-08", stranger, "2026-01-02T03:04:05Z")
    assert unchanged(store, version)
    assert store.given() == {}
    assert store.changes() == ()


def test_a_mistake_of_the_program_keeps_its_own_error(store: Store, version: int) -> None:
    analyses, timeline = NEW
    twice = replace(timeline, documents=(*timeline.documents, timeline.documents[0]))
    with pytest.raises(IntegrityError):
        store.save(analyses, twice)
    assert unchanged(store, version)


def test_a_write_from_an_older_version_is_refused(store: Store, version: int) -> None:
    store.give("0001.txt", "2023")
    with pytest.raises(StoreMovedError):
        store.save(*NEW, seen=version)
    with pytest.raises(StoreMovedError):
        store.redate("0000.txt", "2024", NEW[1], "2026-01-02", seen=version)
    assert unchanged(store, version + 1)
    store.save(*NEW, seen=version + 1)
    assert store.timeline() == NEW[1]
