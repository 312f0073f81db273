"""Whether a store lies at an address, found out without making, opening or changing anything.

Connecting to an SQLite file that is not there makes it, and to one that is another program's
switches its journal: so the file is looked at first.
"""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

from sqlalchemy import NullPool, inspect
from sqlalchemy.engine import URL

from timeline.errors import StoreNameError, UnknownStoreError
from timeline.store.address import SQLITE, address_of, parted, shown
from timeline.store.engine import make_engine, reading
from timeline.wording.names import quoted, there_are

FORMAT_TABLE = "store_format"  # where Alembic notes a store's revision
_HEADER = b"SQLite format 3\x00"
_MOST_LOOKED_AT = 2_000  # entries of a folder in which other stores are looked for
_ITS_TABLE = f"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{FORMAT_TABLE}'"  # noqa: S608


def check_present(url: URL) -> None:
    """Raise UnknownStoreError or StoreNameError, with the stores beside it, where there is none.

    What is there and cannot be looked into (damaged, not to be read) is left to who opens it.
    """
    if url.get_backend_name() != SQLITE:
        if not _database_holds_store(url):
            raise UnknownStoreError("store", shown(url))
        return
    path = _file_of(url)
    if not path.exists():
        raise UnknownStoreError("store", shown(url), _stores_beside(path))
    _check_file(url, path)


def is_new(where: str | Path) -> bool:
    """Return whether a store would have to be made at an address, collection or not.

    Raises StoreNameError where something else lies there.
    """
    url = address_of(parted(where)[0])
    if url.get_backend_name() != SQLITE:
        return not _database_holds_store(url)
    path = _file_of(url)
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        return True
    _check_file(url, path)
    return False


def _check_file(url: URL, path: Path) -> None:
    if holds_store(path) is False:
        beside = there_are(_stores_beside(path))
        raise StoreNameError(f"{quoted(shown(url))} is not a timeline store; {beside}")


def holds_store(path: Path) -> bool | None:
    """Return whether a file is a store; None where that cannot be told."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            if file.read(len(_HEADER)) != _HEADER:
                return False
        with closing(sqlite3.connect(_looking(path), uri=True, timeout=0)) as connection:
            return connection.execute(_ITS_TABLE).fetchone() is not None
    except (OSError, sqlite3.Error):
        return None


def looked_at(url: URL) -> URL:
    """Return the address under which a store that is there is only looked at."""
    if url.get_backend_name() != SQLITE:
        return url
    path = _file_of(url)
    return url.set(database=_file_uri(path), query={**_mode(path), "uri": "true"})


def _looking(path: Path) -> str:
    return f"{_file_uri(path)}?{urlencode(_mode(path))}"


def _file_uri(path: Path) -> str:
    return f"file:{quote(str(path.absolute()))}"


def _mode(path: Path) -> dict[str, str]:
    """Return how to open a file that is only looked at.

    Where no write-ahead log lies beside it, `immutable` keeps SQLite from making one.
    """
    ahead = path.with_name(f"{path.name}-wal")
    return {"mode": "ro"} if ahead.exists() else {"mode": "ro", "immutable": "1"}


def _file_of(url: URL) -> Path:
    name = str(url.database)
    if name.startswith("file:"):
        name = unquote(name.removeprefix("file:").partition("?")[0])
    return Path(name)


def _stores_beside(path: Path) -> tuple[str, ...]:
    """Return the other stores of a folder, as one would write them."""
    return tuple(sorted(str(one) for one in _others(path) if holds_store(one)))


def _others(path: Path) -> Iterator[Path]:
    try:
        yield from (one for one in islice(path.parent.iterdir(), _MOST_LOOKED_AT) if one != path)
    except OSError:
        return


def _database_holds_store(url: URL) -> bool:
    engine = make_engine(url, pool=NullPool, read_only=True)
    try:
        with reading(engine) as connection:
            return inspect(connection).has_table(FORMAT_TABLE)
    finally:
        engine.dispose()
