"""Switches an SQLite file to its write-ahead log, also where several programs do so at once.

SQLite does not wait for the switch as it waits for a write: who comes second is told at once
that the file is busy. A moment later the first is done, and nothing is left to switch.
"""

import sqlite3
from threading import Event

_TRIES = 50
_PAUSE = 0.1  # seconds


def log_ahead(connection: sqlite3.Connection) -> None:
    """Make sure that the file has its write-ahead log; raise sqlite3's error where it cannot."""
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
