"""What the letters and marks of a sentence pass over: never what a rule or a phrase reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging import any_text
from tests.tagging.examples import examples, tagged
from timeline.languages import load, own_languages
from timeline.tagging import candidates, tagger
from timeline.tagging.chunks import TELLING
from timeline.tagging.tokens import Line, alphabet

LANGUAGES = own_languages()
SILENT = (
    "The council met and agreed on nothing at all.",
    "He scored 21 points, and 70% of the 300 guests cheered.",
    "",
)


def every_run(language: str) -> re.Pattern[str]:
    return re.compile(f"[^{alphabet(language).none}]+")


def pass_nothing_over(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(candidates, "telling_runs", every_run)
    patch.setattr(candidates, "VAGUE", "")
    patch.setattr(tagger, "YEAR", "")
    for language in LANGUAGES:  # a chunk that is marked passes no sentence over
        chunks = alphabet(language).chunks
        patch.setattr(chunks, "_marks", lambda *given, mark=chunks._marks: mark(*given) + TELLING)
        chunks.clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_passed_over_holds_nothing(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [example.sentence for example in examples(language)]
    quick = [tagged(sentence, language) for sentence in sentences]
    pass_nothing_over(monkeypatch)
    assert [tagged(sentence, language) for sentence in sentences] == quick


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_in_no_text_is_a_reading_passed_over(language: str, data: st.DataObject) -> None:
    text = data.draw(any_text.texts(language).filter(bool))
    quick = tagged(text, language)
    with pytest.MonkeyPatch.context() as patch:
        pass_nothing_over(patch)
        assert tagged(text, language) == quick


@pytest.mark.parametrize("sentence", SILENT)
def test_sentences_without_time_are_passed_over(sentence: str) -> None:
    line = Line(sentence, 0, len(sentence), alphabet("en"))
    assert candidates.telling_runs("en").search(line.letters) is None
    assert not line.marks


def test_months_are_seen_however_they_are_written() -> None:
    for month in load("en").classes["MONTH"]:
        for form in (month, month.capitalize(), month.upper()):
            line = Line(f"In {form} it rained.", 0, len(form) + 14, alphabet("en"))
            seen = candidates.telling_runs("en").search(line.letters) is not None
            assert seen == (form != month or month not in load("en").capital), form
