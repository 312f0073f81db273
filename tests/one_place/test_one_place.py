"""One place for each thing: added or changed in one file of a copy, it is seen everywhere."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LINKED = ("assets", "docs", "tests", "app.py", "pyproject.toml")
Copy = Callable[[str, str, str], Path]
Seen = Callable[[Path, str, str], dict[str, Any]]
# What the product stands on, loaded once for all copies.
LIBRARIES = ("alembic", "dash", "hypothesis", "lxml.html", "numpy", "spacy", "sqlalchemy.orm")


@pytest.fixture
def changed(tmp_path: Path) -> Copy:
    """Return what makes a copy of the package in which one file has a text in another's place.

    Without a text to look for, the file is a new one.
    """

    def make(file: str, old: str, new: str) -> Path:
        _link(ROOT / "timeline", tmp_path / "timeline")
        for name in LINKED:
            (tmp_path / name).symlink_to(ROOT / name)
        path = tmp_path / "timeline" / file
        before = path.read_text("utf-8") if old else ""
        assert before.count(old) == 1 if old else not path.exists()
        path.unlink(missing_ok=True)  # the link, so that what it leads to stays
        path.write_text(before.replace(old, new) if old else new, encoding="utf-8")
        return tmp_path

    return make


def _link(folder: Path, copy: Path) -> None:
    """Make a copy of folders, with links in the place of files.

    What Python has compiled is linked as well: it holds for the files that are the same.
    """
    copy.mkdir()
    for one in folder.iterdir():
        if one.is_dir() and one.name != "__pycache__":
            _link(one, copy / one.name)
        else:
            (copy / one.name).symlink_to(one)


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    """Yield a function that returns what a copy shows of a thing, of a kind and by its name."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-m", "tests.one_place.forking", *LIBRARIES]
    with subprocess.Popen(
        words,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        stdin, stdout = process.stdin, process.stdout
        assert stdin is not None
        assert stdout is not None

        def look(copy: Path, kind: str, name: str) -> dict[str, Any]:
            print(json.dumps([str(copy), kind, name]), file=stdin, flush=True)
            answer = json.loads(stdout.readline())
            assert "failed" not in answer, answer["failed"]
            assert Path(answer["package"]).is_relative_to(copy)
            found: dict[str, Any] = answer["seen"]
            return found

        yield look


FACET = """    Facet("told", "Told by", lambda e: (f"{len(e.documents)} articles",), lane=True),
"""


def test_a_facet_is_one_entry(changed: Copy, seen: Seen) -> None:
    last = '    Facet("document",'
    found = seen(changed("query/facets.py", last, FACET + last), "facet", "told")
    assert found.pop("name") == "Told by"
    assert found.pop("lanes")
    assert found == dict.fromkeys(found, True)


STYLES = {
    "an outline with a sign": ("Style(Look.HATCHED)", 'Style(Look.OUTLINED, "→")'),
    "another hatching": ("hatch=Hatch(),", 'hatch=Hatch("|", gap=4.0),'),
    "in full colour with a sign": ("Style(Look.HATCHED)", 'Style(Look.FILLED, "→")'),
}


@pytest.fixture(scope="module")
def usual(seen: Seen) -> dict[str, Any]:
    return seen(ROOT, "style", "planned")


@pytest.mark.parametrize("change", STYLES)
def test_the_mark_of_a_status_is_one_entry(
    changed: Copy, seen: Seen, usual: dict[str, Any], change: str
) -> None:
    found = seen(changed("drawing/style.py", *STYLES[change]), "style", "planned")
    assert found["picture"] == [[], []] == usual["picture"]
    assert found["exported page"] == [{}, {}] == usual["exported page"]
    assert found["legend of pictures"] != usual["legend of pictures"]
    assert found["badge"] != usual["badge"]
    signed = "→" in STYLES[change][1]
    assert any("planned →" in words for words in found["legend of the page"]) == signed
    assert ("sign →" in found["legend of the exported page"]) == signed
    assert found["legend of the exported page"] == found["legend of pictures"][0]
    assert ([sign for sign, _ in found["chart"][0]["signs"]] == ["→"]) == signed
    if signed:
        assert found["chart"] != usual["chart"]


def test_a_field_is_one_entry(changed: Copy, seen: Seen) -> None:
    last = '    EventField(\n        "note",'
    new = f'    EventField("link", "link", hint="to a page about it"),\n{last}'
    found = seen(changed("wording/fields.py", last, new), "field", "link")
    assert found["form"] == ["edit-link"]
    assert found["label"] == ["Link (to a page about it)"]
    assert "link" in found["scripts"]
    assert "link" in found["sent"]
    assert found["api"]
    assert found["saved"].startswith("Saved ")
    assert "Noted there" in found["history"]
    assert "Link: |Noted there" in found["evidence"]
    assert "Link set" in found["evidence"]
    assert "Link: Noted there" in found["markdown"]
    told = [(one["field"], one["value"]) for one in found["json"]["decisions"]]
    assert told == [("link", "Noted there")]
    assert "the link of" in found["taken back"]
    assert not found["after"]


FORMAT = '''"""Titles alone, one a line."""

from typing import TextIO

from timeline.export.format import Format, as_text
from timeline.model.timeline import Timeline


def write_titles(timeline: Timeline, out: TextIO) -> None:
    """Write the titles."""
    out.writelines(f"{event.title}\\n" for event in timeline.events)


FORMAT = Format("titles", ".titles", "text/plain", "titles, one a line", as_text(write_titles))
'''


def test_an_export_is_one_file(changed: Copy, seen: Seen) -> None:
    found = seen(changed("export/titles.py", "", FORMAT), "format", "titles")
    assert found["formats"][-1] == "titles"
    assert found["menu"] == found["formats"]
    assert "titles" in found["command"]
    assert found["written"].count("\n") == 1
    status, kind, name = found["served"]
    assert (status, kind) == (200, "text/plain")
    assert ".titles" in name


READER = '''"""Texts behind a bar."""

from collections.abc import Sequence

from timeline.reading.content import Content, Part

READS = (".bar",)


def read(data: bytes, _ending: str) -> Sequence[Part]:
    """Return the text behind the bar."""
    return [Content(data.decode().partition("|")[2])]
'''


def test_a_reader_is_one_file(changed: Copy, seen: Seen) -> None:
    found = seen(changed("reading/formats/bar.py", "", READER), "reader", "a.bar")
    assert found["accepted"]
    assert ".bar" in found["told"]
    assert [one.strip() for one in found["texts"]] == [
        "Norland opened a harbour in Südby on 3 May 2021."
    ]
    assert len(found["dates"]) == 1
