"""A store's place on every database that the machine has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from tests.store import postgres
from timeline.store import Store

DATABASES = ("sqlite", "postgresql") if postgres.AVAILABLE else ("sqlite",)


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    with postgres.server() as address:
        yield address


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return an address where no store is yet."""
    if request.param == "sqlite":
        return str(tmp_path / "events.sqlite")
    address: str = request.getfixturevalue("postgres_address")
    engine = create_engine(address, poolclass=NullPool)
    with engine.begin() as connection:
        # Quicker, and lighter on the disk, than a database for each test.
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return address


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store.open(place) as opened:
        yield opened
