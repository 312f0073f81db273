"""Formats and versions: the same in page, address, command line and docs."""

import re
import tomllib
from pathlib import Path

from click.testing import CliRunner

from tests.contracts.differences import contradictions, differences
from tests.contracts.scripts import run
from tests.web import sample
from tests.web.components import attribute, having, text
from timeline import __version__
from timeline.cli.export import formats
from timeline.cli.vocabulary import FORMAT
from timeline.export import FORMATS
from timeline.web.features.exports.view import export_menu
from timeline.web.server import make_page

ROOT = Path(__file__).parents[2]


def in_the_menu() -> dict[str, str]:
    buttons = having(export_menu(), "data-action", "export")
    return {
        str(attribute(button, "data-value")): text(having(button, "className", "format-summary"))
        for button in buttons
    }


def in_the_command() -> dict[str, str]:
    lines = CliRunner().invoke(formats, catch_exceptions=False).output.splitlines()
    return {name: words for name, _, words in (line.partition(" ") for line in lines)}


def in_the_docs() -> set[str]:
    """The headings in lower case: each is the names of formats."""
    text_ = (ROOT / "docs" / "export.md").read_text("utf-8")
    headings = re.findall(r"^## ([a-z, ]+)$", text_, re.MULTILINE)
    return {name for heading in headings for name in re.split(r", | and ", heading)}


def served() -> set[str]:
    """The formats that the page answers, asked as its script asks."""
    shelved = sample.Shelved(sample.timeline())
    client = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    code = """
        const s = standing();
        const link = {};
        s.document.createElement = () => Object.assign(link, { click() {} });
        return given.map((value) => {
          s.page.actions.export({ dataset: { value } });
          return link.href;
        });
    """
    names = [*FORMATS, "mood"]
    addresses: list[str] = run(code, names)
    light = {"png", "pdf"}  # drawn by the same way as the others, and slower
    return {
        name
        for name, address in zip(names, addresses, strict=True)
        if name in light or client.get(f"/{address}").status_code == 200
    }


def test_every_side_knows_the_same_formats() -> None:
    sides = {
        "exports": set(FORMATS),
        "menu of the page": set(in_the_menu()),
        "address": served(),
        "option": set(FORMAT.names()),
        "timeline formats": set(in_the_command()),
        "docs/export.md": in_the_docs(),
    }
    assert not differences(sides)
    for side, names in sides.items():
        told = differences({**sides, side: names | {"mood"}})
        assert len(told) == len(sides) - 1, side


def test_a_format_is_told_in_the_same_words() -> None:
    summaries = {kind.name: kind.summary for kind in FORMATS.values()}
    commands = {name: words.strip() for name, words in in_the_command().items()}
    sides = {"exports": summaries, "menu": in_the_menu(), "command": commands}
    assert not contradictions(sides)
    assert contradictions({**sides, "menu": {**in_the_menu(), "csv": "a table"}})


def test_suffixes_and_types_tell_formats_apart() -> None:
    suffixes = [kind.suffix for kind in FORMATS.values()]
    assert len(set(suffixes)) == len(FORMATS)
    assert all("/" in kind.media_type for kind in FORMATS.values())


def test_the_package_and_its_description_have_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__


def test_the_oldest_python_is_the_same_wherever_it_is_asked_for() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    least = data["project"]["requires-python"].removeprefix(">=")
    setup = (ROOT / ".ci" / "setup").read_text("utf-8")
    major, minor = least.split(".")
    assert data["tool"]["ruff"]["target-version"] == f"py{major}{minor}"
    assert f"sys.version_info < ({major}, {minor})" in setup
    assert setup.count(f"--python-version {least} ") == 1
