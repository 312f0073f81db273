"""Phrases whose date the file states: they mean that date, and never a finer one."""

import pytest
from hypothesis import given

from tests.strategies import whens
from timeline.model.article import Article, DatedPhrase
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.model.when import Kind, When
from timeline.resolving import Context, resolve
from timeline.tagging import tag
from timeline.tagging.stated import RULE, meaning_of

TEXT = (
    "The heir was shot on Sunday in Sarajevo. On St Vitus' Day the war began, from 1 May to 3 June."
)


def tagged(*phrases: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Return text, preposition and rule of the expressions, some phrases dated."""
    end = TEXT.index(".") + 1
    sentences = (Span(0, end), Span(end + 1, len(TEXT)))
    dated = tuple(
        DatedPhrase(Span(TEXT.index(text), TEXT.index(text) + len(text)), from_edtf(edtf))
        for text, edtf in phrases
    )
    found = tag(Article("a.xml", TEXT, "A", sentences, dated=dated))
    return [(one.text, one.phrase.of(TEXT), one.rule) for one in found]


def test_a_dated_phrase_takes_the_place_of_what_was_read_in_it() -> None:
    plain = tagged()
    assert [text for text, _, _ in plain] == ["Sunday", "1 May to 3 June"]
    found = tagged(("Sunday", "1914-06-28"), ("St Vitus' Day", "1914-06-28"))
    assert found == [
        ("Sunday", "on Sunday", RULE),
        ("St Vitus' Day", "St Vitus' Day", RULE),
        plain[1],
    ]


def test_a_part_of_a_longer_expression_is_left_to_it() -> None:
    assert tagged(("1 May", "1914-05-01")) == tagged()


def test_a_phrase_outside_of_the_sentences_is_no_expression() -> None:
    assert tagged(("Sarajevo. On", "1914-06-28")) == tagged()


@pytest.mark.parametrize(
    ("edtf", "resolved"),
    [
        ("1914-06-28", "1914-06-28"),
        ("1914-06", "1914-06"),
        ("1914", "1914"),
        ("191X", "191X"),
        ("19XX", "19XX"),
        ("1908-01/1914-06", "1908-01/1914-06"),
        ("1914-06-28T10:30:00Z", "1914-06-28T10:30:00Z"),
        # What no calendar unit is: the smallest that holds it.
        ("[1914-06-03..1914-06-28]", "1914-06"),
        ("[1914-06-03..1914-07-02]", "1914"),
        ("[1912..1914]", "191X"),
        ("[1880..1914]", None),
    ],
)
def test_a_stated_date_resolves_to_itself_or_wider(edtf: str, resolved: str | None) -> None:
    meaning = meaning_of(from_edtf(edtf))
    found = None if meaning is None else to_edtf(resolve(meaning, Context()).when)
    assert found == resolved


@given(whens())
def test_no_stated_date_becomes_finer(when: When) -> None:
    meaning = meaning_of(when)
    if meaning is None:
        return
    found = resolve(meaning, Context()).when
    if when.first is not None and found.first is not None:
        assert found.first <= when.first
    if when.last is not None and found.last is not None:
        assert found.last >= when.last
    assert found.kind is when.kind or when.kind is Kind.WITHIN
