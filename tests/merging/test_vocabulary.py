"""The word file is whole, and a broken one is told as such."""

from typing import Any

import pytest

from timeline.errors import WordDataError
from timeline.languages.folders import COMPARISON, read_file
from timeline.merging.vocabulary import LANGUAGE, read_vocabulary, vocabulary
from timeline.model.event import Status


def tables() -> dict[str, Any]:
    return read_file(LANGUAGE, COMPARISON)


def test_the_words_are_in_lower_case_and_in_one_list_only() -> None:
    known = vocabulary()
    assert not known.stop & known.light
    assert not known.once & known.mutual
    for words in (known.stop, known.light, known.once, known.mutual, known.irregular):
        assert all(word == word.casefold() for word in words)


def test_irregular_forms_lead_to_a_plain_word_at_once() -> None:
    known = vocabulary()
    assert all(known.irregular.get(plain, plain) == plain for plain in known.irregular.values())


def test_every_status_is_said_that_a_conflict_can_name() -> None:
    known = vocabulary()
    assert known.real | known.unreal == set(known.said_of)
    assert known.deeds >= known.real | known.unreal | {Status.PLANNED, Status.ALLEGED}


@pytest.mark.parametrize("table", sorted(tables()))
def test_a_missing_table_is_refused(table: str) -> None:
    data = tables()
    del data[table]
    with pytest.raises(KeyError, match=table):
        read_vocabulary(data)


def test_a_broken_file_is_a_word_data_error(monkeypatch: pytest.MonkeyPatch) -> None:
    data = tables()
    data["wording"]["months"] = ["January"]
    monkeypatch.setattr("tomllib.loads", lambda _: data)
    vocabulary.cache_clear()
    with pytest.raises(WordDataError, match=r"en/comparison\.toml: there are 1 months"):
        vocabulary()
    monkeypatch.undo()
    vocabulary.cache_clear()
    assert len(vocabulary().months) == 12
