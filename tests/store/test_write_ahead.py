"""The switch to the write-ahead log waits where SQLite itself would not."""

import sqlite3
from pathlib import Path
from threading import Timer

import pytest

from timeline.store import sqlite_file


def mode(path: Path) -> str:
    connection = sqlite3.connect(path)
    found: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
    connection.close()
    return found


def busy(path: Path) -> sqlite3.Connection:
    """Hold the file as a program does that is just switching it."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE IF NOT EXISTS a (b)")
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_it_waits_until_the_other_is_done(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    other = busy(path)
    timer = Timer(0.25, lambda: other.execute("ROLLBACK"))
    timer.start()
    connection = sqlite3.connect(path, timeout=0)
    sqlite_file.use_write_ahead_log(connection)
    connection.close()
    timer.join()
    other.close()
    assert mode(path) == "wal"


def test_it_gives_up_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "_PAUSE", 0.001)
    other = busy(tmp_path / "a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite", timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        sqlite_file.use_write_ahead_log(connection)
    connection.close()
    other.close()


def test_another_failure_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    busy(path).close()
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        sqlite_file.use_write_ahead_log(connection)
    connection.close()
