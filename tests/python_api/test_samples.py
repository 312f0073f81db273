"""Every block of Python in the documents runs and prints what stands beside it."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from tests.python_api.samples import cells_of, run, samples_of
from timeline.store import Store

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_samples_for_python_print_what_they_say(work: Path) -> None:
    Store.open(work / "mine.sqlite").close()
    names: dict[str, Any] = {}
    samples = samples_of(DOCS / "python.md")
    assert len(samples) >= 8
    for sample in samples:
        told = run(sample.code, names).splitlines()
        assert [line.rstrip() for line in told] == sample.told.splitlines(), sample.code


def test_the_notebook_comes_to_what_it_shows(work: Path) -> None:
    names: dict[str, Any] = {}
    cells = cells_of(DOCS / "notebook.ipynb")
    assert len(cells) >= 5
    for cell in cells:
        assert run(cell.code, names).rstrip("\n") == cell.told.rstrip("\n"), cell.code
    assert (work / "sample").is_dir()


def test_the_notebook_is_one_that_programs_open() -> None:
    book = json.loads((DOCS / "notebook.ipynb").read_text("utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    for cell in book["cells"]:
        assert {"cell_type", "id", "metadata", "source"} <= set(cell)
        if cell["cell_type"] == "code":
            assert {"outputs", "execution_count"} <= set(cell)
    assert len({cell["id"] for cell in book["cells"]}) == len(book["cells"])


def test_what_is_written_as_python_is_python() -> None:
    pages = {page.name: samples_of(page) for page in sorted(DOCS.glob("*.md"))}
    assert pages["python.md"]
    for page, samples in pages.items():
        for sample in samples:
            assert ast.parse(sample.code, page).body, sample.code


def test_a_sample_that_says_something_else_is_seen() -> None:
    assert run("a = 1\nprint(a)\na + 1", {}) == "1\n2\n"
    assert run("None", {}) == ""
