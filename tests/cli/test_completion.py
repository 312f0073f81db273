"""What a shell completes: fixed names, and those of a store that stands before the cursor."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from tests.cli.nasty import commands, tries
from tests.cli.running import first_event, ran
from timeline.cli.main import cli
from timeline.cli.vocabulary import VocabularyType
from timeline.store.address import address_of
from timeline.store.known_names import KINDS, peek
from timeline.store.migrating import bring_up_to_date

BASH = shutil.which("bash")
PROGRAM = Path(sys.executable).with_name("timeline")


def completed(*words: str) -> list[str]:
    """Complete the last word of a command line."""
    *args, incomplete = words
    shell = ShellComplete(cli, {}, "timeline", "_TIMELINE_COMPLETE")
    return [item.value for item in shell.get_completions(args, incomplete) if item.type == "plain"]


def kinds(*words: str) -> set[str]:
    *args, incomplete = words
    shell = ShellComplete(cli, {}, "timeline", "_TIMELINE_COMPLETE")
    return {item.type for item in shell.get_completions(args, incomplete)}


FIXED = [
    (path, command, param)
    for path, command in commands()
    for param in command.params
    if isinstance(param.type, VocabularyType)
]


@pytest.mark.parametrize(
    ("path", "command", "param"),
    FIXED,
    ids=[f"{' '.join(path)} {param.name}" for path, _, param in FIXED],
)
def test_every_fixed_vocabulary_completes(
    path: tuple[str, ...], command: click.Command, param: click.Parameter
) -> None:
    assert isinstance(param.type, VocabularyType)
    one = next(one for one in tries(path, command, "3f2a") if one.name == param.name)
    names = param.type.names()
    assert completed(*path, *one.before, "") == list(names)
    assert completed(*path, *one.before, names[0][:2])[0] == names[0]


def test_there_are_fixed_vocabularies() -> None:
    found = {param.name for _, _, param in FIXED}
    assert {"kind", "lanes", "status", "category", "certainty", "language", "what"} <= found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("export", "--store", "mine.sqlite", "--place", ""), ["Central Asia", "Kabul"]),
        (("export", "--store", "mine.sqlite", "--place", "K"), ["Kabul"]),
        (("export", "--store", "mine.sqlite#harbour", "--place", ""), []),
        (("export", "--store", "mine.sqlite", "--actor", ""), ["Flood"]),
        (("export", "--store", "mine.sqlite", "--tag", "ch"), ["chapter 1"]),
        (("export", "--store", "mine.sqlite", "--document", "0002"), ["0002.txt"]),
        (("remove", "--store", "mine.sqlite", "0001"), ["0001.txt"]),
        (("export", "--store", "mine.sqlite#h"), ["mine.sqlite#harbour"]),
        (("collections", "remove", "--store", "mine.sqlite", ""), ["main", "harbour"]),
        (("curate", "undo", "--store", "mine.sqlite", ""), ["2", "1"]),
        (("export", "--place", "K"), []),
        (("export", "--store", "none.sqlite", "--place", "K"), []),
        (("export", "--store", "none.sqlite#h"), []),
        (("export", "--store", "mine.sqlite#none", "--place", "K"), []),
        (("export", "--store", "://", "--place", "K"), []),
        (("export", "--store", "a\x00b", "--place", "K"), []),
        (("export", "--store", "garbage", "--place", "K"), []),
        (("export", "--store", "damaged", "--place", "K"), []),
        (("cur",), ["curate"]),
    ],
    ids=lambda words: " ".join(words) or "nothing",
)
def test_names_of_the_store_complete_and_errors_are_silent(
    mine: str, words: tuple[str, ...], expected: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    Path("garbage").write_bytes(b"It rained. " * 100)
    Path("damaged").write_bytes(Path(mine).read_bytes()[:5_000] + b"\xff" * 60_000)
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert completed(*words) == expected
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before
    assert capfd.readouterr() == ("", "")


def test_events_complete_by_their_ids(mine: str) -> None:
    event = first_event(Path(mine))
    assert event in completed("curate", "confirm", "--store", mine, event[:3])
    assert len(completed("curate", "confirm", "--store", mine, "")) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_names_is_read_from_each_store(mine: str, kind: str) -> None:
    assert peek(mine, kind)
    assert len(peek(mine, kind, most=1)) == 1
    assert peek(mine, kind, beginning="no such beginning") == ()


def test_an_older_store_is_not_migrated_by_completing(tmp_path: Path) -> None:
    where = tmp_path / "old.sqlite"
    bring_up_to_date(address_of(where), "0004")
    assert {path.name for path in tmp_path.iterdir()} == {"old.sqlite"}
    before = where.read_bytes()
    assert completed("export", "--store", str(where), "--document", "") == []
    assert where.read_bytes() == before
    assert list(tmp_path.iterdir()) == [where]


@pytest.mark.parametrize(
    "words",
    [
        ("extract", ""),
        ("extract", "--out", ""),
        ("export", "--store", "mi"),
        ("serve", "--password-file", ""),
        ("export-corrections", "--out", ""),
    ],
    ids=" ".join,
)
def test_files_are_left_to_the_shell(words: tuple[str, ...]) -> None:
    assert kinds(*words) == {"file"}
    assert kinds("watch", "") == {"dir"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str) -> None:
    done = subprocess.run(
        [PROGRAM],
        env={**os.environ, "_TIMELINE_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"_TIMELINE_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("timeline export --store mine.sqlite --place Cen", ["Central Asia"]),
        ("timeline export --store=mine.sqlite --place=Kab", ["Kabul"]),
        ("timeline export --store mine.sqlite --status ha", ["happened"]),
        ("timeline export --store mine.sqlite#h", ["mine.sqlite#harbour"]),
        ("timeline export --store none.sqlite --place K", []),
        ("timeline cur", ["curate"]),
    ],
)
def test_bash_completes(mine: str, line: str, expected: list[str]) -> None:
    assert BASH is not None, "these tests need bash, which every machine that builds has"
    del mine
    words = line.replace("=", " = ").split()
    script = (
        'eval "$(_TIMELINE_COMPLETE=bash_source timeline)"\n'
        f"COMP_WORDS=({' '.join(words)}) COMP_CWORD={len(words) - 1}\n"
        "_timeline_completion timeline\n"
        'for found in "${COMPREPLY[@]}"; do echo "$found"; done\n'
    )
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [BASH, "--norc", "-c", script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.splitlines(), done.stderr) == (expected, "")


def test_languages_tokens_and_commands_are_completed(mine: str) -> None:
    assert {"de", "en"} <= set(completed("tag", "--language", ""))
    assert completed("tag", "-f", "json") == ["json", "jsonl"]
    for name in ("nightly", "newsroom"):
        assert ran("token", "new", name, "--store", mine).code == 0
    assert completed("token", "revoke", "--store", mine, "n") == ["nightly", "newsroom"]
    assert completed("token", "revoke", "--store", "none.sqlite", "n") == []
    assert completed("token", "new", "x", "--store", mine, "--scope", "") == ["read", "edit"]
    assert completed("settings", "ext") == ["extract"]
