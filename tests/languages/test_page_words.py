"""What stands around a story: one file a language, put together."""

import re
from pathlib import Path

import pytest

from timeline.errors import WordDataError
from timeline.languages.folders import MAIN, PAGE, languages_with
from timeline.languages.page_words import GROUPS, page_pattern, page_words

EVERY_GROUP = [(table, key) for table, keys in GROUPS.items() for key in keys]


def written(place: Path, language: str, text: str) -> None:
    (place / language).mkdir(exist_ok=True)
    (place / language / PAGE).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("language", languages_with(PAGE))
def test_the_file_of_a_language_holds_words(language: str) -> None:
    assert any(page_words(table, key, (language,)) for table, key in EVERY_GROUP)


@pytest.mark.parametrize(("table", "key"), EVERY_GROUP)
def test_no_group_is_without_words(table: str, key: str) -> None:
    found = page_words(table, key)
    assert found
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("table", "key"), EVERY_GROUP)
def test_the_words_of_all_are_those_of_each(table: str, key: str) -> None:
    of_each = [page_words(table, key, (code,)) for code in languages_with(PAGE)]
    assert set(page_words(table, key)) == set().union(*of_each)


def test_english_comes_first_and_a_word_of_two_languages_once(place: Path) -> None:
    written(place, "aa", '[header]\npublished = ["datum", "date"]')
    written(place, MAIN, '[header]\npublished = ["published", "date"]')
    assert page_words("header", "published") == ("published", "date", "datum")
    assert page_words("header", "published", ("aa", "zz")) == ("datum", "date")
    assert page_words("header", "updated") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[heading]\npublished = ['x']", "qq/page.toml: heading is no key; there are: boilerplate"),
        ("[header]\nposted = ['x']", "qq/page.toml: header.posted is no key; there are: ago, "),
        ("[boilerplate.top]\nlines = ['x']", "qq/page.toml: boilerplate.top is no key"),
        ("[boilerplate.tail]\nline = ['x']", "qq/page.toml: boilerplate.tail.line is no key"),
        ("[header]\npublished = []", "qq/page.toml: header.published is empty"),
        ("[header]\npublished = 'x'", "qq/page.toml: header.published is no list of strings"),
        ("[header]\npublished = ['Published']", "header.published holds 'Published', which must"),
        ("[header]\npublished = ['x ']", "qq/page.toml: header.published holds 'x ', which is"),
        ("[header]\npublished = ['x', 'x']", "qq/page.toml: header.published holds 'x' twice"),
        ("header = 1", "qq/page.toml: header is no table"),
        ("[header", "qq/page.toml is not valid TOML"),
    ],
)
def test_what_is_wrong_is_said(place: Path, text: str, reason: str) -> None:
    written(place, "qq", text)
    with pytest.raises(WordDataError, match=re.escape(reason)):
        page_words("header", "published")


def test_a_pattern_matches_what_any_of_its_group_does(place: Path) -> None:
    written(place, "qq", "[header]\nago = ['a', 'b|c']")
    written(place, "rr", "[header]\nago = ['d']")
    found = page_pattern("header", "ago", "e")
    assert [letter for letter in "abcdef" if found.fullmatch(letter)] == list("abcde")
    assert page_pattern("header", "asides").search("") is None


def test_what_is_no_pattern_is_named(place: Path) -> None:
    written(place, "qq", "[header]\nago = ['a']")
    written(place, "rr", "[boilerplate.tail]\npatterns = ['b', '(']")
    assert page_pattern("header", "ago").fullmatch("a")
    reason = "rr/page.toml: boilerplate.tail.patterns holds '('"
    with pytest.raises(WordDataError, match=re.escape(reason)):
        page_pattern("boilerplate.tail", "patterns")
