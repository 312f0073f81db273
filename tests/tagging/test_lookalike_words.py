"""Words that only begin like a weekday are none, and weekdays stay weekdays."""

import tomllib
from pathlib import Path

import pytest

from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

DATA = tomllib.loads((Path(__file__).parent / "lookalike_words.toml").read_text("utf-8"))
NOTHING = [(code, text) for code, texts in DATA["nothing"].items() for text in texts]
DATED = [(code, text, edtf) for code, pairs in DATA["dated"].items() for text, edtf in pairs]


def dates(text: str, language: str) -> list[str]:
    found = tag_text(text, [Span(0, len(text))], language)
    readings = resolve_all(found, from_edtf("2024-05-15"))
    return [to_edtf(reading.when) for reading in readings if reading.when.resolved]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_no_word_is_a_date_for_its_beginning(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(("language", "text", "edtf"), DATED)
def test_a_weekday_is_read_in_its_forms(language: str, text: str, edtf: str) -> None:
    assert dates(text, language) == [edtf]
