"""Languages without word files, by the words of dateparser's locales."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sweeps import part
from timeline.languages import has_words, own_languages
from timeline.languages.locale_file import day_endings
from timeline.languages.locale_words import locale_words
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text
from timeline.tagging.locale_rules import locale_rules

READ = [
    ("nl", "Het begon in mei 2021.", ["2021-05"]),
    ("nl", "Het begon in mei.", []),  # three letters: too short to stand alone
    ("nl", "Het begon in december.", ["2022-12"]),
    ("nl", "Het begint over 3 dagen.", ["2023-02-11"]),
    ("nb", "Havnen åpnet 14. juni 2022.", ["2022-06-14"]),
    ("fi", "Satama avattiin 14. kesäkuuta 2022.", ["2022-06-14"]),
    ("hu", "A kikötő 2022. június 14-én nyílt meg.", ["2022-06-14"]),
    ("bg", "Пристанището отвори на 14 юни 2022.", ["2022-06-14"]),
    ("hr", "Luka je otvorena 14. lipnja 2022.", ["2022-06-14"]),
    ("th", "เมื่อวาน", ["2023-02-07"]),
    ("he", "הנמל נפתח אתמול.", ["2023-02-07"]),
    ("zh", "会议定于1月31日举行。", ["2023-01-31"]),
    ("ja", "3か月", []),
    ("pl", "Było to 31 lutego 2022.", ["2022-02"]),
    ("ro", "A durat 3 luni.", []),  # "luni" is Monday, and months
    ("hi", "वह कल आया।", []),  # yesterday or tomorrow: not told
    ("nl", "Er waren in 2000 huizen.", []),
    ("nl", "Hij werd 45, betaalde 1998 euro en won met 3-1.", []),
    ("tlh", "14 jar 2022", []),
]


# A language that has got words and rules of its own is read by those.
BY_LOCALE = [case for case in READ if not has_words(case[0])]
LOCALES = [code for code, _, _ in BY_LOCALE if locale_words(code)]


def test_most_of_the_cases_are_of_languages_without_rules() -> None:
    assert len(BY_LOCALE) >= 15


@pytest.mark.parametrize(("language", "text", "dates"), BY_LOCALE)
def test_what_a_locale_reads(language: str, text: str, dates: list[str]) -> None:
    found = tag_text(text, [Span(0, len(text))], language)
    readings = resolve_all(found, from_edtf("2023-02-08"))
    assert [to_edtf(reading.when) for reading in readings] == dates


def test_a_language_that_nobody_knows_has_no_rules() -> None:
    assert locale_words("tlh") is None
    assert locale_rules("tlh") == ()


def test_every_locale_compiles() -> None:
    from dateparser.data.languages_info import language_order  # noqa: PLC0415

    for language in part(language_order, 30):
        assert locale_rules(language), language


@given(st.sampled_from(sorted({*LOCALES, "ru", "tr", "ar", "ko"} - {*own_languages()})), st.data())
def test_any_text_is_read_without_error(language: str, data: st.DataObject) -> None:
    words = locale_words(language)
    assert words is not None
    known = st.sampled_from([*words.months, *words.weekdays, *words.relative])
    piece = st.one_of(known, st.text(max_size=6), st.integers(0, 99_999).map(str))
    gaps = st.sampled_from([" ", "", "\n", ".", "-", "\u200f", "\ud800"])
    text = "".join(a + b for a, b in data.draw(st.lists(st.tuples(piece, gaps), max_size=12)))
    text += " "
    found = tag_text(text, [Span(0, len(text))], language)
    places = [e.span for e in found]
    assert places == sorted(places)
    for expression in found:
        assert expression.span.of(text) == expression.text
    assert not any(a.overlaps(b) for a, b in pairwise(places))


@pytest.mark.parametrize("ending", ["", ".", *day_endings()])
def test_the_number_of_a_day_may_have_an_ending_of_any_language(ending: str) -> None:
    text = f"Порт открылся 14{ending} июня 2022."
    assert [e.text for e in tag_text(text, [Span(0, len(text))], "ru")] == [f"14{ending} июня 2022"]
