"""Stores of earlier versions become stores of today with all that they hold."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, inspect, text

from timeline.errors import StoreError
from timeline.model.calendar import day_number
from timeline.model.expression import Tense
from timeline.model.when import When
from timeline.store import Store, migrating
from timeline.store.address import address_of
from timeline.store.engine import make_engine, reading, writing
from timeline.store.presence import FORMAT_TABLE
from timeline.store.schema import METADATA

DAY = day_number(2024, 3, 1)
STORES = Path(__file__).with_name("stores")


def make_first(place: str) -> None:
    """Make a store as revision 1 had it."""
    url = address_of(place)
    migrating.bring_up_to_date(url, "0001")
    fill(place, "0001.sql")


def make_third(place: str) -> None:
    """Make a store as revision 3 had it, with decisions of people."""
    make_first(place)
    migrating.bring_up_to_date(address_of(place), "0003")
    fill(place, "0003.sql")


def fill(place: str, name: str) -> None:
    engine = make_engine(address_of(place), pool=NullPool)
    with writing(engine) as connection:
        for statement in (STORES / name).read_text().split(";\n"):
            if statement:
                connection.exec_driver_sql(statement)
    engine.dispose()


def tables(place: str) -> set[str]:
    engine = make_engine(address_of(place), pool=NullPool)
    with reading(engine) as connection:
        return set(inspect(connection).get_table_names())


def test_a_first_store_keeps_what_it_holds_and_gains_what_is_new(place: str) -> None:
    make_first(place)
    assert "edit" not in tables(place)
    with Store.open(place) as store:
        (analysis,) = store.articles.analyses()
        assert analysis.article.text == "In March 2024, Norland fell."
        assert analysis.expressions[0].tense is Tense.PAST
        (event,) = store.timeline.load().events
        assert event.mentions[0].mention == analysis.mentions[0]
        assert event.when == When.of_day(DAY)
        assert event.actors == ("Norland",)
        assert event.confidence_date == event.confidence_wording == event.confidence
        assert event.mentions[0].mention.confidence_wording == event.mentions[0].mention.confidence
        assert event.worth == event.mentions[0].mention.worth == 0.5
        assert store.version() == 0
        store.publication_dates.set("a.txt", "2024-03-05")
        assert store.publication_dates.by_document() == {"a.txt": "2024-03-05"}
        assert store.version() == 1


def test_decisions_of_a_third_store_are_kept_with_their_order(place: str) -> None:
    make_third(place)
    with Store.open(place) as store:
        assert store.publication_dates.by_document() == {"a.txt": "2024-03-06", "b.txt": "2023"}
        assert [(c.id, c.at, c.by, c.kind) for c in store.edits.list()] == [
            (1, "2026-01-02T03:04:05+00:00", None, "published"),
            (2, None, None, "published"),
            (3, "2026-01-03T03:04:05+00:00", None, "published"),
        ]
        assert (store.version(), store.timeline.version()) == (3, 3)
        store.publication_dates.set("b.txt", "2022", by="ana")
        assert store.edits.list()[-1].id == 4
        assert store.edits.next_undo() == 4
        store.edits.undo(4)
        assert store.publication_dates.by_document()["b.txt"] == "2023"
        assert store.edits.current().fields == {}


def test_what_an_old_store_holds_is_its_first_collection_and_can_be_searched(place: str) -> None:
    make_third(place)
    with Store.open(place) as store:
        assert [info.name for info in store.collections.list()] == ["main"]
        assert store.collection_name == "main"
        assert [hit.document for hit in store.search.find("norland FELL")] == ["a.txt"]
        assert store.search.is_consistent()


def test_the_collections_of_an_old_store_are_searched_apart(place: str) -> None:
    make_first(place)
    migrating.bring_up_to_date(address_of(place), "0008")
    engine = make_engine(address_of(place), pool=NullPool)
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO collection VALUES (2, 'harbour', 0, 0)"))
        connection.execute(text("UPDATE article SET collection_id = 2"))
    with Store.open(place) as store:
        assert store.search.find("norland") == ()
        assert [hit.document for hit in store.collection("harbour").search.find("norland")] == [
            "a.txt"
        ]
        assert store.search.is_consistent()
        assert store.collection("harbour").search.is_consistent()


def test_a_second_opening_changes_nothing(place: str) -> None:
    make_first(place)
    for _ in range(2):
        with Store.open(place) as store:
            assert len(store.timeline.load().events) == 1


def test_a_step_that_fails_leaves_the_old_store(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_first(place)
    before = tables(place)

    def fail(*_: object) -> None:
        raise StoreError("rows have lost what they belong to")

    monkeypatch.setattr(migrating, "_check_references", fail)
    with pytest.raises(StoreError, match="have lost"):
        Store.open(place)
    assert tables(place) == before
    monkeypatch.undo()
    with Store.open(place) as store:
        assert len(store.timeline.load().events) == 1


def test_a_store_whose_rows_have_lost_their_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.sqlite"
    make_first(str(path))
    with sqlite3.connect(path) as connection:  # SQLite checks nothing unless it is told to
        connection.execute("DELETE FROM article")
    connection.close()
    with pytest.raises(StoreError, match="have lost what they belong to"):
        Store.open(path)


def test_a_store_of_a_newer_version_is_refused_and_left_alone(place: str) -> None:
    Store.open(place).close()
    engine = make_engine(address_of(place), pool=NullPool)
    with writing(engine) as connection:
        connection.execute(text("UPDATE store_format SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"newer version of timeline \(store format 9999") as error:
        Store.open(place)
    assert "\n" not in str(error.value)
    with reading(engine) as connection:
        found = connection.execute(text("SELECT version_num FROM store_format")).scalar()
    assert found == "9999"


def test_the_steps_lead_to_the_schema_that_the_code_uses(place: str) -> None:
    Store.open(place).close()
    engine = make_engine(address_of(place), pool=NullPool)
    with reading(engine) as connection:
        options = {
            "version_table": FORMAT_TABLE,
            "compare_type": True,
            # The index of words is of the database's own kind, and is no part of the tables.
            "include_object": lambda _, name, *__: "article_search" not in (name or ""),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_head_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == migrating.HEAD
