"""An article in each language: its language is told, its date found, its events dated and named."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.app import pipeline
from timeline.model.edtf import to_edtf

ARTICLES = tomllib.loads((Path(__file__).parent / "articles.toml").read_text("utf-8"))["articles"]


@pytest.mark.parametrize("told", ARTICLES, ids=lambda told: str(told["language"]))
def test_the_events_of_an_article_are_dated_and_named(told: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(told["text"].lstrip(), encoding="utf-8")
    extraction = pipeline.extract([path])
    assert extraction.analyses[0].article.language == told["language"]
    timeline = pipeline.assemble(extraction.analyses)
    found = sorted(
        [to_edtf(dated.when), str(dated.mention.status), dated.mention.title]
        for event in timeline.events
        for dated in event.mentions
    )
    assert found == told["events"]
