"""Connections and transactions, the same for SQLite and PostgreSQL.

A connection knows which collection it works on: its engine carries the number.

SQLite is driven as its manual asks for several readers beside a writer: write-ahead log, a
write takes its lock when it begins (a read that turns into a write would fail at once where
another writes), and Python's own transaction handling off, for it does not roll back a failed
change of the schema. `synchronous=FULL`: what a user did is on the disk when it is acknowledged.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Pool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError, NoSuchModuleError

from timeline.errors import StoreError, StoreNameError
from timeline.store.address import SQLITE, shown
from timeline.store.failures import BUSY_SECONDS, plain_failures
from timeline.store.sqlite_file import SqliteFile, connector, use_write_ahead_log

_LOG_BYTES = 64 * 1024 * 1024  # the write-ahead log shrinks to this after a checkpoint
_WRITES = "timeline_writes"
_COLLECTION = "timeline_collection"
FIRST_COLLECTION = 1  # its number
_READ_ONLY = "timeline_read_only"
READ_ONLY_WORDS = "this store is only shown (read-only): nothing can be changed"


def make_engine(
    url: URL,
    *,
    foreign_keys: bool = True,
    pool: type[Pool] | None = None,
    read_only: bool = False,
) -> Engine:
    """Prepare connections to a store; opens none yet. Safe to share between threads.

    With `read_only` the database itself refuses every write.
    """
    sqlite = url.get_backend_name() == SQLITE
    # Only what migrates makes a file: one that has gone while it is served is not made anew.
    file = SqliteFile.of(url, read_only=read_only, makes=not foreign_keys) if sqlite else None
    opening = {"creator": connector(file, BUSY_SECONDS)} if file else {}
    try:
        engine = create_engine(
            url,
            poolclass=pool,
            pool_pre_ping=not sqlite,  # a server that was started anew has forgotten us
            connect_args=_connect_args(sqlite=sqlite, read_only=read_only),
            **opening,
            json_serializer=_compact,
            execution_options={_READ_ONLY: read_only},
        )
    except NoSuchModuleError:
        raise StoreNameError(f"{shown(url)}: only sqlite and postgresql are known") from None
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{shown(url)}: needs the package {error.name}; install timeline[postgresql]"
        ) from None
    if sqlite:
        _drive_sqlite(engine, foreign_keys=foreign_keys, read_only=read_only)
    if file is not None:
        _forget_another_file(engine, file)
    _forget_after_fork(engine)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that sees the store as it is now, whatever others write meanwhile."""
    options = {} if _is_sqlite(engine) else {"isolation_level": "REPEATABLE READ"}
    with plain_failures(engine.url), engine.execution_options(**options).begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Yield the one connection that writes now; all of the block is kept, or none of it."""
    if engine.get_execution_options().get(_READ_ONLY):
        raise StoreError(READ_ONLY_WORDS)
    with (
        plain_failures(engine.url),
        engine.execution_options(**{_WRITES: True}).begin() as connection,
    ):
        yield connection


def in_collection(engine: Engine, number: int) -> Engine:
    """Return the same engine with its connections set on a collection."""
    return engine.execution_options(**{_COLLECTION: number})


def current_collection(connection: Connection | Engine) -> int:
    """Return the number of the collection that a connection, or an engine, is set on."""
    return int(connection.get_execution_options().get(_COLLECTION, FIRST_COLLECTION))


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == SQLITE


def _connect_args(*, sqlite: bool, read_only: bool) -> dict[str, Any]:
    if sqlite:
        return {"timeout": BUSY_SECONDS, "isolation_level": None}
    guard = " -c default_transaction_read_only=on" if read_only else ""
    return {"options": f"-c lock_timeout={BUSY_SECONDS}s{guard}"}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _drive_sqlite(engine: Engine, *, foreign_keys: bool, read_only: bool) -> None:
    pragmas = (
        "PRAGMA synchronous=FULL",
        f"PRAGMA journal_size_limit={_LOG_BYTES}",
        f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}",
        f"PRAGMA query_only={'ON' if read_only else 'OFF'}",
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        if not read_only:
            use_write_ahead_log(connection)
        for pragma in pragmas:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _forget_another_file(engine: Engine, file: SqliteFile) -> None:
    """Discard connections to a file that is not at its place any more."""

    @event.listens_for(engine, "connect")
    def _remember(_connection: object, record: Any) -> None:  # noqa: ANN401 - pool's own
        record.info["file"] = file.mark()

    @event.listens_for(engine, "checkout")
    def _check(_connection: object, record: Any, _proxy: object) -> None:  # noqa: ANN401 - pool's own
        if record.info["file"] != file.mark():
            raise DisconnectionError("the file of the store is another one now")


def _forget_after_fork(engine: Engine) -> None:
    """Discard connections that a parent process opened (SQLAlchemy's own recipe)."""

    @event.listens_for(engine, "connect")
    def _remember(_connection: object, record: Any) -> None:  # noqa: ANN401 - pool's own
        record.info["pid"] = os.getpid()

    @event.listens_for(engine, "checkout")
    def _check(_connection: object, record: Any, proxy: Any) -> None:  # noqa: ANN401 - pool's own
        if record.info["pid"] != os.getpid():
            record.dbapi_connection = proxy.dbapi_connection = None
            raise DisconnectionError("this connection belongs to the parent process")
