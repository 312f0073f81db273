"""What every test shares."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.engine import URL

from timeline.store import migrating
from timeline.store.address import SQLITE, address_of
from timeline.store.sqlite_file import PRIVATE, SqliteFile

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says more of the machine than of the code: benchmarks measure that.
settings.register_profile("timeline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("timeline")

# What these hold is how a store is made.
MAKING = ("test_migrating", "test_opening", "test_private", "test_together", "test_write_ahead")

Making = Callable[..., None]


@pytest.fixture(autouse=True, scope="module")
def quick_stores(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let new stores be copies of one that was made by all steps of migration.

    The steps take a quarter of a second, and some thousand tests want a store of their own.
    """
    if Path(request.path).stem in MAKING and request.path.parent.name == "store":
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrating, "bring_up_to_date", QUICK)
        yield


@pytest.fixture(autouse=True, scope="session")
def sigint_is_heard() -> Iterator[None]:
    """Let children hear SIGINT, which a shell lets its background jobs ignore."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _copying(really: Making) -> Making:
    @cache
    def empty() -> bytes:
        with TemporaryDirectory() as folder:
            path = Path(folder, "empty.sqlite")
            really(address_of(str(path)), migrating.HEAD)
            return path.read_bytes()

    def bring_up_to_date(url: URL, target: str = migrating.HEAD) -> None:
        if target == migrating.HEAD and url.get_backend_name() == SQLITE and url.database:
            file = SqliteFile.of(url, read_only=False, makes=True)
            if file is not None and not file.path.exists():
                _put(file.path, empty())
        really(url, target)  # which finds nothing to do in a copy

    return bring_up_to_date


def _put(path: Path, data: bytes) -> None:
    """Put a file there at once; where that cannot be done, the store is made as always."""
    with suppress(OSError, ValueError), TemporaryDirectory() as beside:
        made = Path(beside, "empty.sqlite")
        made.touch(PRIVATE)
        made.write_bytes(data)
        os.link(made, path)


QUICK = _copying(migrating.bring_up_to_date)


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """Yield a browser, one for all tests of a process: two drivers cannot run in one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests need it

    from tests.browser.chromium import executable  # noqa: PLC0415

    with sync_playwright() as playwright:
        # The sandbox cannot be had in most containers, where tests run as root.
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        yield browser
        browser.close()
