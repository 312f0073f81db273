"""Laws of tagging, for any text, sensible or hostile."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from types import FrameType
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging import any_text
from timeline.languages import load, own_languages
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.tagging import tag, tag_text
from timeline.tagging.candidates import candidates
from timeline.tagging.refiners import REFINERS, refine
from timeline.tagging.tokens import Line, alphabet

LANGUAGES = own_languages()
LEXICON = load("en")
texts = any_text.texts("en")


@st.composite
def texts_with_sentences(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and stretches of it, in order, that do not overlap."""
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


def flattened(found: Sequence[TimeExpression]) -> list[TimeExpression]:
    return [e for whole in found for e in (whole, *flattened(whole.parts))]


@given(texts_with_sentences())
def test_expressions_lie_in_their_sentences_in_order_and_apart(
    given_text: tuple[str, list[Span]],
) -> None:
    text, sentences = given_text
    found = tag_text(text, sentences, "en")
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for expression in flattened(found):
        assert text[expression.span.start : expression.span.end] == expression.text
        assert any(s.contains(expression.phrase) for s in sentences)
        assert expression.text == expression.text.strip()


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_refiners_that_are_left_out_would_change_nothing(
    language: str, data: st.DataObject
) -> None:
    text = data.draw(any_text.texts(language))
    letters = alphabet(language)
    line = Line(text, 0, len(text), letters)
    found, tokens = candidates(line, language), line
    every = found
    for refiner in REFINERS:
        every = refiner(every, tokens, letters.lexicon)
    assert refine(found, tokens, letters.lexicon) == every


@given(texts_with_sentences())
def test_the_parts_of_a_range_lie_in_it(given_text: tuple[str, list[Span]]) -> None:
    for whole in tag_text(*given_text, "en"):
        assert all(whole.span.contains(part.span) for part in whole.parts)
        for one, other in pairwise(whole.parts):
            assert one.span.end <= other.span.start


@given(texts, st.text(max_size=30).filter(lambda t: "\ud800" not in t))
def test_what_stands_outside_of_a_sentence_changes_nothing(text: str, before: str) -> None:
    alone = tag_text(text, [Span(0, len(text))] if text else [], "en")
    place = Span(len(before), len(before) + len(text)) if text else None
    moved = tag_text(before + text + before, [place] if place else [], "en")
    assert [(e.text, e.meaning, e.tense) for e in moved] == [
        (e.text, e.meaning, e.tense) for e in alone
    ]
    assert [e.span.start - len(before) for e in moved] == [e.span.start for e in alone]


@given(texts)
def test_the_same_text_gives_the_same(text: str) -> None:
    sentences = [Span(0, len(text))] if text else []
    assert tag_text(text, sentences, "en") == tag_text(text, list(sentences), "en")


def test_an_article_is_read_in_its_sentences_only() -> None:
    text = "Published 2 May 2021. It burned on Monday."
    article = Article("a.txt", text, "It burned", (Span(22, 42),))
    assert [e.text for e in tag(article)] == ["Monday"]
    assert tag(article) == tag_text(text, [Span(22, 42)], "en")


def test_in_a_language_without_words_of_its_own_full_dates_are_read() -> None:
    text = "Se paloi maanantaina 14. kesäkuuta 2022, kertoi poliisi."
    found = tag_text(text, [Span(0, len(text))], "fi")
    assert [(e.text, e.meaning) for e in found] == [
        ("maanantaina 14. kesäkuuta 2022", Absolute(Fields(year=2022, month=6, day=14)))
    ]


class Counter:
    """Counts the calls of functions, Python's and C's, while it is on."""

    def __init__(self) -> None:
        self.calls = 0

    def __enter__(self) -> Self:
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, _frame: FrameType, event: str, _argument: object) -> None:
        self.calls += event in ("call", "c_call")


HOSTILE = [
    "Monday ",
    "Monday to ",
    "from 1999 to ",
    "1999-",
    "7 ",
    "twenty-",
    "the last ",
    "early ",
    "May ",
    "a few ",
    "\u200b\u00a0",
    "ten months after it, ",
    "2022-06-14",
    "(",
    "nextlast",
]


def test_a_sentence_without_end_is_read_in_pieces_that_cut_no_date() -> None:
    sentence = "On Monday, 3 May 2021, it rained for 1,200 people, and on 4 June too. "
    text = sentence * 1500
    spans = [Span(n * len(sentence), (n + 1) * len(sentence) - 1) for n in range(1500)]
    whole = tag_text(text, [Span(0, len(text))])
    assert [(e.text, e.span) for e in whole] == [(e.text, e.span) for e in tag_text(text, spans)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1" * 100_000 + "2001", []),
        ("x" * 100_000 + " 2001", ["2001"]),
        ("2001" + "," * 50_000, ["2001"]),
        ("\u200b" * 50_000 + "2001 ", ["2001"]),
        ("(" * 50_000 + "in May 2001" + ")" * 50_000, ["May 2001"]),
        ("rain fell in May 2001 " * 3_000, ["May 2001"] * 3_000),
        ("Monday " * 6_000, ["Monday"] * 6_000),
        ("7/" * 40_000, []),
    ],
    ids=lambda value: repr(value)[:12],
)
def test_no_text_is_too_strange(text: str, found: list[str]) -> None:
    read = tag_text(text, [Span(0, len(text))])
    assert [e.text for e in read] == found
    assert all(text[e.span.start : e.span.end] == e.text for e in read)


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    works = []
    for times in (1, 200, 400):
        text = unit * times + "day"
        with Counter() as counter:
            tag_text(text, [Span(0, len(text))], "en")
        works.append(counter.calls)
    assert works[2] <= 2.1 * works[1]


def test_no_rule_repeats_without_end() -> None:
    # A repetition inside a rule is tried anew at every place: square work that calls do not show.
    for rule in LEXICON.rules:
        assert not set("*+") & set(rule.pattern), rule.name
    for name, macro in LEXICON.macros.items():
        assert not set("*+") & set(macro), name
