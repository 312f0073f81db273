"""A server over a store of a few articles that the real stages read."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.editing.conftest import ARTICLES
from timeline.app import store_session
from timeline.store import Store
from timeline.web.server import create_app

MOMENT = "2024-05-01T12:00:00+00:00"


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    where = tmp_path_factory.mktemp("store") / "extracted.sqlite"
    with Store.open(where) as store:
        store_session.extract_into(store, [folder])
    return where


@pytest.fixture
def store(extracted: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(shutil.copy(extracted, tmp_path / "s.sqlite")) as opened:
        yield opened


@pytest.fixture
def server(store: Store) -> Flask:
    made: Flask = create_app(store, lambda: MOMENT).server
    return made


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    made: FlaskClient = server.test_client()
    return made
