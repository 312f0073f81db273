"""Each reading that was considered, and why it does not stand."""

import pytest
from hypothesis import given

from tests.tagging.examples import examples
from tests.tagging.test_laws import texts
from timeline.languages import has_words, own_languages
from timeline.languages.locale_words import locale_languages
from timeline.model.span import Span
from timeline.tagging import tag_text, trace
from timeline.tagging.refiners import REFINERS
from timeline.tagging.rejecting import JOINING, LOOKALIKES
from timeline.tagging.trace import Trace

REJECTED = [
    # phrase, language, words, a part of the reason
    ("In June last year", "en", "June", 'part of the longer "June last year"'),
    ("The march may begin", "en", "may", "with a small one"),
    ("Resolution 2019 was adopted", "en", "2019", "counts or names something"),
    ("June Carter sang", "en", "June", "part of a name"),
    ("He is 70 years old", "en", "70 years", "an age"),
    ("31 February 2022", "en", "31 February 2022", "No calendar has such a date"),
    ("a Monday", "en", "Monday", "not of which week"),
    ("the 45th session", "en", "45th", "an ordinal"),
    ("70% of them", "en", "70", "a number"),
    (
        "On Thursday and Friday",
        "en",
        "Friday",
        'joined with its neighbour to one stretch, "Thursday',
    ),
    ("two days before Christmas", "en", "Christmas", "joined to what it counts from"),
    ("La resolución 2019", "es", "2019", "counts or names something"),
    ("Il a 38 ans, Luc Remy, 38 ans, part", "fr", "38 ans", "an age"),
]


def traced(text: str, language: str = "en") -> Trace:
    return trace(text, Span(0, len(text)), language)


@pytest.mark.parametrize(("text", "language", "words", "reason"), REJECTED)
def test_a_rejected_reading_has_its_reason(
    text: str, language: str, words: str, reason: str
) -> None:
    reasons = [r.why for r in traced(text, language).rejected if r.text == words]
    assert any(reason in why for why in reasons), reasons


def test_what_a_rule_matched_is_told_with_its_pattern() -> None:
    found = traced("In June last year").of(Span(3, 17), "month + relative year")
    assert found is not None
    assert "month=MONTH" in found.pattern
    assert found.captures == (("month", "june"), ("relative", "last"), ("unit", "year"))


def test_every_step_that_drops_readings_has_its_reason() -> None:
    assert set(REFINERS) == LOOKALIKES.keys() | JOINING.keys()
    reasons = [*LOOKALIKES.values(), *JOINING.values()]
    assert len(set(reasons)) == len(reasons)


def test_a_language_without_rules_has_no_trace() -> None:
    language = next(code for code in locale_languages() if not has_words(code))
    assert traced("3/5/2021", language) == Trace()


@pytest.mark.parametrize("language", own_languages())
def test_what_stands_was_matched_and_is_not_rejected(language: str) -> None:
    """The trace takes the same way as the tagger."""
    for example in examples(language):
        taken = traced(example.sentence, language)
        for found in tag_text(example.sentence, [Span(0, len(example.sentence))], language):
            dropped = {(r.span, r.rule) for r in taken.rejected}
            assert found.parts or (found.span, found.rule) not in dropped, example.sentence


@given(texts)
def test_any_text_can_be_traced(text: str) -> None:
    for rejected in traced(f"{text} ").rejected:
        assert rejected.span.of(text) == rejected.text
        assert rejected.why.endswith(".")
