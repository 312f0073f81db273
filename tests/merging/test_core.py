"""What the articles of a cluster share, and what hardly belongs to it."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.merging.mentions import told
from timeline.merging.collection.core import core_of, parted
from timeline.merging.collection.epoch import Epoch, epoch_of
from timeline.merging.collection.telling import Telling
from timeline.merging.merger import own_tellings
from timeline.merging.names import SPELLING_ONLY

DAY, LATER = "2021-05-03", "2021-05-20"
SHARED = ("Ferry sank off Tarn", "The ferry sank near Tarn harbour", "Sinking of the Tarn ferry")
STRANGERS = (
    "Prayer is held at noon",
    "Callers asked what comes next",
    "Bakers raised their prices",
)


def telling(number: int, day: str, title: str) -> Telling:
    (found,) = own_tellings([told(f"{number:03}.txt", day, title, title.split()[1])], SPELLING_ONLY)
    return found


@cache
def cluster() -> tuple[Telling, ...]:
    return tuple(telling(n, DAY, SHARED[n % len(SHARED)]) for n in range(12))


@cache
def epoch() -> Epoch:
    others = (telling(n, LATER, f"Tarn council met {n} guests") for n in range(200))
    found = epoch_of([*cluster(), *others])
    assert found is not None
    return found


def test_a_telling_without_a_word_of_the_others_leaves() -> None:
    block = [*cluster(), *(telling(50 + n, DAY, title) for n, title in enumerate(STRANGERS))]
    near, far = parted(range(len(block)), block, epoch())
    assert [block[at] for at in near] == [*cluster()]
    assert [block[at].mentions[0].mention.title for at in far] == [*STRANGERS]


@pytest.mark.parametrize("size", [1, 2])
def test_what_few_articles_tell_has_no_core_to_leave(size: int) -> None:
    block = [telling(n, DAY, title) for n, title in enumerate(STRANGERS[:size])]
    assert parted(range(size), block, epoch()) == [[*range(size)], []]


def test_what_an_article_says_alone_is_no_core_of_its_own() -> None:
    core = core_of(cluster(), epoch())
    assert core.articles == len(cluster())
    alone = telling(60, DAY, STRANGERS[0])
    block = [*cluster(), alone]
    assert core_of(block, epoch()).share_in(alone.words) > 0
    assert parted(range(len(block)), block, epoch())[1] == [len(block) - 1]


def test_what_all_articles_say_anyway_is_no_sign_of_one_event() -> None:
    core = core_of(cluster(), epoch())
    usual = telling(61, "2021-05", "Tarn council met in May")
    deed = telling(62, "2021-05", "Ferry sank")
    assert core.share_in(usual.words) < 0.05
    assert core.share_in(deed.words) > 0.25


@given(st.lists(st.sampled_from([*SHARED, *STRANGERS]), max_size=20))
def test_no_telling_is_lost_or_doubled(titles: list[str]) -> None:
    block = [telling(n, DAY, title) for n, title in enumerate(titles)]
    halves = parted(range(len(block)), block, epoch())
    assert Counter(at for half in halves for at in half) == Counter(range(len(block)))
