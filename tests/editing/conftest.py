"""A store of a few articles written for the tests, read by the real stages."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from timeline.app import store_session
from timeline.editing.editor import Editor
from timeline.store import Store

ARTICLES = {
    "mill.txt": (
        "The old mill\n\nThe mill at Norland burned down on 3 May 2021. "
        "The council closed the bridge in June 2021. "
        "Anna Berg resigned as mayor on 14 June 2021. The council elected Tom Ruiz in July 2021. "
        "The court will hear the case in March 2022.\n"
    ),
    "fire.txt": (
        "Fire at Norland\n\nA fire destroyed the mill at Norland on 3 May 2021. "
        "Police arrested two men on 9 May 2021. The men denied the charges in August 2021. "
        "The insurance company paid 3 million euros in 2022.\n"
    ),
    "port.txt": (
        "A harbour\n\nSouthland opened a harbour in Varna in 1998. "
        "Workers went on strike on 2 February 2003. The ministry sold the harbour in 2005. "
        "A storm sank three ships on 11 November 2009. "
        "Engineers repaired the pier in spring 2010.\n"
    ),
}


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    where = tmp_path_factory.mktemp("store") / "curated.sqlite"
    with Store.open(where) as store:
        store_session.extract_into(store, [folder])
    return where


@pytest.fixture
def path(extracted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(extracted, tmp_path / "curated.sqlite"))


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def clock() -> Callable[[], str]:
    turns = count()
    return lambda: f"2026-01-01T00:{next(turns) // 60:02d}:00+00:00"


@pytest.fixture
def editor(store: Store, clock: Callable[[], str]) -> Editor:
    return Editor(store, "ana", clock)
