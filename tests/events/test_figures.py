"""Figures of invented sentences, each a case; every one quotes its place."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.events.builder import marked
from timeline.events import find_events

EXAMPLES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "figures.toml").read_text(encoding="utf-8")
)["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"][:60] for e in EXAMPLES])
def test_figures_of_a_sentence(example: dict[str, Any]) -> None:
    article, dates = marked(example["text"])
    figures = [figure for m in find_events(article, dates) for figure in m.figures]
    assert [[f.in_words(), f.text] for f in figures] == example["figures"]
    for figure in figures:
        assert figure.span.of(article.text) == figure.text
