"""A copy of an SQLite store, made while it is in use, whole as of one moment."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from timeline.errors import StoreError
from timeline.store.address import SQLITE, address_of, shown, split_address
from timeline.store.presence import check_present
from timeline.store.sqlite_file import PRIVATE
from timeline.wording.names import quoted

PAGES = 1_000  # copied at a time; others write between two
WAIT = 30.0  # seconds for who is writing


def back_up(where: str, into: Path) -> int:
    """Copy a store into a file that is not there yet; return its bytes.

    All collections of the store are copied. Raises UnknownStoreError where there is no store, and
    StoreError where the file is there already or cannot be written, or where the store lies on a
    server, which has tools of its own.
    """
    url = address_of(split_address(where)[0])
    check_present(url)
    if url.get_backend_name() != SQLITE:
        raise StoreError(
            f"{shown(url)} lies on a server: back it up with its own tool "
            f"(pg_dump --format=custom --file={into} {shown(url)})"
        )
    try:
        handle = os.open(into, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    except FileExistsError:
        raise StoreError(f"{quoted(str(into))} is there already; name a new file") from None
    except OSError as error:
        raise StoreError(f"{quoted(str(into))} cannot be written: {error.strerror}") from error
    os.close(handle)
    try:
        _copy(Path(str(url.database)), into)
    except sqlite3.Error as error:
        into.unlink()
        raise StoreError(
            f"{shown(url)} cannot be copied into {quoted(str(into))}: {error}"
        ) from error
    return into.stat().st_size


def _copy(store: Path, into: Path) -> None:
    source = f"{store.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(source, uri=True, timeout=WAIT)) as here,
        closing(sqlite3.connect(into, isolation_level=None)) as there,
    ):
        here.backup(there, pages=PAGES)
        (state,) = there.execute("PRAGMA quick_check").fetchone()
        if state != "ok":
            raise sqlite3.DatabaseError(state)
        # So that the copy is one file, whichever log the store keeps.
        there.execute("PRAGMA journal_mode=DELETE").close()
