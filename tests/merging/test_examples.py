"""Which mentions are one event, by example."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.merging.mentions import told
from timeline.merging import merge
from timeline.model.event import DatedMention

CASES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text("utf-8"))["case"]


def mentions_of(case: dict[str, Any]) -> list[DatedMention]:
    """Place the mentions far apart, but those of one given sentence in one."""
    places: dict[str, int] = {}
    made = []
    for number, (document, date, title, trigger, actors, places_, *rest) in enumerate(case["told"]):
        sentence = document + (rest[1] if len(rest) > 1 else f"{number}")
        at = places.setdefault(sentence, 1000 * number)
        names = tuple(actors), tuple(places_)
        mention = told(
            document, date, title, trigger, *names, *rest, start=1000 * number, sentence_at=at
        )
        made.append(mention)
    return made


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_mentions_become_events(case: dict[str, Any]) -> None:
    mentions = mentions_of(case)
    groups = {frozenset(map(mentions.index, event.mentions)) for event in merge(mentions)}
    assert groups == {frozenset(group) for group in case["events"]}


def test_there_are_as_many_examples_of_two_events_as_of_one() -> None:
    apart = [case for case in CASES if len(case["events"]) > 1]
    assert len(apart) >= len(CASES) - len(apart)
