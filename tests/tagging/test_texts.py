"""Texts with several dates that count from each other."""

import re
import tomllib
from typing import Any

import pytest

from tests.tagging.examples import FOLDER
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

DATA = tomllib.loads((FOLDER / "en_texts.toml").read_text(encoding="utf-8"))
_SENTENCE = re.compile(r"[^.;]+(?:[.;]|$)")


def unmarked(marked: str) -> tuple[str, list[str]]:
    """Return a text without its brackets, and what stood in them."""
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[([^]]*)\]", marked)


@pytest.mark.parametrize("example", DATA["texts"], ids=lambda example: example["text"])
def test_every_date_of_a_text_is_read(example: dict[str, Any]) -> None:
    text, phrases = unmarked(example["text"])
    sentences = [Span(*m.span()) for m in _SENTENCE.finditer(text)]
    found = tag_text(text, sentences, "en")
    published = from_edtf(example.get("published", DATA["published"]))
    readings = resolve_all(found, published, sentences=sentences)
    assert [e.text for e in found] == phrases
    assert [to_edtf(r.when) for r in readings] == example["edtf"], [r.explanation for r in readings]
