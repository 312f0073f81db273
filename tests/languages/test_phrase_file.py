"""What `phrases.toml` of a language says, and what is said where it is wrong."""

import re
from pathlib import Path

import pytest

from tests.languages.conftest import forget
from timeline.errors import WordDataError
from timeline.languages.folders import PHRASES, languages_with
from timeline.languages.phrase_file import Phrases, phrases_of
from timeline.tagging.phrase_meanings import KINDS
from timeline.tagging.phrase_patterns import around_patterns, phrase_patterns


def write(place: Path, text: str) -> None:
    (place / "qq").mkdir()
    (place / "qq" / PHRASES).write_text(text, encoding="utf-8")
    forget()


@pytest.mark.parametrize("language", languages_with(PHRASES))
def test_the_phrases_of_a_language_compile(language: str) -> None:
    assert phrase_patterns(language)
    assert {pattern.kind for pattern in phrase_patterns(language)} <= set(KINDS)
    assert all(pattern.regex.groups for pattern in phrase_patterns(language))
    around_patterns(language)


@pytest.mark.parametrize("language", languages_with(PHRASES))
def test_conditions_are_on_words_that_are_there(language: str) -> None:
    phrases = phrases_of(language)
    words = {w.casefold() for group in phrases.classes.values() for w in group}
    words |= {f"{name}:{w.casefold()}" for name, group in phrases.classes.items() for w in group}
    assert {*phrases.only_after, *phrases.not_after, *phrases.not_before} <= words


def test_a_language_without_the_file_has_no_phrases(place: Path) -> None:
    assert list(place.iterdir()) == []
    assert phrases_of("qq") == Phrases()


def test_words_stand_in_a_string_or_a_list(place: Path) -> None:
    write(place, '[words.weekday]\n1 = "lun lune"\n2 = ["ma di"]')
    assert phrases_of("qq").classes["weekday"] == {"lun": 1, "lune": 1, "ma di": 2}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("word = 1", "qq/phrases.toml: word is no key"),
        ("[words.unit]\nday = ''", "qq/phrases.toml: words.unit.day is empty"),
        ("[words.unit]\nday = 'd'\nweek = 'd'", "words.unit.week holds 'd', which day holds"),
        ("year_offset = 'x'", "qq/phrases.toml: year_offset is no whole number"),
        ("[patterns]\ndate = 'x'", "qq/phrases.toml: patterns.date is no list of strings"),
    ],
)
def test_what_is_wrong_is_said(place: Path, text: str, reason: str) -> None:
    write(place, text)
    with pytest.raises(WordDataError, match=re.escape(reason)):
        phrases_of("qq")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ('date = ["{nope}"]', "names the class nope, which has no words"),
        ('date = ["{NOPE} {day}"]', "names the macro NOPE, which is not there"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_named(place: Path, pattern: str, reason: str) -> None:
    write(place, f"[words.unit]\nday = 'd'\n[patterns]\n{pattern}")
    with pytest.raises(WordDataError, match=re.escape(reason)):
        phrase_patterns("qq")
