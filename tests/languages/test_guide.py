"""The guide to a new language: what it shows works as it stands, by data alone."""

import re
import tomllib
from pathlib import Path

import pytest

from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text
from timeline.tagging.meanings import BUILDERS

GUIDE = Path(__file__).parents[2] / "docs" / "add-a-language.md"
CODE = "qq"  # no language has it


def blocks() -> list[str]:
    return re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def language(place: Path) -> str:
    """The language of the guide, written as the files of its folder."""
    words, rules, _ = blocks()
    (place / CODE).mkdir()
    (place / CODE / "words.toml").write_text(words, encoding="utf-8")
    (place / CODE / "rules.toml").write_text(rules, encoding="utf-8")
    return CODE


def test_the_examples_of_the_guide_are_read_by_its_files(language: str) -> None:
    examples = tomllib.loads(blocks()[2])
    published = from_edtf(examples["published"])
    for group in examples["groups"]:
        for phrase in group["phrases"]:
            before, marked, after = re.split(r"[\[\]]", phrase)
            text = before + marked + after
            found = tag_text(text, [Span(0, len(text))], language)
            assert [e.text for e in found] == [marked], phrase
            reading = resolve_all(found, published)[0]
            assert to_edtf(reading.when) == group["edtf"], phrase
            assert reading.timex.value == group["value"], phrase


def test_every_meaning_that_the_guide_names_exists() -> None:
    words = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", GUIDE.read_text(encoding="utf-8")))
    assert {"ago_as_length"} <= words
    assert {w for w in words if w.endswith("_length")} <= set(BUILDERS)
