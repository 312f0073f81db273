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
    return (store.articles.analyses(), store.timeline.load(), store.version()) == (*OLD, version)


@pytest.fixture
def version(store: Store) -> int:
    store.articles.replace(*OLD)
    return store.version()


def test_events_of_unknown_mentions_are_refused_whole(store: Store, version: int) -> None:
    with pytest.raises(StoreError, match=r"0000\.txt is not in the store"):
        store.articles.replace((), NEW[1])
    assert unchanged(store, version)


def test_a_document_that_comes_twice_is_refused_whole(store: Store, version: int) -> None:
    analyses, timeline = NEW
    with pytest.raises(ValueError, match=r"the document 0002\.txt comes twice"):
        store.articles.replace((*analyses, analyses[-1]), timeline)
    assert unchanged(store, version)


def test_a_mention_under_another_article_is_refused_whole(store: Store, version: int) -> None:
    analyses, timeline = NEW
    stranger = replace(analyses[0], mentions=analyses[1].mentions)
    with pytest.raises(ValueError, match=r"under 0000\.txt is another article's"):
        store.articles.replace((stranger, analyses[2]), timeline)
    assert unchanged(store, version)


def test_a_save_that_fails_at_its_end_rolls_back(
    store: Store, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(dated_writing, "_event_rows", fail)
    with pytest.raises(MemoryError):
        store.articles.replace(*NEW)
    monkeypatch.undo()
    assert unchanged(store, version)
    store.articles.replace(*NEW)
    assert store.timeline.load() == NEW[1]


def test_a_redate_that_fails_keeps_neither_part(store: Store, version: int) -> None:
    stranger = Timeline(collection("Storm", articles=9)[1].documents, ())
    with pytest.raises(StoreError, match=r"0003\.txt is not in the store"):
        store.publication_dates.set_with_timeline(
            "0000.txt", "2023-02-08", stranger, "2026-01-02T03:04:05Z"
        )
    assert unchanged(store, version)
    assert store.publication_dates.by_document() == {}
    assert store.edits.list() == ()


def test_a_mistake_of_the_program_keeps_its_own_error(store: Store, version: int) -> None:
    analyses, timeline = NEW
    twice = replace(timeline, documents=(*timeline.documents, timeline.documents[0]))
    with pytest.raises(IntegrityError):
        store.articles.replace(analyses, twice)
    assert unchanged(store, version)


def test_a_write_from_an_older_version_is_refused(store: Store, version: int) -> None:
    store.publication_dates.set("0001.txt", "2023")
    with pytest.raises(StoreMovedError):
        store.articles.replace(*NEW, seen=version)
    with pytest.raises(StoreMovedError):
        store.publication_dates.set_with_timeline(
            "0000.txt", "2024", NEW[1], "2026-01-02", seen=version
        )
    assert unchanged(store, version + 1)
    store.articles.replace(*NEW, seen=version + 1)
    assert store.timeline.load() == NEW[1]
