"""What one article tells again, and what it tells of two events."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.merging import merge
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, DatedMention, EventMention, Status
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.timex import Timex, TimexType

CASES = tomllib.loads(Path(__file__).with_name("repeats.toml").read_text("utf-8"))["case"]
MARKS = re.compile(r"[<>{}]")


def placed(marked: str, opening: str, closing: str, at: int) -> Span | None:
    """Find what stands between two marks, in the text without marks."""
    if opening not in marked:
        return None
    start = len(MARKS.sub("", marked[: marked.index(opening)]))
    inside = MARKS.sub("", marked[marked.index(opening) : marked.index(closing)])
    return Span(at + start, at + start + len(inside))


def mention_of(row: list[Any], at: int) -> DatedMention:
    marked, date, trigger, category, actors, places, *title = row
    text = MARKS.sub("", marked)
    phrase = placed(marked, "<", ">", at)
    assert phrase is not None
    sentence = Span(at, at + len(text))
    untimed = MARKS.sub("", re.sub(r"\s*<[^>]*>", "", marked)).strip("., –:")
    expression = TimeExpression(
        phrase,
        phrase,
        text[phrase.start - at : phrase.end - at],
        Absolute(Fields(year=at + 1)),
        "a rule",
    )
    mention = EventMention(
        document="a.txt",
        expression=expression,
        sentence=sentence,
        sentence_text=text,
        title=title[0] if title else untimed,
        status=Status.HAPPENED,
        category=Category(category),
        actors=tuple(actors),
        places=tuple(places),
        trigger=trigger,
        trigger_span=placed(marked, "{", "}", at),
        confidence=0.8,
    )
    return DatedMention(mention, Reading(from_edtf(date), Timex(TimexType.DATE, date), ()))


def mentions_of(case: dict[str, Any]) -> list[DatedMention]:
    return [mention_of(row, 1000 * number) for number, row in enumerate(case["told"])]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_article_s_mentions_become_events(case: dict[str, Any]) -> None:
    mentions = mentions_of(case)
    groups = {frozenset(map(mentions.index, event.mentions)) for event in merge(mentions)}
    assert groups == {frozenset(group) for group in case["events"]}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_order_of_the_mentions_changes_nothing(case: dict[str, Any]) -> None:
    mentions = mentions_of(case)
    assert merge(reversed(mentions)) == merge(mentions)


def test_there_are_as_many_of_two_events_as_of_one() -> None:
    apart = [case for case in CASES if len(case["events"]) > 1]
    assert len(apart) >= len(CASES) - len(apart)


def test_what_is_told_again_is_kept_with_its_figures_and_sentences() -> None:
    case = next(case for case in CASES if case["name"] == "how many the quake killed")
    mentions = mentions_of(case)
    (event,) = merge(mentions)
    assert event.mentions == tuple(mentions)
    assert event.places == ("Ellery",)
    assert event.sources == 1
