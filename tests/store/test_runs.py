"""Extractions under way are seen by every other process, and no write of theirs moves the store."""

from dataclasses import replace

import pytest

from timeline.errors import StoreError
from timeline.model.timeline import Timeline
from timeline.store import Run, Store
from timeline.store.runs import KEPT, SILENT_AFTER

RUN = Run("r1", "page", "3 articles", 1000.0, 1000.0)


def test_a_run_is_seen_from_another_opening_of_the_store(place: str, store: Store) -> None:
    store.runs.add(RUN)
    further = replace(
        RUN, beat=1002.0, done=1, total=3, current="b.txt", refused=(("c.exe", "is no text"),)
    )
    assert store.runs.update(further) is False
    with Store.open(place) as other:
        assert other.runs.list() == (further,)
        assert other.version() == 0


def test_a_wish_to_stop_reaches_the_run_and_is_not_overwritten(store: Store) -> None:
    store.runs.add(RUN)
    store.runs.cancel("r1")
    assert store.runs.update(replace(RUN, done=1)) is True
    assert [run.cancel for run in store.runs.list()] == [True]


def test_old_rows_go_when_a_run_begins_and_one_goes_when_it_is_forgotten(store: Store) -> None:
    store.runs.add(RUN)
    store.runs.add(replace(RUN, id="r2", begun=1001.0))
    late = replace(RUN, id="r3", begun=1001.0 + KEPT, beat=1001.0 + KEPT)
    store.runs.add(late)
    assert [run.id for run in store.runs.list()] == ["r3"]
    store.runs.delete("r3")
    assert store.runs.list() == ()


def test_a_run_that_says_nothing_counts_as_lost() -> None:
    assert not RUN.silent(1000.0 + SILENT_AFTER)
    assert RUN.silent(1001.0 + SILENT_AFTER)
    assert not replace(RUN, ended="done").silent(9999.0)


def test_a_store_that_is_only_shown_refuses_every_write(place: str) -> None:
    with pytest.raises(StoreError, match="open it once without --read-only"):
        Store.open(place, read_only=True)
    with Store.open(place) as store:
        store.publication_dates.set("a.txt", "2024")
    with Store.open(place, read_only=True) as shown:
        assert shown.publication_dates.by_document() == {"a.txt": "2024"}
        for write in (
            lambda: shown.publication_dates.set("a.txt", "2025"),
            lambda: shown.articles.replace((), Timeline((), ())),
            lambda: shown.runs.add(RUN),
            lambda: shown.edits.undo(1),
        ):
            with pytest.raises(StoreError, match="only shown"):
                write()
        assert shown.publication_dates.by_document() == {"a.txt": "2024"}


def test_the_database_itself_refuses_what_would_pass_the_program(place: str) -> None:
    Store.open(place).close()
    with (
        Store.open(place, read_only=True) as shown,
        pytest.raises(Exception, match=r"(?i)read-?only"),
        shown._engine.begin() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM collection")


def test_an_address_opens_the_same_store(store: Store) -> None:
    store.publication_dates.set("a.txt", "2024")
    with Store.open(store.address) as again:
        assert again.publication_dates.by_document() == {"a.txt": "2024"}
