import pytest
from hypothesis import given

from tests.strategies import spans
from timeline.model.expression import TimeExpression
from timeline.model.meaning import PUBLICATION
from timeline.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_a_span_runs_forwards_and_holds_something(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is empty or runs backwards"):
        Span(start, end)


def test_a_span_quotes_its_text() -> None:
    assert Span(3, 17).of("In June last year it rained.") == "June last year"


@given(spans(50), spans(50))
def test_spans_are_sets_of_characters(one: Span, other: Span) -> None:
    here, there = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert len(one) == len(here)
    assert one.overlaps(other) == bool(here & there)
    assert one.contains(other) == (there <= here)
    joined = one.join(other)
    assert joined.contains(one)
    assert joined.contains(other)
    assert {joined.start, joined.end - 1} <= here | there


@given(spans(50), spans(50))
def test_an_expression_lies_in_its_phrase_and_fits_its_text(span: Span, phrase: Span) -> None:
    text = "x" * len(span)
    if phrase.contains(span):
        assert TimeExpression(span, phrase, text, PUBLICATION, "a rule").text == text
    else:
        with pytest.raises(ValueError, match="does not fit its spans"):
            TimeExpression(span, phrase, text, PUBLICATION, "a rule")
    with pytest.raises(ValueError, match="does not fit its spans"):
        TimeExpression(span, span, text + "x", PUBLICATION, "a rule")
