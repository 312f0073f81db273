"""Every language beside English: its examples, its negative examples, and no rule without one."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging import any_text
from tests.tagging.examples import Example, content, examples, read, tagged, trace
from timeline.languages import load, own_languages, shared_rules
from timeline.languages.folders import MAIN
from timeline.model.edtf import from_edtf, to_edtf
from timeline.resolving import Context, resolve

LANGUAGES = own_languages()
OTHERS = [language for language in LANGUAGES if language != MAIN]
EXAMPLES = [(language, example) for language in OTHERS for example in examples(language)]


def negative(kind: str) -> list[tuple[str, str, str]]:
    """Return language, reason and phrase of every negative example of a kind."""
    return [
        (language, group["why"], phrase)
        for language in OTHERS
        for group in content(language)[kind]
        for phrase in group["phrases"]
    ]


@pytest.mark.parametrize(("language", "example"), EXAMPLES, ids=lambda e: getattr(e, "sentence", e))
def test_an_example_is_read_as_a_careful_reader_would(language: str, example: Example) -> None:
    found = tagged(example.sentence, language)
    assert [e.span for e in found] == [example.marked], trace(example, found)
    reading = read(found[0], example)
    told = (to_edtf(reading.when), reading.timex.type, reading.timex.mod)
    assert told == (example.edtf, example.type, example.mod), trace(example, found)
    assert example.value in (None, reading.timex.value), trace(example, found)


@pytest.mark.parametrize(("language", "why", "phrase"), negative("nothing"))
def test_nothing_is_found_where_no_time_is_told(language: str, why: str, phrase: str) -> None:
    found = [(e.text, e.rule, e.meaning) for e in tagged(phrase, language)]
    assert found == [], f"{why}: {phrase!r}"


@pytest.mark.parametrize("language", OTHERS)
def test_there_are_as_many_of_them_as_of_the_others(language: str) -> None:
    told = [
        phrase
        for kind in ("nothing", "undated")
        for code, _, phrase in negative(kind)
        if code == language
    ]
    assert len(set(told)) == len(told) >= 60


@pytest.mark.parametrize(("language", "why", "phrase"), negative("undated"))
def test_nothing_is_dated_where_no_date_is_told(language: str, why: str, phrase: str) -> None:
    dated = {}
    for expression in tagged(phrase, language):
        context = Context(from_edtf("2023-02-08"), None, expression.tense)
        reading = resolve(expression.meaning, context)
        if reading.when.resolved:
            dated[expression.text] = (expression.rule, to_edtf(reading.when))
    assert dated == {}, f"{why}: {phrase!r}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_examples_enough_and_none_twice(language: str) -> None:
    keys = [(e.sentence, e.published, e.mentioned) for e in examples(language)]
    assert len(keys) >= 60
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_earns_its_place_in_an_example(language: str) -> None:
    used = {e.rule for x in examples(language) for e in tagged(x.sentence, language)}
    assert {rule.name for rule in load(language).rules} - used == set(shared_rules()) - used


@pytest.mark.parametrize("language", OTHERS)
@given(data=st.data())
def test_hostile_text_among_the_words_of_a_language_is_no_error(
    language: str, data: st.DataObject
) -> None:
    text = data.draw(any_text.texts(language)) + "."
    for expression in tagged(text, language):
        assert expression.span.of(text) == expression.text
        reading = resolve(expression.meaning, Context(from_edtf("2023-02-08")))
        assert reading.explanation is not None


@pytest.mark.parametrize("language", OTHERS)
@given(data=st.data())
def test_any_words_of_a_language_are_tagged_without_overlap(
    language: str, data: st.DataObject
) -> None:
    text = " ".join(
        data.draw(st.lists(st.sampled_from(words_of(language)), min_size=1, max_size=12))
    )
    found = tagged(text, language)
    assert all(e.span.of(text) == e.text for e in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@cache
def words_of(language: str) -> list[str]:
    lexicon = load(language)
    groups = (*lexicon.classes.values(), *lexicon.literals.values())
    return [*sorted({w for group in groups for w in group}), "5", "31", "1998", "3/4/24", ",", "-"]


def test_every_language_with_rules_has_its_examples() -> None:
    assert all(load(language).rules for language in LANGUAGES)
