"""The invented sentences of examples.toml, each a case."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.events.builder import marked
from timeline.events import find_events

EXAMPLES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "examples.toml").read_text(encoding="utf-8")
)["example"]
STATUSES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "statuses.toml").read_text(encoding="utf-8")
)["example"]
FIELDS = ("title", "trigger", "status", "attribution", "actors", "places", "category")


@pytest.mark.parametrize(
    "example", EXAMPLES + STATUSES, ids=[e["text"][:60] for e in EXAMPLES + STATUSES]
)
def test_event_of_the_date(example: dict[str, Any]) -> None:
    article, dates = marked(example["text"], meaning=example.get("meaning", "past"))
    mentions = find_events(article, dates)
    if example.get("none"):
        assert mentions == ()
        return
    mention = mentions[-1]
    assert mention.expression == dates[-1]
    wanted = {name: example[name] for name in FIELDS if name in example}
    got: dict[str, Any] = {name: getattr(mention, name) for name in wanted}
    for name in ("actors", "places"):
        if name in got:
            got[name] = list(got[name])
    if "attribution" in got:
        got["attribution"] = got["attribution"] or ""
    assert got == wanted
