"""What two articles on one matter tell of one event, in words of their own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.merging.mentions import told
from tests.merging.test_examples import mentions_of
from timeline.merging import merge
from timeline.merging.articles import ALIKE, alikeness, articles
from timeline.merging.learned_names import learn
from timeline.merging.merge import merge_within
from timeline.merging.names import table
from timeline.merging.naming.observed import seen
from timeline.model.event import DatedMention

CASES = tomllib.loads(Path(__file__).with_name("retellings.toml").read_text("utf-8"))["case"]
# The matter of each article, in years of its own, so that none of this is told twice.
MATTERS = {
    "a.txt": ("1951", "The Vel Valley Company hired engineer Olga Brandt as Piet Maas left Tarsk"),
    "b.txt": ("1972", "Tarsk gave Olga Brandt and Piet Maas shares of the Vel Valley Company"),
    "c.txt": ("1993", "Farmers of Upper Sudria drained the Great Marsh for Karl Lind"),
}


def matter(document: str) -> DatedMention:
    date, sentence = MATTERS[document]
    return told(document, date, sentence, "be", start=90_000)


def with_matters(case: dict[str, Any]) -> tuple[list[DatedMention], list[DatedMention]]:
    """Return the mentions of a case, and the same with those of the matters."""
    mentions = mentions_of(case)
    return mentions, [*mentions, *map(matter, MATTERS)]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_retellings_become_events(case: dict[str, Any]) -> None:
    mentions, all_of_them = with_matters(case)
    events = [e for e in merge(all_of_them) if e.mentions[0] in mentions]
    groups = {frozenset(map(mentions.index, event.mentions)) for event in events}
    assert groups == {frozenset(group) for group in case["events"]}
    disputed = [c for event in events for c in event.conflicts if c.aspect == "date"]
    assert len(disputed) == case.get("disputed", 0)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_order_of_the_articles_changes_nothing(case: dict[str, Any]) -> None:
    _, mentions = with_matters(case)
    assert merge(reversed(mentions)) == merge(mentions)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_event_among_what_is_known_of_its_articles_is_that_event(case: dict[str, Any]) -> None:
    _, mentions = with_matters(case)
    names = learn((), table(), seen(mentions, {}))
    known = articles(mentions, names)
    for event in merge(mentions):
        assert merge_within(event.mentions, known, names) == (event,)


def test_there_are_as_many_retellings_of_two_events_as_of_one() -> None:
    apart = [case for case in CASES if len(case["events"]) > 1]
    assert len(apart) >= len(CASES) - len(apart)


def test_articles_on_one_matter_are_alike_and_on_two_are_not() -> None:
    known = articles(map(matter, MATTERS))
    one, same, other = known["a.txt"], known["b.txt"], known["c.txt"]
    assert alikeness(one, one) == 1
    assert alikeness(one, same) == alikeness(same, one) > ALIKE > alikeness(one, other)


def test_the_calendar_makes_no_articles_alike() -> None:
    sentences = ("On Monday 3 May 2021 it rained.", "It snowed on Monday 3 May 2021.")
    mentions = [
        told(f"{number}.txt", "2021-05-03", sentence, "be", sentence=sentence)
        for number, sentence in enumerate(sentences)
    ]
    assert alikeness(*articles(mentions).values()) == 0
