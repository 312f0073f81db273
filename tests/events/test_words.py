"""The word data is checked as it is read."""

import pytest

from timeline.errors import WordDataError
from timeline.events.words import event_words, read_categories, read_words
from timeline.model.event import Category


def test_every_category_has_words_and_none_holds_an_upper_case_one() -> None:
    words = event_words()
    assert set(words.categories) == set(Category)
    everything = words.event_nouns.union(*(c.verbs | c.objects for c in words.categories.values()))
    assert all(word == word.lower() for word in everything)


def test_no_word_is_an_event_noun_and_none() -> None:
    words = event_words()
    assert words("nouns", "no_event") & words.event_nouns == frozenset()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[verbs", "no valid TOML"),
        ("verbs = 'say'", "must be a table"),
        ("[verbs]\nsay = 3", r"\[verbs\] say"),
        ("[verbs]\nsay = ['a', 1]", r"\[verbs\] say"),
        ("[verbs]\nsay = 'a b a'", r"\[verbs\] say holds 'a' twice"),
    ],
)
def test_wrong_word_data_is_named(text: str, part: str) -> None:
    with pytest.raises(WordDataError, match=part):
        read_words(text)


@pytest.mark.parametrize(
    "text",
    ["[fun]\nverbs=''\nnouns=''\nobjects=''", "[law]\nverbs='sue'"],
)
def test_an_unknown_or_incomplete_category_is_named(text: str) -> None:
    with pytest.raises(WordDataError, match="must be a category"):
        read_categories(text)
