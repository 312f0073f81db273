"""Forms of one word meet, and different words do not."""

from itertools import combinations

import pytest

from timeline.merging.stems import stem, stems

FORMS = (
    "resume resumes resumed resuming",
    "launch launches launched launching",
    "attack attacks attacked attacking",
    "stop stops stopped stopping",
    "kill kills killed killing",
    "carry carries carried carrying",
    "agree agrees agreed agreeing",
    "hold holds held holding",
    "meet meets met meeting meetings",
    "withdraw withdraws withdrew withdrawn withdrawing",
    "strike strikes struck striking",
    "child children",
    "embassy embassies",
    "express expresses expressed expressing",
    "proceed proceeds proceeded proceeding",
    "king kings",
    "kin",
    "bus",
    "string strings",
    "red",
    "need needs needed",
)


@pytest.mark.parametrize("forms", FORMS)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_different_words_have_different_stems() -> None:
    found = [stem(forms.split()[0]) for forms in FORMS]
    assert [pair for pair in combinations(found, 2) if pair[0] == pair[1]] == []


def test_stop_words_and_possessives_are_left_out() -> None:
    assert stems("The Norlanders’ king's 18th visit to A and B") == (
        "norlander",
        "king",
        "18th",
        "visit",
    )


def test_other_scripts_are_words_too() -> None:
    assert stems("Президент посетил Тарск") == ("президент", "посетил", "тарск")
    assert stems("總統訪問") == ("總統訪問",)
    assert stems("… — !") == ()
