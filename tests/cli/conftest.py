"""A store with names of every kind, in a folder of its own that is the current one."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import make_store


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("made") / "mine.sqlite")


@pytest.fixture
def mine(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    shutil.copy(made, tmp_path / "mine.sqlite")
    monkeypatch.chdir(tmp_path)
    return "mine.sqlite"
