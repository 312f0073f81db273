"""The events of the seed articles, from hand-made expressions: titles and status."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.events.builder import article, expression
from timeline.events import find_events
from timeline.model.span import Span

SEEDS = Path(__file__).parents[2] / "seeds"
WANTED: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "seeds.toml").read_text(encoding="utf-8")
)
_END = re.compile(r"(?<=[.?!][\"”’])\s+|(?<=[a-z)’”][.?!])(?<!St\.)\s+(?=[“\"A-Z])|\n+")


def sentences(text: str) -> list[Span]:
    """Split plainly: these five texts need no more."""
    ends = [m.end() for m in _END.finditer(text)]
    return [
        Span(start, end)
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True)
        if start < end
    ]


@pytest.mark.parametrize("name", WANTED)
def test_seed_events(name: str) -> None:
    text = (SEEDS / name).read_bytes().decode("utf-8")
    dates = [
        expression(text, at := text.index(phrase), at + len(phrase), wanted.get("meaning", "past"))
        for phrase, wanted in WANTED[name].items()
    ]
    mentions = find_events(article(text, sentences(text)), dates)
    found = {m.expression.phrase.of(text): m for m in mentions}
    assert found.keys() == WANTED[name].keys()
    for phrase, wanted in WANTED[name].items():
        mention = found[phrase]
        missing = [word for word in wanted["words"] if word.lower() not in mention.title.lower()]
        assert (missing, mention.status) == ([], wanted["status"]), mention.title


def test_sources_in_the_seeds() -> None:
    text = (SEEDS / "000_85d15587bc4a3d86.txt").read_bytes().decode("utf-8")
    at = text.index("in September last year")
    (mention,) = find_events(
        article(text, sentences(text)), [expression(text, at, at + len("in September last year"))]
    )
    assert mention.attribution == "The report"
    assert mention.places == ("Kabul",)
