"""The real page over the real seeds, in a real browser.

The path to a Chromium stands in CHROMIUM; else the one on the PATH is used. Every page that a
test opens must stay free of console errors and of requests beyond its own host.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import pytest
from dash import Dash
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Response,
    expect,
)

from tests.browser.serving import serving as serve_page
from tests.web import sample
from timeline.app import store_session
from timeline.model.timeline import Timeline
from timeline.store import Store
from timeline.web.server import create_app, make_page

SEEDS = Path(__file__).parents[2] / "seeds"
MOMENT = "2024-05-01T12:00:00+00:00"
# Milliseconds: more than the scripts wait after the last key or turn of the wheel.
REST = 250
PENDING: WeakKeyDictionary[Page, int] = WeakKeyDictionary()  # requests under way
# However busy the machine is: what came before has been handled when this is answered.
FLUSHED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
PATIENCE = 90_000  # milliseconds; it is spent only where something is wrong
expect.set_options(timeout=PATIENCE)
DRAWN = "#timeline .nsewdrag, .chart-empty .empty"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("seeds") / "seeds.sqlite"
    with Store.open(where) as store:
        store_session.extract_into(store, [SEEDS])
    return where


@pytest.fixture
def serving() -> Iterator[Callable[[Dash], str]]:
    """Yield a function that serves a page on a free port of this machine and gives its address."""
    with ExitStack() as running:

        def start(app: Dash) -> str:
            return running.enter_context(serve_page(app))

        yield start


@pytest.fixture
def store(seeds_store: Path, tmp_path: Path) -> Iterator[Store]:
    """Yield a store of the seeds that a test may change."""
    copied = shutil.copy(seeds_store, tmp_path / "seeds.sqlite")
    with Store.open(copied) as opened:
        yield opened


@pytest.fixture
def seeds(serving: Callable[[Dash], str], store: Store) -> str:
    """Return the address of the page over the seeds."""
    return serving(create_app(store, lambda: MOMENT))


@pytest.fixture
def served(serving: Callable[[Dash], str]) -> Callable[[Timeline], str]:
    """Return a function that serves an invented collection."""

    def serve(held: Timeline) -> str:
        shelved = sample.Shelved(held)
        return serving(make_page(shelved, shelved.publish, shelved.foresee))

    return serve


@dataclass
class Watch:
    """What a page did that it should not."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def over(self, page: Page) -> None:
        def count(by: int) -> None:
            PENDING[page] = PENDING.get(page, 0) + by

        page.on("request", lambda _: count(1))
        page.on("requestfinished", lambda _: count(-1))
        page.on("requestfailed", lambda _: count(-1))
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda r: self.hosts.add(host_of(r.url)))
        page.on("response", self._note_response)

    def _note_console(self, message: ConsoleMessage) -> None:
        said = re.search(r"status of (\d+)", message.text)
        if message.type == "error" and not is_refusal(
            int(said[1]) if said else 0, message.location["url"]
        ):
            self.errors.append(message.text)

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and not is_refusal(response.status, response.url):
            self.errors.append(f"{response.status} {response.url}")


def is_refusal(status: int, url: str) -> bool:
    """Return whether the API refuses what a user asked for, with a reason that the page tells."""
    return status in {409, 422} and "/api/v1/" in url


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Yield a function that opens an address, as `who`; what it must not do fails the test."""
    watch = Watch()
    with ExitStack() as contexts:

        def open_page(address: str, *, who: str = "", **wishes: object) -> Page:
            wishes.setdefault("viewport", {"width": 1440, "height": 900})
            context = contexts.enter_context(chromium.new_context(**wishes))  # type: ignore[arg-type]
            context.set_default_timeout(PATIENCE)
            if who:  # as somebody who gave that name before
                context.add_init_script(f"localStorage.setItem('timeline-name', {who!r})")
            page = context.new_page()
            watch.over(page)
            page.goto(address)
            page.wait_for_selector(DRAWN, state="attached")
            settle(page)
            return page

        yield open_page
    assert watch.errors == []
    assert watch.hosts <= {"127.0.0.1", "data:", "blob:"}


def host_of(address: str) -> str:
    """Return the host that an address asks; what the page made itself has a scheme alone."""
    parts = urlsplit(address)
    return parts.hostname or f"{parts.scheme}:"


def settle(page: Page) -> None:
    """Wait until the page has asked all and been answered all, and has had time to draw it."""
    quiet = 0
    while quiet < REST:
        page.evaluate(FLUSHED)
        page.wait_for_timeout(50)
        quiet = 0 if PENDING.get(page) else quiet + 50
    page.evaluate(FLUSHED)
