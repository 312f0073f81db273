"""The documents name what there is: every format and every command of curation, and no other."""

import re
from pathlib import Path

import pytest

from timeline.cli.curate import curate
from timeline.cli.main import COMMANDS
from timeline.export import FORMATS

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section(name: str) -> None:
    headings = re.findall(r"^## (.+)$", (DOCS / "export.md").read_text("utf-8"), re.MULTILINE)
    named = {word for heading in headings for word in re.split(r",? and |, ", heading)}
    assert name in named


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_of(name: str) -> None:
    texts = [path.read_text("utf-8") for path in (DOCS.parent / "README.md", *DOCS.glob("*.md"))]
    assert any(f"timeline {name}" in text for text in texts)


def test_every_command_of_curation_is_in_its_table() -> None:
    table = (DOCS / "curation.md").read_text("utf-8").partition("\n\n`timeline import")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    assert told == set(curate.commands)
