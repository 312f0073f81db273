"""A database that goes away and comes back: a sentence meanwhile, and nothing to do after it."""

from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from timeline.errors import StoreAwayError
from timeline.store import Store


def test_a_server_that_was_started_anew_is_met_without_a_failure(place: str, store: Store) -> None:
    store.publication_dates.set("a.txt", "2024")
    if "://" in place:
        engine = create_engine(place, poolclass=NullPool)
        with engine.connect() as connection:
            ended = (
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
            assert connection.execute(text(ended)).scalar()
        engine.dispose()
    assert store.publication_dates.by_document() == {"a.txt": "2024"}


def test_a_server_that_is_stopped_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(StoreAwayError, match="the database does not answer; start it"):
        Store.open(f"postgresql+psycopg://me:secret@/name?host={tmp_path}")


def test_a_disk_that_is_full_is_told_and_leaves_the_store_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        store.publication_dates.set("a.txt", "2024")
        with store._engine.begin() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StoreAwayError, match="the disk is full; free some space"):
            store.publication_dates.set("b.txt", "2024", by="x" * 1_000_000)
        assert store.publication_dates.by_document() == {"a.txt": "2024"}
