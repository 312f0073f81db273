"""An article in each language: its language is told, its date found, its events dated and named."""

from pathlib import Path
from typing import Any

import pytest

from tests.tagging.examples import content
from timeline.app import pipeline
from timeline.languages import own_languages
from timeline.model.edtf import to_edtf

ARTICLES = [(code, told) for code in own_languages() for told in content(code).get("articles", ())]


@pytest.mark.parametrize(("language", "told"), ARTICLES, ids=lambda value: str(value)[:20])
def test_the_events_of_an_article_are_dated_and_named(
    language: str, told: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(told["text"].lstrip(), encoding="utf-8")
    extraction = pipeline.extract([path])
    assert extraction.analyses[0].article.language == language
    timeline = pipeline.assemble(extraction.analyses)
    found = sorted(
        [to_edtf(dated.when), str(dated.mention.status), dated.mention.title]
        for event in timeline.events
        for dated in event.mentions
    )
    assert found == told["events"]
