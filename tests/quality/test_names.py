"""The pairs of names and their measure."""

from tests.quality.names import Pair, measured, pairs
from timeline.merging.naming.parsed_name import contradict, parsed_name


def test_the_pairs_are_whole() -> None:
    gold = pairs()
    assert len(gold) >= 200
    assert len({(p.collection, frozenset((p.name, p.other))) for p in gold}) == len(gold)
    assert {p.half for p in gold} == {0, 1}


def test_no_pair_that_is_one_contradicts_itself() -> None:
    for pair in pairs():
        if pair.same:
            assert not contradict(parsed_name(pair.name), parsed_name(pair.other)), pair


def test_the_measure_counts_what_is_joined_and_what_is_one() -> None:
    one, other = Pair("c", "a", "b", same=True), Pair("c", "a", "d", same=False)
    assert (measured([(one, True)]).f1, measured([(one, False)]).recall) == (1.0, 0.0)
    assert measured([(one, True), (other, True)]).precision == 0.5
