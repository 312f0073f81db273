from dataclasses import replace

import pytest

from tests.model.test_selection import event
from timeline.model.article import Article
from timeline.model.event import Event, EventMention, Status
from timeline.model.expression import TimeExpression
from timeline.model.meaning import PUBLICATION
from timeline.model.span import Span

SPAN = Span(0, 5)
EXPRESSION = TimeExpression(SPAN, SPAN, "today", PUBLICATION, "a rule")


def mention(title: str = "A port opened") -> EventMention:
    return EventMention("a.txt", EXPRESSION, SPAN, "today", title, Status.HAPPENED)


@pytest.mark.parametrize("title", ["", "   "])
def test_an_event_has_a_title(title: str) -> None:
    with pytest.raises(ValueError, match="needs a title"):
        mention(title)


@pytest.mark.parametrize("name", ["confidence", "confidence_wording", "worth"])
@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
def test_confidences_and_worth_are_shares(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=r"is not in 0\.\.1"):
        replace(mention(), **{name: value})  # type: ignore[arg-type]


def test_an_event_is_told_by_somebody() -> None:
    told = event()
    with pytest.raises(ValueError, match="needs a mention"):
        Event(told.id, told.title, told.when, told.status, told.category, ())


def test_a_mention_is_known_by_its_places() -> None:
    assert mention().key == "a.txt:0-5:0-5"
    assert mention("Another title").key == mention().key


def test_a_sentence_is_found_by_the_place_in_which_something_starts() -> None:
    article = Article("a.txt", "One. Two. Three.", "One", (Span(0, 4), Span(5, 9)))
    assert article.sentence_at(Span(6, 12)) == Span(5, 9)
    assert article.sentence_at(Span(4, 5)) is None
    assert article.sentence_at(Span(10, 12)) is None
