"""Mentions of one event in one article: joined or not, and others kept apart."""

import pytest

from tests.quality.gold_model import GoldSet, Telling
from tests.quality.merges import joined
from tests.quality.pairing import scored
from tests.quality.small_gold import event, gold_set, key, timeline, wanted
from tests.quality.within_article import Repeats, repeats
from timeline.model.event import Event

RETOLD = (wanted(0), wanted(10, repeat_of=key(0)), wanted(20, repeat_of=key(0)))
ANOTHER = wanted(30)


def counted(gold: GoldSet, *events: Event) -> Repeats:
    return repeats(gold, scored(gold, timeline(*events), undated=False))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([(0, 10, 20), (30,)], Repeats(one=3, joined=3, others=3, apart=3)),
        ([(0, 10), (20,), (30,)], Repeats(one=3, joined=1, others=3, apart=3)),
        ([(0,), (10,), (20, 30)], Repeats(one=3, joined=0, others=3, apart=2)),
        ([(0, 10)], Repeats(one=1, joined=1, others=0, apart=0)),
    ],
)
def test_pairs_that_repeat_an_event_are_joined_and_others_apart(
    events: list[tuple[int, ...]], expected: Repeats
) -> None:
    assert counted(gold_set(*RETOLD, ANOTHER), *(event(*ats) for ats in events)) == expected


def test_what_is_dated_wrong_takes_no_part() -> None:
    found = counted(gold_set(*RETOLD), event(0), event(10, when="2021"), event(20))
    assert found == Repeats(one=1, joined=0, others=0, apart=0)


@pytest.mark.parametrize(
    "gold",
    [
        gold_set(wanted(0), wanted(10), undecided=((key(0), key(10)),)),
        gold_set(wanted(0), wanted(10, optional=True)),
    ],
    ids=["open", "optional"],
)
def test_what_may_be_seen_either_way_does_not_count(gold: GoldSet) -> None:
    assert counted(gold, event(0, 10)) == Repeats(one=0, joined=0, others=0, apart=0)


def test_a_collection_says_what_is_one_as_well() -> None:
    gold = gold_set(wanted(0), wanted(10), same=(Telling("the opening", (key(0), key(10))),))
    assert counted(gold, event(0, 10)) == Repeats(one=1, joined=1, others=0, apart=0)


def test_a_repeat_that_is_joined_is_no_wrong_merge() -> None:
    gold = gold_set(*RETOLD, ANOTHER)
    merges = joined(gold, scored(gold, timeline(event(0, 10, 30), event(20)), undated=False))
    assert merges.right == {frozenset({key(0), key(10)})}
    assert merges.wrong == {frozenset({key(0), key(30)}), frozenset({key(10), key(30)})}
    assert merges.missed == {frozenset({key(0), key(20)}), frozenset({key(10), key(20)})}
