"""A database's refusal in plain words: its error codes become one-line messages."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from timeline.errors import StoreAwayError, StoreNameError
from timeline.store.address import shown

BUSY_SECONDS = 5

NO_DATABASE = "there is no such database; make it first, or check the name"

# SQLite's error names (https://www.sqlite.org/rescode.html) and PostgreSQL's SQLSTATEs, each by
# its beginning; the first that fits is taken.
_REASONS = (
    ("SQLITE_BUSY", f"another program has kept it busy for {BUSY_SECONDS} seconds; try again"),
    ("SQLITE_READONLY", "may not be written; check the permissions of the file and its folder"),
    ("SQLITE_CANTOPEN", "cannot be opened or made; check the path and its permissions"),
    ("SQLITE_NOTADB", "is not a timeline store; give another file"),
    ("SQLITE_CORRUPT", "is damaged; restore a copy, or delete it and extract again"),
    ("SQLITE_FULL", "the disk is full; free some space and try again"),
    ("SQLITE_IOERR", "the disk failed to read or write; check it and try again"),
    ("55P03", f"another program has kept it busy for {BUSY_SECONDS} seconds; try again"),
    ("57P", "the database is being stopped; start it, and try again"),
    ("08", "the database does not answer; start it, or check the address, and try again"),
    ("28", "the database refuses this user; check user name and password"),
    ("3D", NO_DATABASE),
    ("42501", "this user may not write to the database; check its rights"),
    ("25006", "the database may only be read; give one that may be written"),
    ("53100", "the database's disk is full; free some space and try again"),
    ("22021", "a text holds a character that the database cannot keep"),
    ("22P05", "a text holds a character that the database cannot keep"),
)
# These speak of a mistake in the program, not of the store: they keep their trace.
_OURS = (IntegrityError, ProgrammingError)


@contextmanager
def plain_failures(url: URL) -> Iterator[None]:
    """Turn a database's error inside the block into a StoreAwayError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        reason = _reason(error)
        if reason is None and isinstance(error, _OURS):
            raise
        if reason == NO_DATABASE:
            raise StoreNameError(f"{shown(url)}: {reason}") from error
        raise StoreAwayError(f"{shown(url)}: {reason or _first_line(error)}") from error
    except PoolTimeoutError as error:
        raise StoreAwayError(f"{shown(url)}: all connections are in use; try again") from error


def _reason(error: DBAPIError) -> str | None:
    code = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    if code == "SQLITE_ERROR" and "no such table" in str(error.orig):
        return "is not the timeline store that it was; put the right file back"
    if code is None and 'FATAL:  database "' in str(error.orig) and "not exist" in str(error.orig):
        return NO_DATABASE
    if code is None and "connection" in str(error.orig) and "FATAL" not in str(error.orig):
        return "the database does not answer; start it, or check the address, and try again"
    return next((words for start, words in _REASONS if code and code.startswith(start)), None)


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
