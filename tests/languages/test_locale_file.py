"""What a language says beside dateparser's locale."""

import re
from pathlib import Path

import pytest

from tests.languages.conftest import forget
from timeline.errors import WordDataError
from timeline.languages.dates import read_date
from timeline.languages.folders import LOCALE, languages_with
from timeline.languages.locale_file import LocaleFacts, locale_facts, puts_month_first
from timeline.languages.locale_words import locale_languages


@pytest.mark.parametrize("language", languages_with(LOCALE))
def test_the_file_of_a_language_says_something_of_a_locale(language: str) -> None:
    assert locale_facts(language) != LocaleFacts()
    assert language in locale_languages()


@pytest.mark.parametrize(
    ("tag", "first"),
    [
        *(("en", True), ("en-US", True), ("en_ph", True), ("fil", True)),
        *(("en-GB", False), ("fr", False), ("", False), ("../en", False)),
    ],
)
def test_a_country_may_put_the_month_first(tag: str, first: bool) -> None:  # noqa: FBT001
    assert puts_month_first(tag) is first


def test_a_word_behind_a_time_of_day_is_taken_off(place: Path) -> None:
    text = "3 May 2021, 12:15 uur"
    assert read_date(text) is None
    (place / "qq").mkdir()
    (place / "qq" / LOCALE).write_text("after_clock = ['uur']", encoding="utf-8")
    forget()
    found = read_date(text)
    assert found is not None
    assert found.clock == "12:15"


def test_a_language_without_the_file_says_nothing(place: Path) -> None:
    assert list(place.iterdir()) == []
    assert locale_facts("qq") == LocaleFacts()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("years = 1", "qq/locale.toml: years is no key; there are: after_clock, day_endings, "),
        ("[year]\nbehind = ['x']", "qq/locale.toml: year.behind is no key"),
        ("[year]\nled = []", "qq/locale.toml: year.led is empty"),
        ("[year]\nled = ['in', 'in']", "qq/locale.toml: year.led holds 'in' twice"),
        ("after_clock = 'uur'", "qq/locale.toml: after_clock is no list of strings"),
        ("particles = 'yes'", "qq/locale.toml: particles must be true or false"),
        ("month_first = ['QQ']", "qq/locale.toml: month_first holds 'QQ'"),
        ("year = [", "qq/locale.toml is not valid TOML"),
    ],
)
def test_what_is_wrong_is_said(place: Path, text: str, reason: str) -> None:
    (place / "qq").mkdir()
    (place / "qq" / LOCALE).write_text(text, encoding="utf-8")
    with pytest.raises(WordDataError, match=re.escape(reason)):
        locale_facts("qq")
