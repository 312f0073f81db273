"""The parser is loaded from the files whose hashes were noted, and from no others."""

import shutil
from importlib.metadata import files
from pathlib import Path

import pytest

from timeline.errors import ModelError
from timeline.events import parser, parser_model
from timeline.events.parser_model import FOLDER, PACKAGE, check, model_folder, noted_hashes


@pytest.fixture
def package(tmp_path: Path) -> Path:
    copied = tmp_path / PACKAGE
    shutil.copytree(model_folder().parent, copied)
    return copied


def test_what_is_installed_is_what_was_noted(package: Path) -> None:
    check(package)


def test_every_file_of_the_package_is_noted() -> None:
    installed = (file.as_posix() for file in files(PACKAGE) or ())
    within = {name.removeprefix(f"{PACKAGE}/") for name in installed if name.startswith(PACKAGE)}
    within = {name for name in within if "dist-info" not in name and "__pycache__" not in name}
    assert within == set(noted_hashes())
    assert len(within) > 20


@pytest.mark.parametrize("name", sorted(noted_hashes()))
def test_a_file_that_differs_is_named(name: str, package: Path) -> None:
    data = bytearray((package / name).read_bytes())
    data[len(data) // 2] ^= 1
    (package / name).write_bytes(data)
    with pytest.raises(ModelError, match=name.rpartition("/")[2]) as raised:
        check(package)
    assert str(package / name) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_gone_is_named(package: Path) -> None:
    (package / FOLDER / "ner" / "model").unlink()
    with pytest.raises(ModelError, match=r"ner/model: .* is gone"):
        check(package)


def test_a_file_more_is_named(package: Path) -> None:
    (package / FOLDER / "more.py").touch()
    with pytest.raises(ModelError, match=r"more\.py"):
        check(package)


def test_nothing_is_loaded_that_was_not_checked(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / FOLDER / "vocab" / "vectors").write_bytes(b"")
    monkeypatch.syspath_prepend(package.parent)
    with pytest.raises(ModelError, match="vocab/vectors"):
        parser.load.__wrapped__()


def test_a_model_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_model, "PACKAGE", "no_such_model")
    with pytest.raises(ModelError, match="no_such_model is not installed"):
        model_folder()
