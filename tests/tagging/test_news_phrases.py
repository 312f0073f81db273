"""Times as the news of eleven languages tells them: two sets, before and after the grammar."""

import tomllib
from pathlib import Path

import pytest

from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

FOLDER = Path(__file__).parents[1] / "examples" / "news"
SETS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
PHRASES = [
    (name, language, phrase, edtf)
    for name, data in sorted(SETS.items())
    for language, group in data.items()
    if language != "published"
    for phrase, edtf in group["phrases"]
]


def dated(phrase: str, language: str, published: str) -> list[str]:
    found = tag_text(phrase, [Span(0, len(phrase))], language)
    readings = resolve_all(found, from_edtf(published))
    return [to_edtf(reading.when) for reading in readings if reading.when.resolved]


@pytest.mark.parametrize(("name", "language", "phrase", "edtf"), PHRASES)
def test_a_phrase_of_the_news_is_one_date(name: str, language: str, phrase: str, edtf: str) -> None:
    assert dated(phrase, language, SETS[name]["published"]) == [to_edtf(from_edtf(edtf))]


def test_each_language_has_twenty_phrases_in_each_set() -> None:
    for data in SETS.values():
        assert {len(group["phrases"]) for key, group in data.items() if key != "published"} == {20}
