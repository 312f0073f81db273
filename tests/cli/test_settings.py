"""Options from variables and from a file: which counts, what is refused, and the table of them."""

import json
import os
import re
from pathlib import Path
from unittest.mock import patch

import click
import pytest

from docs_site.settings import table_lines
from tests.cli.nasty import commands
from tests.cli.running import ran
from timeline.cli.main import COMMANDS, cli
from timeline.cli.settings import UNSET, settings_of
from timeline.cli.settings_command import all_settings

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "settings.md"
STORY = "The old mill of Lindholm burned down on 03/04/2021."


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TIMELINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(STORY, "utf-8")


def value_of() -> str:
    (found,) = json.loads(ran("tag", "a.txt").out)["a"]
    return str(found["value"])


def test_the_command_line_counts_before_variables_and_those_before_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert value_of() == "2021-03-04"
    Path("timeline.toml").write_text("day-first = true\n", "utf-8")
    assert value_of() == "2021-04-03"
    Path("timeline.toml").write_text("day-first = true\n[tag]\nday-first = false\n", "utf-8")
    assert value_of() == "2021-03-04"
    monkeypatch.setenv("TIMELINE_DAY_FIRST", "yes")
    assert value_of() == "2021-04-03"
    monkeypatch.setenv("TIMELINE_TAG_DAY_FIRST", "no")
    assert value_of() == "2021-03-04"
    assert json.loads(ran("tag", "a.txt", "--day-first").out)["a"][0]["value"] == "2021-04-03"


@pytest.mark.parametrize("by", ["option", "variable"])
def test_a_file_is_named(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("timeline.toml").write_text("[extract]\nformat = 'nonsense'\n", "utf-8")
    Path("mine.toml").write_text("[extract]\nformat = 'csv'\npublished = ['a.txt=2022']\n", "utf-8")
    before = ["--config", "mine.toml"] if by == "option" else []
    if by == "variable":
        monkeypatch.setenv("TIMELINE_CONFIG", "mine.toml")
    done = ran(*before, "extract", "a.txt")
    assert (done.code, done.err) == (0, "")
    assert ran(*before, "tag", "a.txt", "-v").err.splitlines()[0] == "settings from mine.toml"
    assert done.out == ran(*before, "extract", "a.txt", "-f", "csv", "-p", "a.txt=2022").out


def test_commands_below_a_command_have_tables_of_their_own(mine: str) -> None:
    Path("timeline.toml").write_text(f"store = '{mine}'\n[curate.queue]\nlimit = 1\n", "utf-8")
    assert len(ran("curate", "queue").out.splitlines()) == 1
    assert len(ran("curate", "queue", "--limit", "2").out.splitlines()) == 2
    assert ran("list", "place").code == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[extrct]\njobs = 2", "there is no setting 'extrct'; there are: "),
        ("[tag]\nfrmat = 'json'", "there is no setting 'tag.frmat'; there are: "),
        ("[tag]\nout = 'a.txt'", "there is no setting 'tag.out'; there are: "),
        ("[tag.more]\nformat = 'json'", "there is no setting 'tag.more'; there are: "),
        ("frmat = 'json'", "there is no setting 'frmat'; there are: "),
        ("[tag]\nquiet = 'yes'", "tag.quiet must be true or false"),
        ("[tag]\nformat = true", "tag.format must be a text or a number"),
        ("[tag]\nformat = ['json']", "tag.format must be a text or a number"),
        ("[tag\n", "is not valid TOML"),
        ("a = " + "[" * 5_000, "is not valid TOML"),
    ],
)
def test_what_a_file_cannot_set_is_named_with_what_it_can(content: str, told: str) -> None:
    Path("timeline.toml").write_text(content, "utf-8")
    done = ran("tag", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("timeline: timeline.toml: ")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("content", ["[tag]\nformat = 'jsn'", "[tag]\nlanguage = 'xx'"])
def test_values_of_a_file_are_checked_like_typed_ones(content: str) -> None:
    Path("timeline.toml").write_text(content, "utf-8")
    done = ran("tag", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert "there is no" in done.err


@pytest.mark.parametrize("key", ["host", "password-file", "token-file"])
def test_no_file_that_is_only_found_opens_the_page_to_others(mine: str, key: str) -> None:
    Path("timeline.toml").write_text(f"[serve]\n{key} = '127.0.0.2'\n", "utf-8")
    done = ran("serve", "--store", mine)
    assert (done.code, done.out) == (2, "")
    assert f"serve.{key} counts only in a file that --config names" in done.err
    with patch("timeline.web.serving.run") as run:
        named = ran("--config", "timeline.toml", "serve", "--store", mine)
    assert "counts only" not in named.err
    assert run.called is (key != "password-file")  # there is no such file


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_a_file_that_cannot_be_read_is_named(name: str) -> None:
    done = ran("--config", name, "tag", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert "cannot be read" in done.err


def test_no_file_and_no_variable_makes_a_run_write_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert {"out", "yes", "debug"} <= UNSET
    for command in ("EXTRACT", "TAG", "EXPORT"):
        monkeypatch.setenv(f"TIMELINE_{command}_OUT", "written")
    monkeypatch.setenv("TIMELINE_STORE", "made.sqlite")
    assert ran("extract", "a.txt").code == 0
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt"]


def test_every_option_but_those_of_a_single_run_has_names_of_its_own() -> None:
    settings = all_settings()
    named = {(one.command, one.option.name) for one in settings}
    for path, command in commands():
        for param in command.params:
            if isinstance(param, click.Option) and f"{param.name}" not in UNSET:
                assert (path, param.name) in named
                assert param.envvar, (path, param.name)
    own = [one.variables[0] for one in settings]
    assert len(own) == len(set(own))


def test_the_command_lists_every_setting() -> None:
    lines = ran("settings").out.splitlines()
    assert len(lines) == len(all_settings())
    assert ran("settings", "tag").out.splitlines() == [
        line for line in lines if line.startswith("tag.")
    ]
    assert "did you mean extract?" in ran("settings", "extrct").err


def test_the_guide_names_every_variable_of_the_program() -> None:
    sources = [*(ROOT / "timeline").rglob("*.py"), ROOT / "app.py"]
    quoted = re.compile(r"[\"'](TIMELINE_[A-Z_]+[A-Z])[\"']")
    named = {name for path in sources for name in quoted.findall(path.read_text("utf-8"))}
    told = set(re.findall(r"TIMELINE_[A-Z_]+[A-Z]", GUIDE.read_text("utf-8")))
    assert {"TIMELINE_STORE", "TIMELINE_PROXIES"} <= named
    assert named - told == set()
    assert {one.variables[-1] for one in all_settings()} <= told


def test_the_table_of_the_guide_is_that_of_the_program() -> None:
    table = "\n".join(table_lines())
    assert f"## Options\n\n{table}\n\n" in GUIDE.read_text("utf-8")


def test_help_shows_no_setting_twice() -> None:
    for one in settings_of(cli, ()):
        assert one.key not in COMMANDS
