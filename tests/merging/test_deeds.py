"""Which words tell one deed."""

from typing import Any

import pytest

from timeline.errors import WordDataError
from timeline.languages.folders import DEEDS, read_file
from timeline.merging.deeds import Deed, known_deeds, read_deeds
from timeline.merging.stems import stem
from timeline.merging.vocabulary import LANGUAGE, vocabulary

SAME = [
    ("give", "The wall of the dam gave way", "collapse", "The dam collapsed"),
    ("sink", "The ferry sank", "capsize", "The ferry capsized"),
    ("make", "The cyclone made landfall", "come", "The storm came ashore"),
    ("take", "The president takes office", "swear", "Brandt will be sworn in"),
    ("go", "Brandt will go on trial", "open", "The trial of Brandt opened"),
    ("sentence", "Maas was sentenced to nine years", "jail", "Maas was jailed"),
    ("buy", "Maas bought a mill", "purchase", "Maas purchased the mill"),
    ("elect", "Brandt was elected", "win", "Brandt won the election"),
]
OTHER = [
    ("give", "Brandt gave a speech", "collapse", "The dam collapsed"),
    ("open", "The museum opened", "go", "Brandt will go on trial"),
    ("win", "Ellery won the cup", "elect", "Brandt was elected"),
    ("make", "Brandt made a vow", "come", "Brandt came to Ellery"),
    ("paint", "Maas painted a harbour", "carve", "Maas carved a door"),
]


def told(trigger: str, title: str) -> frozenset[Deed]:
    return known_deeds().told(stem(trigger), title)


@pytest.mark.parametrize(("one", "its_title", "other", "other_title"), SAME)
def test_words_of_one_deed_meet(one: str, its_title: str, other: str, other_title: str) -> None:
    assert told(one, its_title) & told(other, other_title)


@pytest.mark.parametrize(("one", "its_title", "other", "other_title"), OTHER)
def test_other_deeds_do_not(one: str, its_title: str, other: str, other_title: str) -> None:
    assert not told(one, its_title) & told(other, other_title)


def test_a_word_of_no_row_is_a_deed_of_its_own_that_may_happen_again() -> None:
    (deed,) = told("paint", "Maas painted a harbour")
    assert not deed.single
    assert told("make", "Brandt made a vow") == frozenset()
    assert told("", "…") == frozenset()


def test_the_words_are_plain_and_each_stands_once_in_its_row() -> None:
    data = read_file(LANGUAGE, DEEDS)
    rows = [row for tables in data.values() for table in tables.values() for row in table.values()]
    for row in rows:
        entries = [entry.strip() for entry in row.split(",")]
        assert len(set(entries)) == len(entries), row
        assert row == row.casefold(), row
        assert vocabulary().stop.isdisjoint(entries), row


@pytest.mark.parametrize(
    "broken",
    [
        {"weather": {"once": {"rain": "rain"}}},
        {"disaster": {"twice": {"rain": "rain"}}},
        {"disaster": {"once": {"rain": "rain, "}}},
        {"disaster": {"once": {"rain": 7}}},
        {"disaster": "rain"},
    ],
)
def test_a_broken_file_is_told_as_such(
    broken: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises((AttributeError, TypeError, ValueError)):
        read_deeds(broken)
    monkeypatch.setattr("tomllib.loads", lambda _: broken)
    known_deeds.cache_clear()
    with pytest.raises(WordDataError, match=r"en/deeds\.toml"):
        known_deeds()
    monkeypatch.undo()
    known_deeds.cache_clear()
    assert known_deeds().rows
