"""What speaks for and against a repeat: named alike everywhere, whatever the order of a pair."""

from itertools import combinations

import pytest

from tests.merging.test_repeats import CASES, mentions_of
from tests.quality.fit_repeats import DIRECTIONS, profiles
from timeline.merging import repeats
from timeline.merging.profile import Profile
from timeline.merging.repeat_words import groups_of, repeat_words
from timeline.merging.signs import MEANT, signs
from timeline.merging.word_index import indexed

PAIRS = [pair for case in CASES for pair in combinations(profiles(mentions_of(case)).values(), 2)]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_order_of_a_pair_changes_no_sign(pair: tuple[Profile, Profile]) -> None:
    one, other = pair
    assert signs(one, other) == signs(other, one)
    assert repeats.repeats(one, other) == repeats.repeats(other, one)


def test_every_sign_has_a_weight_in_the_direction_that_its_name_says() -> None:
    weights = repeats.weights().signs
    assert weights.keys() == DIRECTIONS.keys()
    assert all(weights[name] * direction >= 0 for name, direction in DIRECTIONS.items())
    assert weights.keys() >= MEANT | {name for pair in PAIRS for name in signs(*pair)}


def test_a_third_mention_may_join_what_by_itself_is_in_doubt() -> None:
    assert repeats.weights().bridge < 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She was tried for libel", "trial"),
        ("The union walked out on strike", "walkout"),
        ("Der Vorstand ist zurückgetreten", "zurückgetreten"),
        ("El maquinista fue detenido", "detención"),
        ("La fermeture de l'usine", "fermer"),
    ],
)
def test_a_text_has_a_word_of_the_same_meaning(text: str, word: str) -> None:
    assert indexed(text).has_word_for(word)


@pytest.mark.parametrize(
    ("text", "word"), [("The mayor opened the bridge", "fire"), ("", "fire"), ("fire", "protest")]
)
def test_a_text_has_no_word_for_something_else(text: str, word: str) -> None:
    assert not indexed(text).has_word_for(word)


def test_every_word_of_a_group_is_found_in_it() -> None:
    for number, group in enumerate(repeat_words().groups):
        assert all(number in groups_of(word) for word in group)
