"""No line that may hold a date is taken for a part of the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tagging.examples import examples
from timeline.languages import own_languages
from timeline.languages.locale_words import locale_words
from timeline.model.edtf import UNKNOWN
from timeline.reading import read_text
from timeline.reading.dated_line import may_hold_date

ENGLISH = sorted({e.marked.of(e.sentence) for e in examples("en") if e.edtf != UNKNOWN})
ELSEWHERE = ["Also read: {}", "READ MORE | The dam burst {}", "Don't miss: the fair {}"]
FRAMES = [
    "Get the latest {}",
    "(File photo: {})",
    "Copyright dispute: the court ruled {}",
    "The Example {}. All rights reserved.",
    "Tags: flood, {}",
    "(Reporting by Jane Doe; the dam burst {})",
    "Disclaimer: the dam burst {}",
    "Via: {}",
    "By Jane Doe, {}",
    "Visit our page {} today",
]
PROSE = "The council of the town met in the old hall, and it voted on its budget.\n\n"


@pytest.mark.parametrize("language", own_languages())
def test_whatever_names_a_day_may_be_a_date(language: str) -> None:
    dated = [e for e in examples(language) if e.edtf != UNKNOWN and e.mentioned is None]
    assert len(dated) > 80
    missed = [e.sentence for e in dated if not may_hold_date(e.sentence, (language,))]
    assert missed == []


@given(st.sampled_from(FRAMES), st.sampled_from(ENGLISH), st.integers(0, 14))
def test_no_frame_of_the_page_takes_a_date_away(frame: str, phrase: str, after: int) -> None:
    line = frame.format(phrase)
    article = read_text("a.txt", PROSE + line + "\n\n" + PROSE * after)
    taken = [mark.span.of(article.text) for mark in article.marks if mark.reason != "header"]
    assert taken in ([], [line])
    assert not taken or not (re.search(r"\d", phrase) or may_hold_date(phrase, ("en",)))


@given(st.sampled_from(ELSEWHERE), st.sampled_from(ENGLISH))
def test_a_headline_of_another_article_keeps_a_date_in_digits(frame: str, phrase: str) -> None:
    line = frame.format(phrase)
    article = read_text("a.txt", f"{PROSE}{line}\n\n{PROSE}")
    taken = [mark for mark in article.marks if mark.reason == "boilerplate"]
    assert not taken or not re.search(r"\d|\bMay\b|January|June|August", phrase)


@pytest.mark.parametrize("language", ["ru", "ar", "zh", "hi", "tr"])
def test_months_of_other_languages_count(language: str) -> None:
    words = locale_words(language)
    assert words is not None
    assert all(may_hold_date(f"— {month} —", (language,)) for month in words.months)


@pytest.mark.parametrize(
    "line",
    [
        "12 comments",
        "5 min read",
        "© 2024 Example News. All rights reserved.",
        "Copyright © 2001-2024 Example",
        "You may also like the march of the kings",
    ],
)
def test_numbers_of_the_page_and_small_words_are_no_dates(line: str) -> None:
    assert not may_hold_date(line, ("en",))


@pytest.mark.parametrize("line", ["© 3 May 2024", "(c) 2024-05-03", "12 comments since 2019"])
def test_other_digits_beside_them_are(line: str) -> None:
    assert may_hold_date(line, ("en",))
