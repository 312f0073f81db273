"""The guide to a new language: what it shows works as it stands, by data alone."""

import re
import tomllib
from dataclasses import fields
from importlib import resources
from pathlib import Path

import pytest

from tests.languages.guide import GUIDE, blocks, write_folder
from timeline.languages.folders import LOCALE, PAGE, RULES, SHARED, WORDS
from timeline.languages.locale_file import LocaleFacts
from timeline.languages.page_words import page_words
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text
from timeline.tagging.meanings import BUILDERS

CODE = "qq"  # no language has it
RULES_OF_ALL = resources.files("timeline.languages")


@pytest.fixture
def language(place: Path) -> str:
    """The language of the guide, written as the files of its folder."""
    write_folder(place / CODE)
    (place / SHARED).write_bytes((RULES_OF_ALL / SHARED).read_bytes())
    return CODE


def test_the_examples_of_the_guide_are_read_by_its_files(language: str) -> None:
    examples = tomllib.loads(blocks()[-1])
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


def test_the_words_around_a_story_are_those_of_the_guide(language: str) -> None:
    page = tomllib.loads(blocks()[2])
    assert page_words("header", "published") == tuple(page["header"]["published"])
    assert page_words("web", "labels", (language,)) == ("bijgewerkt",)


def test_every_file_and_group_that_the_guide_could_name_is_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert all(f"/xx/{name}`" in text for name in (WORDS, RULES, PAGE, LOCALE))
    assert {f.name for f in fields(LocaleFacts)} <= set(re.findall(r"`(\w+)`", text))


def test_every_meaning_that_the_guide_names_exists() -> None:
    words = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", GUIDE.read_text(encoding="utf-8")))
    assert {"ago_as_length"} <= words
    assert {w for w in words if w.endswith("_length")} <= set(BUILDERS)
