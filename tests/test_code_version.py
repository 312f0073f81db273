"""The fingerprint of the program changes with every file that the analysis of a text depends on."""

import shutil
from pathlib import Path

import pytest

from timeline.app.code_version import SOURCES, code_version, code_version_in
from timeline.languages.folders import FILES, languages_with

PACKAGE = Path(__file__).parents[1] / "timeline"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the packages that count."""
    for name in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PACKAGE / name, tmp_path / name, ignore=ignored)
    return tmp_path


def test_a_copy_is_the_same_program(copy: Path) -> None:
    assert code_version_in(copy) == code_version() == code_version_in(PACKAGE)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_changed_word_is_another_program(copy: Path, name: str) -> None:
    path = copy / "languages" / languages_with(name)[0] / name
    path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")
    assert code_version_in(copy) != code_version()


def test_a_new_language_is_another_program(copy: Path) -> None:
    (copy / "languages" / "qq").mkdir()
    assert code_version_in(copy) == code_version()
    (copy / "languages" / "qq" / "words.toml").write_text("", encoding="utf-8")
    assert code_version_in(copy) != code_version()


def test_what_python_compiles_is_no_change(copy: Path) -> None:
    (copy / "languages" / "__pycache__").mkdir()
    (copy / "languages" / "__pycache__" / "folders.cpython-311.pyc").write_bytes(b"x")
    assert code_version_in(copy) == code_version()
