"""The commonest words of a language are no dates, but for those that name one."""

import tomllib
from pathlib import Path

import pytest

from timeline.languages import has_words
from timeline.languages.folders import LOCALE, PHRASES, languages_with
from timeline.model.span import Span
from timeline.tagging import tag_text

DATA = tomllib.loads((Path(__file__).parent / "common_words.toml").read_text("utf-8"))
LANGUAGES = sorted(DATA)


def read(text: str, language: str) -> list[str]:
    return [e.text for e in tag_text(text, [Span(0, len(text))], language)]


def test_every_language_read_by_its_words_has_a_list() -> None:
    found = {*languages_with(LOCALE), *languages_with(PHRASES)}
    assert {code for code in found if not has_words(code)} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_common_word_is_a_date_only_where_it_names_one(language: str) -> None:
    words, times = DATA[language]["words"].split(), set(DATA[language]["times"].split())
    assert len(words) >= (200 if language not in ("gl", "th") else 100)
    read_as_dates = {w for w in words if read(w, language) or read(w.capitalize(), language)}
    assert read_as_dates == times


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_common_words_make_a_date(language: str) -> None:
    words, times = DATA[language]["words"].split(), set(DATA[language]["times"].split())
    for found in read(" ".join(words), language):
        assert any(time in found.casefold() for time in times), found
