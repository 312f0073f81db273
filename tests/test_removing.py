"""Articles are taken out of a store, after a question; what people decided stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.app.store_session import upsert
from timeline.cli.main import cli
from timeline.errors import UnknownNameError
from timeline.model.timeline import Analysis
from timeline.reading import read_text
from timeline.store import Store

NAMES = ("a.txt", "news.csv/1", "news.csv/2", "news.csv.txt")


@pytest.fixture
def where(tmp_path: Path) -> Path:
    place = tmp_path / "events.sqlite"
    with Store.open(place) as store:
        upsert(store, [Analysis(read_text(name, "It rained."), (), (), "p") for name in NAMES])
    return place


def left(where: Path) -> list[str]:
    with Store.open(where) as store:
        return sorted(analysis.article.document for analysis in store.articles.analyses())


def test_a_file_of_many_articles_goes_as_a_whole_after_a_question(where: Path) -> None:
    command = ["remove", "news.csv", "--store", str(where)]
    asked = CliRunner().invoke(cli, command, input="n\n")
    assert asked.exit_code == 1
    assert "news.csv/2" in asked.output
    assert "What people decided on events stays" in asked.output
    assert left(where) == sorted(NAMES)
    done = CliRunner().invoke(cli, command, input="y\n")
    assert done.exit_code == 0, done.output
    assert left(where) == ["a.txt", "news.csv.txt"]


def test_a_name_that_is_not_there_removes_nothing(where: Path) -> None:
    command = ["remove", "a.txt", "b.txt", "--store", str(where), "--yes"]
    done = CliRunner().invoke(cli, command)
    assert isinstance(done.exception, UnknownNameError)
    there_are = ", ".join(NAMES)
    assert str(done.exception) == (
        f"there is no document 'b.txt'; there are: {there_are}; did you mean a.txt?"
    )
    assert left(where) == sorted(NAMES)
