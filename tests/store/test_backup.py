"""A copy of a store that is in use."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.sample import add_sentence
from timeline.errors import StoreError, UnknownStoreError
from timeline.store import Store
from timeline.store.backup import back_up


def test_a_copy_holds_what_was_saved_while_somebody_writes(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        add_sentence(store, "town.txt", "The council closed the bridge in June 2021.")
        add_sentence(store.create_collection("harbour"), "fire.txt", "It burnt on 4 May 1999.")
        size = back_up(str(tmp_path / "s.sqlite"), tmp_path / "copy.sqlite")
        add_sentence(store, "later.txt", "The mill was sold on 5 May 2021.")
    copy = tmp_path / "copy.sqlite"
    assert copy.stat().st_size == size
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert not list(tmp_path.glob("copy.sqlite-*"))
    with Store.open(copy, must_exist=True) as held:
        assert [d.article.document for d in held.timeline.load().documents] == ["town.txt"]
        assert [one.name for one in held.collections.list()] == ["main", "harbour"]


def test_a_copy_can_be_shown_from_a_disk_that_cannot_be_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        add_sentence(store, "town.txt", "The council closed the bridge in June 2021.")
        back_up(str(tmp_path / "s.sqlite"), tmp_path / "copy.sqlite")
    with Store.open(tmp_path / "copy.sqlite", read_only=True) as held:
        assert len(held.timeline.load().events) == 1


def test_nothing_is_written_over(tmp_path: Path) -> None:
    Store.open(tmp_path / "s.sqlite").close()
    (tmp_path / "copy.sqlite").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is there already"):
        back_up(str(tmp_path / "s.sqlite"), tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_text("utf-8") == "mine"
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(str(tmp_path / "s.sqlite"), tmp_path / "none" / "copy.sqlite")


def test_what_is_no_store_is_not_copied(tmp_path: Path) -> None:
    with pytest.raises(UnknownStoreError):
        back_up(str(tmp_path / "none.sqlite"), tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()


def test_the_command_says_what_it_made(tmp_path: Path) -> None:
    Store.open(tmp_path / "s.sqlite").close()
    command = [sys.executable, "-m", "timeline", "backup", "s.sqlite", "copy.sqlite"]
    for code, words in ((0, "bytes"), (1, "is there already")):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        assert words in done.stderr
        assert done.stdout == ""
