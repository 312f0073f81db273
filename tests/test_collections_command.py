"""Collections and the search of articles, from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli.main import cli
from timeline.errors import StoreError, TimelineError


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Return a store with an article in each of two collections."""
    where = str(tmp_path / "mine.sqlite")
    told = {"": "The council closed the bridge on 3 May 2021.", "#harbour": "A fire on 4 May 1999."}
    for collection, text in told.items():
        article = tmp_path / f"story{len(collection)}.txt"
        article.write_text(f"A story\n\n{text}\n", "utf-8")
        ran(0, "extract", str(article), "--store", where + collection)
    return where


def ran(code: int, *arguments: str) -> str:
    result: Result = CliRunner().invoke(cli, arguments)
    if isinstance(result.exception, TimelineError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.output


def test_what_a_store_holds_is_listed(place: str) -> None:
    assert ran(0, "collections", "--store", place).splitlines() == [
        "main  articles: 1, events: 1, changes by people: 0",
        "harbour  articles: 1, events: 1, changes by people: 0",
    ]


def test_a_collection_is_made_renamed_and_removed_while_it_is_empty(place: str) -> None:
    assert ran(0, "collections", "add", " old  mill ", "--store", place) == "collection old mill\n"
    ran(0, "collections", "rename", "old mill", "mill", "--store", place)
    ran(0, "collections", "remove", "mill", "--store", place)
    assert "mill" not in ran(0, "collections", "--store", place)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("remove", "harbour"), "is not empty (articles: 1, "),
        (("remove", "nothing"), "there is no collection 'nothing'; there are: main, harbour"),
        (("rename", "main", "harbour"), "there is a collection 'harbour' already"),
        (("add", "a/b"), "'a/b' cannot name a collection"),
    ],
)
def test_what_cannot_be_done_is_said(place: str, arguments: tuple[str, ...], told: str) -> None:
    with pytest.raises(StoreError) as error:
        ran(0, "collections", *arguments, "--store", place)
    assert told in str(error.value)


def test_the_store_has_to_be_named() -> None:
    assert "Missing option '--store'" in ran(2, "collections")


def test_a_search_stays_in_its_collection(place: str) -> None:
    harbour = ("--store", f"{place}#harbour")
    assert "closed the bridge" in ran(0, "search", "brid", "--store", place)
    assert not ran(0, "search", "bridge", *harbour)
    (line,) = ran(0, "search", "fire", *harbour, "--format", "jsonl").splitlines()
    assert json.loads(line)["document"] == "story8.txt"


def test_other_commands_make_no_collection(place: str) -> None:
    with pytest.raises(StoreError, match="there is no collection 'harbor'"):
        ran(0, "search", "fire", "--store", f"{place}#harbor")
