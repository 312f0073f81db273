"""Open the file of an SQLite store: private when it is made, never made anew when it has gone.

A store that is only shown may lie on a disk, or in a folder, that cannot be written. SQLite's log
needs files beside the store; where they cannot be made and the log is empty, the file is read as
one that does not change (`immutable`), and opened again as soon as it did.
"""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.engine import URL

from timeline.errors import StoreAwayError

PRIVATE = 0o600  # SQLite gives its log and its index the mode of the store
Mark = tuple[int, ...]
_TRIES = 50  # to switch to the write-ahead log
_PAUSE = 0.1  # seconds between two


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """The file of a store, and how it may be opened."""

    path: Path
    read_only: bool
    makes: bool = False

    @classmethod
    def of(cls, url: URL, *, read_only: bool, makes: bool) -> "SqliteFile | None":
        """Return the file of an address; None where the address is one in SQLite's own form."""
        name = str(url.database)
        if name.startswith("file:") or url.query:
            return None
        return cls(Path(name).absolute(), read_only, makes)

    def connect(self, seconds: float) -> sqlite3.Connection:
        """Open the file; wait so long where another program is writing."""
        if self.makes:
            self._make()
        options = {"mode": "rw"}
        if self.read_only:
            options = {"mode": "ro"} | ({"immutable": "1"} if self._stands_still() else {})
        return sqlite3.connect(
            f"{self.path.as_uri()}?{urlencode(options)}",
            uri=True,
            timeout=seconds,
            isolation_level=None,
            check_same_thread=False,
        )

    def mark(self) -> Mark:
        """Return what tells this file from one that was put in its place; empty where it is gone.

        Of a file that cannot be written here, also what tells whether somebody else wrote to it.
        """
        try:
            found = self.path.stat()
        except OSError:
            return ()
        if not self.read_only or self._has_room():
            return (found.st_dev, found.st_ino)
        return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, self._logged())

    def _make(self) -> None:
        try:
            os.close(
                os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), PRIVATE)
            )
        except OSError:
            return  # SQLite says what is wrong with it

    def _has_room(self) -> bool:
        """Return whether files can be made beside the store."""
        return os.access(self.path.parent, os.W_OK)

    def _logged(self) -> int:
        """Return how many bytes the log beside the store holds."""
        try:
            return Path(f"{self.path}-wal").stat().st_size
        except OSError:
            return 0

    def _stands_still(self) -> bool:
        """Return whether the file is to be read as one that does not change."""
        if self._has_room() or not self.path.exists():
            return False
        if not self._logged():
            return True
        if not Path(f"{self.path}-shm").exists():
            raise StoreAwayError(
                f"{self.path}: its last changes stand in {self.path.name}-wal and cannot be read "
                "where nothing can be written: copy both files to a folder that can be, open the "
                "copy once without --read-only, and show that"
            )
        return False


def connector(file: SqliteFile, seconds: float) -> Callable[[], Any]:
    """Return what opens a connection, as SQLAlchemy wants it."""
    return lambda: file.connect(seconds)


def use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch a file to its write-ahead log; raise sqlite3's error where it cannot.

    SQLite does not wait for the switch as it waits for a write: of several programs that do so at
    once, who comes second is told that the file is busy. A moment later the first is done, and
    nothing is left to switch.
    """
    for _ in range(_TRIES):
        if _switched(connection):
            return
        Event().wait(_PAUSE)
    connection.execute("PRAGMA journal_mode=WAL").close()


def _switched(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("PRAGMA journal_mode=WAL").close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
