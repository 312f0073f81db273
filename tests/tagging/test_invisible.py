import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.span import Span
from timeline.tagging import tag_text

HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SENTENCE = "The council met on 14 March 2022, and the ferry left two days later at 9 a.m."


def values(text: str) -> list[tuple[str, str]]:
    found = tag_text(text, [Span(0, len(text))])
    assert all(e.span.of(text) == e.text for e in found)
    return [(e.rule, repr(e.meaning)) for e in found]


@given(st.lists(st.tuples(st.integers(0, len(SENTENCE)), st.sampled_from(HIDDEN)), max_size=8))
def test_what_shows_nothing_changes_no_reading(hidden: list[tuple[int, str]]) -> None:
    text = SENTENCE
    for place, sign in sorted(hidden, reverse=True):
        text = text[:place] + sign + text[place:]
    assert values(text) == values(SENTENCE)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It met on 14\u00ad March 2022.", "14\u00ad March 2022"),
        ("It met on Ma\u00adrch 5, 2021.", "Ma\u00adrch 5, 2021"),
        ("It met on \u200e3 May\u200b 2024\u200f.", "3 May\u200b 2024"),
    ],
)
def test_the_quotation_is_that_of_the_text(text: str, quoted: str) -> None:
    (found,) = tag_text(text, [Span(0, len(text))])
    assert found.text == quoted


def test_a_sentence_that_shows_nothing_holds_nothing() -> None:
    assert tag_text("\u200b\u200b", [Span(0, 2)]) == ()
