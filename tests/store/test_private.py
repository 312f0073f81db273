"""A store is its owner's alone, and one that is shown may lie where nothing can be written."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.store.as_nobody import run_as_nobody
from tests.store.invented import collection
from timeline.editing.author import author_name
from timeline.errors import StoreAwayError, StoreError
from timeline.store import Store

READ = """
try:
    with Store.open(sys.argv[1], read_only=True) as store:
        found = store.articles.analyses(), store.timeline.load().events, store.search.find("flood")
        print(*map(len, found))
        try:
            store.publication_dates.set("a.txt", "2024")
        except StoreError as error:
            print(error)
except StoreError as error:
    print(error)
"""


@pytest.fixture
def shelf() -> Iterator[Path]:
    """Return a folder that every user can reach, which pytest's own is not."""
    folder = Path(mkdtemp(prefix="timeline-test-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_new_store_is_private_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        with Store.open(tmp_path / "s.sqlite") as store:
            store.articles.replace(*collection("Flood"))
            modes = {path.name: mode(path) for path in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"s.sqlite": 0o600, "s.sqlite-wal": 0o600, "s.sqlite-shm": 0o600}


def test_a_store_keeps_the_mode_that_its_owner_gave_it(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    Store.open(path).close()
    path.chmod(0o640)
    with Store.open(path) as store:
        store.articles.replace(*collection("Flood"))
        assert mode(path) == mode(tmp_path / "s.sqlite-wal") == 0o640


def made(shelf: Path) -> Path:
    path = shelf / "s.sqlite"
    with Store.open(path) as store:
        store.articles.replace(*collection("Flood", articles=3))
        articles = len(store.articles.analyses())
    assert articles == 3
    path.chmod(0o444)
    return path


def test_a_store_is_shown_from_a_folder_that_cannot_be_written(shelf: Path) -> None:
    path = made(shelf)
    shelf.chmod(0o555)
    before = path.read_bytes()
    done = run_as_nobody(READ, str(path))
    first, refused = done.stdout.splitlines()
    assert first.startswith("3 "), done.stderr
    assert "only shown" in refused
    assert path.read_bytes() == before
    assert [one.name for one in shelf.iterdir()] == ["s.sqlite"]


def test_changes_that_still_stand_in_the_log_are_not_passed_over(shelf: Path) -> None:
    path = made(shelf)
    path.chmod(0o644)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE article SET title = 'later'")
        other.commit()
        held = {Path(f"{path}{end}"): Path(f"{path}{end}").read_bytes() for end in ("", "-wal")}
    other.close()
    for one in shelf.iterdir():
        one.unlink()
    for one, data in held.items():
        one.write_bytes(data)
        one.chmod(0o444)
    shelf.chmod(0o555)
    done = run_as_nobody(READ, str(path))
    assert "s.sqlite-wal" in done.stdout, done.stderr
    assert "open the copy once without --read-only" in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_a_shown_store_that_somebody_else_writes_to_is_read_anew(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(shelf)
    monkeypatch.setattr("timeline.store.sqlite_file.SqliteFile._has_room", lambda _: False)
    with Store.open(path, read_only=True) as shown:
        assert len(shown.articles.analyses()) == 3
        path.chmod(0o644)
        with Store.open(path) as store:
            store.articles.replace(*collection("Storm", articles=5))
        assert len(shown.articles.analyses()) == 5


def test_a_store_whose_file_goes_is_away_and_comes_back_with_it(tmp_path: Path) -> None:
    path, aside = tmp_path / "s.sqlite", tmp_path / "aside.sqlite"
    with Store.open(path) as store:
        store.publication_dates.set("a.txt", "2024")
    with Store.open(path) as store:
        assert store.publication_dates.by_document() == {"a.txt": "2024"}
        path.rename(aside)
        for act in (
            store.publication_dates.by_document,
            lambda: store.publication_dates.set("a.txt", "2025"),
        ):
            with pytest.raises(StoreAwayError, match="cannot be opened"):
                act()
        assert not path.exists()
        aside.rename(path)
        assert store.publication_dates.by_document() == {"a.txt": "2024"}


def test_a_file_that_is_none_of_ours_in_its_place_is_told(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        path.unlink()
        path.touch()
        with pytest.raises(StoreError, match="put the right file back"):
            store.version()


def test_a_user_without_a_name_or_home_has_a_name_in_the_history(shelf: Path) -> None:
    program = "print(author_name(None))"
    environment = dict.fromkeys(("LOGNAME", "USER", "LNAME", "USERNAME"), "")
    done = run_as_nobody(program, user=12_345, HOME=str(shelf / "none"), **environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_a_login_that_nobody_knows_becomes_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIMELINE_USER", raising=False)
    for error in (KeyError("uid not found"), OSError("none"), ImportError("pwd")):

        def fail(error: Exception = error) -> str:
            raise error

        monkeypatch.setattr("getpass.getuser", fail)
        assert author_name(None) in {f"user {os.getuid()}", "somebody"}
