"""What can be opened, and the sentence for what cannot."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.invented import collection
from timeline.errors import StoreError, StoreNameError, UnknownStoreError
from timeline.store import Store


def refusal(where: str | Path) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(where)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_path_object_and_its_text_are_one_place(tmp_path: Path) -> None:
    path = tmp_path / "a b%20?x=1#ü.sqlite"
    with Store.open(path) as store:
        store.articles.replace(*collection("Flood"))
        assert store.name == str(path)
    with Store.open(str(path)) as store:
        assert store.timeline.load() == collection("Flood")[1]
    assert path.is_file()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with Store.open(path) as store:
        assert store.version() == 0


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Flood on Monday. " * 500)
    assert refusal(path) == f"{path}: is not a timeline store; give another file"
    assert path.read_text() == "Flood on Monday. " * 500


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "music.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE album (name)")
    other.close()
    assert "holds another program's tables" in refusal(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("album",)]
    other.close()


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert f"there is no folder {tmp_path / 'none'}" in refusal(tmp_path / "none" / "a.sqlite")


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "give another file" in refusal(tmp_path / ("a" * 300))


def test_a_place_where_no_file_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "none" / "events.sqlite")
    assert "cannot be opened or made" in refusal(tmp_path / "dangling")


def test_a_database_that_may_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    sqlite3.connect(path).close()
    path.touch()
    assert "may not be written" in refusal(f"sqlite:///file:{path}?mode=ro&uri=true")


@pytest.mark.parametrize("where", [":memory:", "sqlite://", "sqlite:///:memory:", ""])
def test_a_store_in_memory(where: str) -> None:
    assert "give a file" in refusal(where)


def test_addresses_that_name_no_known_database() -> None:
    assert "only sqlite and postgresql are known" in refusal("gopher://host/name")
    assert "not a database address" in refusal("://host")


def test_a_server_that_is_not_there_and_its_password_stays_secret(tmp_path: Path) -> None:
    message = refusal(f"postgresql://me:secret@/name?host={tmp_path}")
    assert "secret" not in message
    assert "postgresql://me:***@" in message


def test_a_database_that_was_never_made_is_a_wrong_name(place: str) -> None:
    if "://" not in place:
        place = f"{place}.none"
        with pytest.raises(UnknownStoreError):
            Store.open(place, must_exist=True)
        return
    with pytest.raises(StoreNameError, match="there is no such database") as error:
        Store.open(place.replace("/postgres?", "/never_made?"), must_exist=True)
    assert error.value.exit_code == 2


def test_a_database_whose_driver_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "needs the package psycopg; install timeline[postgresql]" in refusal(
        "postgresql://me:secret@/name"
    )


def test_a_damaged_store(tmp_path: Path) -> None:
    path = tmp_path / "events.sqlite"
    with Store.open(path) as store:
        store.articles.replace(*collection("Flood", articles=50))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    assert "is damaged" in refusal(path)


def test_nothing_of_alembic_is_loaded_until_a_store_needs_work(tmp_path: Path) -> None:
    path = tmp_path / "events.sqlite"
    Store.open(path).close()
    program = (
        "import sys; from timeline.store import Store\n"
        f"Store.open({str(path)!r}).close()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
