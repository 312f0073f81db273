"""Bring a store's schema up to date, or make it; Alembic is loaded only where there is work.

All steps run in one transaction that locks the store, so that of two programs that open an old
store at once one migrates it and the other waits; a step that fails leaves the old store.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, inspect, text
from sqlalchemy.engine import URL

from timeline.errors import StoreError
from timeline.store.address import SQLITE, shown
from timeline.store.engine import make_engine, reading, writing
from timeline.store.presence import FORMAT_TABLE
from timeline.store.sqlite_file import SqliteFile

HEAD = "0014"  # the newest of migrations/versions; a test compares
_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 7_464_841  # any number that no other program locks under


def bring_up_to_date(url: URL, target: str = HEAD) -> None:
    """Make or migrate the schema of a store up to a revision; see `Store.open` for errors."""
    # Moving a table's rows with foreign keys on would delete all that hangs on them, and they
    # can only be switched off outside of a transaction: hence connections of their own.
    engine = make_engine(url, foreign_keys=False, pool=NullPool)
    try:
        if _revision(engine) != target:
            with writing(engine) as connection:
                _migrate(connection, url, target)
    finally:
        engine.dispose()


def check_up_to_date(url: URL) -> None:
    """Raise StoreError where a store is of another version, and is only to be read."""
    if url.get_backend_name() == SQLITE:
        file = SqliteFile.of(url, read_only=True, makes=False)
        if file is not None and not file.path.exists():
            raise StoreError(f"{shown(url)}: there is no store; open it once without --read-only")
    engine = make_engine(url, pool=NullPool, read_only=True)
    try:
        found = _revision(engine)
    finally:
        engine.dispose()
    if found != HEAD:
        raise StoreError(
            f"{shown(url)}: is no store of this version (store format {found}, this program knows "
            f"{HEAD}); open it once without --read-only"
        )


def _revision(engine: Engine) -> str | None:
    with reading(engine) as connection:
        return _noted(connection)


def _noted(connection: Connection) -> str | None:
    if not inspect(connection).has_table(FORMAT_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {FORMAT_TABLE}")).scalar()  # noqa: S608
    return None if found is None else str(found)


def _migrate(connection: Connection, url: URL, target: str) -> None:
    from alembic import command  # noqa: PLC0415 - a quarter of a second that most starts save
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    if connection.dialect.name != SQLITE:
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    _check(connection, url, known)
    command.upgrade(config, target)
    _check_references(connection, url)


def _check(connection: Connection, url: URL, known: set[str]) -> None:
    found = _noted(connection)
    if found is not None and found not in known:
        raise StoreError(
            f"{shown(url)}: written by a newer version of timeline (store format {found}, "
            f"this program knows {HEAD}); update timeline to open it"
        )
    if found is None and inspect(connection).get_table_names():
        raise StoreError(f"{shown(url)}: holds another program's tables; give another place")


def _check_references(connection: Connection, url: URL) -> None:
    if connection.dialect.name == SQLITE:
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise StoreError(f"{shown(url)}: rows of {broken[0]} have lost what they belong to")
