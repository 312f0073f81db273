"""The documentation builds as a site: strictly, whole, with nothing from elsewhere."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest

from docs_site import commands, formats, hooks, http, python
from tests.cli.nasty import commands as all_commands
from timeline.export import FORMATS
from timeline.reading.kinds import ENDINGS
from timeline.web.api.registry import OPERATIONS

ROOT = Path(__file__).parent.parent
_LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}


class Parts(HTMLParser):
    """What a page links to, loads, and can be linked to at."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loaded: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.ids.update(told[name] for name in ("id", "name") if name in told)
        if tag == "a" and "href" in told:
            self.links.add(told["href"])
        if tag in _LOADED and _LOADED[tag] in told and told.get("rel") not in {"prev", "next"}:
            self.loaded.add(told[_LOADED[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Parts]:
    found = {}
    for path in site.rglob("*.html"):
        found[path] = Parts()
        found[path].feed(path.read_text("utf-8"))
    return found


def test_every_link_leads_to_a_page_and_a_place_in_it(pages: dict[Path, Parts]) -> None:
    wrong = []
    for page, parts in pages.items():
        for link in parts.links | parts.loaded:
            asked = urlsplit(link)
            if asked.scheme or asked.netloc or page.name == "404.html":
                continue
            there = (page.parent / unquote(asked.path)).resolve() if asked.path else page
            is_there = there.is_file() or (there / "index.html").is_file()
            known = pages[there].ids if there in pages else {asked.fragment}
            if not is_there or (asked.fragment and unquote(asked.fragment) not in known):
                wrong.append((page.name, link))
    assert wrong == []
    assert len(pages) > 20


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Parts]) -> None:
    assert [link for parts in pages.values() for link in parts.loaded if "//" in link] == []
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//", sheet.read_text("utf-8"))


def test_every_page_of_the_folder_is_in_the_site(site: Path) -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        assert (site / page.relative_to(ROOT / "docs").with_suffix(".html")).is_file(), page


def test_pages_that_are_made_take_the_place_of_what_a_forge_shows(site: Path) -> None:
    for page in (ROOT / "docs" / "reference").glob("*.md"):
        words = page.read_text("utf-8").split("\n")[2].split("`")[2].strip().split(". ")[0]
        assert words not in (site / "reference" / f"{page.stem}.html").read_text("utf-8")


def test_the_reference_names_all_that_there_is() -> None:
    told = commands.page()
    for path, command in all_commands():
        assert f" {' '.join(path)}\n" in told
        for param in command.params:
            if isinstance(param, click.Option) and param.name not in commands.EVERYWHERE:
                assert f"`{param.opts[0]}`" in told
    for one in OPERATIONS:
        assert f"### {one.method} {one.path}\n" in http.page()
    told = formats.page()
    assert all(f"| `{name}` |" in told for name in FORMATS)
    assert all(f"`{ending}`" in told for ending in ENDINGS if ending)
    assert python.page().startswith("# Python\n")


def test_lists_and_tables_stand_apart_and_code_stays_as_it_is() -> None:
    told = hooks.with_blank_lines("So:\n- a\n- b\n```\nx\n- y\n```\nAnd\n| a |\n| --- |\n")
    assert told == "So:\n\n- a\n- b\n```\nx\n- y\n```\nAnd\n\n| a |\n| --- |\n"
