"""A large collection is merged by days: what must hold whatever comes, goes or is dated anew."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.merging.mentions import told
from timeline.merging import MergedArticles, Merger
from timeline.merging.collection import blocks
from timeline.merging.collection.blocks import Agglomeration, clustered
from timeline.merging.collection.disagreement import MANY, disagreements
from timeline.merging.collection.epoch import LEAST_ARTICLES, epoch_of
from timeline.merging.collection.likely import LEAST, LikelyEvents
from timeline.merging.merger import by_document, own_tellings
from timeline.merging.names import SPELLING_ONLY
from timeline.model.event import DatedMention, Event

# One thing that dominates a day, told in many ways; what else a day brings; and later days.
BLASTS = (
    "Explosion killed nine at the Karvel mine",
    "The Karvel mine blew up",
    "Blast at the Karvel mine buried workers",
    "Gas exploded in the Karvel mine and killed nine workers",
    "Karvel mine disaster",
)
OTHERS = (
    ("2021-05-03", "Shares of Norland Bank fell in Tarsk"),
    ("2021-05-03", "A court in Ellery freed the poet Ines Marr"),
    ("2021-05-06", "Ministers visited the widows in Karvel"),
    ("2021-05-09", "Rescuers stopped the search"),
    ("2021-05-12", "Sudria opened the port of Ellery"),
    ("2021-05-15", "The mine's owner agreed to pay victims"),
    ("2021-05-20", "Voters chose a mayor in Tarsk"),
)
VAGUE = ("2021-05", "Explosion killed nine workers at the Karvel mine")
NOTHING = MergedArticles({}, {})


def article(number: int) -> tuple[DatedMention, ...]:
    """Return what an invented article tells: as a rule the blast, and one thing more."""
    name = f"{number:03}.txt"
    day, other = OTHERS[number % len(OTHERS)]
    blast = told(name, "2021-05-03", BLASTS[number % len(BLASTS)], "explosion", start=0)
    more = told(name, day, other, other.split()[1], start=1000)
    return (blast, more) if number % 3 else (more,)


@cache
def collection() -> Mapping[str, Sequence[DatedMention]]:
    told_by = {f"{n:03}.txt": article(n) for n in range(LEAST_ARTICLES + 20)}
    told_by["vague.txt"] = (told("vague.txt", *VAGUE, "explosion"),)
    return told_by


def merged(told_by: Mapping[str, Sequence[DatedMention]]) -> Merger:
    return Merger.of((one for found in told_by.values() for one in found), {})


@cache
def whole() -> Merger:
    return merged(collection())


def on_day(events: Sequence[Event], day: str) -> list[Event]:
    wanted = told("x", day, "x").when
    return [event for event in events if (event.when.first, event.when.last) == (wanted.first,) * 2]


def test_what_dominates_a_day_is_one_event_in_whatever_words() -> None:
    assert whole().basis.epoch is not None
    largest = max(whole().events, key=lambda event: len(event.documents))
    blast = [
        one
        for n in range(LEAST_ARTICLES + 20)
        for one in article(n)
        if n % 3 and one.mention.sentence.start == 0
    ]
    assert {one.mention.key for one in blast} <= {one.mention.key for one in largest.mentions}


def test_what_else_happened_that_day_stays_apart() -> None:
    largest = max(whole().events, key=lambda event: len(event.documents))
    titles = {one.mention.title for one in largest.mentions}
    assert titles.isdisjoint(title for _, title in OTHERS)


def test_a_vague_date_joins_the_event_that_it_means_and_keeps_its_date() -> None:
    largest = max(whole().events, key=lambda event: len(event.documents))
    (vague,) = [one for one in largest.mentions if one.mention.document == "vague.txt"]
    assert vague.when.days == 31
    assert largest.when.days == 1


@pytest.mark.parametrize(
    ("title", "joined"),
    [(VAGUE[1], {"open.txt"}), ("A miner bought a house near the Karvel mine", set())],
)
def test_a_date_with_an_open_end_joins_where_the_words_are_those_of_one_event(
    title: str, joined: set[str]
) -> None:
    undated = told("open.txt", "[2019-01-07..]", title, title.split(maxsplit=1)[0].lower())
    events = merged({**collection(), "open.txt": (undated,)}).events
    largest = max(events, key=lambda event: len(event.documents))
    assert {"open.txt"} & set(largest.documents) == joined
    assert largest.when.days == 1


def test_a_small_collection_is_merged_pair_by_pair() -> None:
    few = {name: collection()[name] for name in sorted(collection())[: LEAST_ARTICLES - 1]}
    assert merged(few).basis.epoch is None


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("take", "remove", "other day")),
        st.integers(0, 11).map(lambda n: n * 7),
    ),
    max_size=10,
)


@settings(deadline=None, max_examples=40)
@given(STEPS)
def test_articles_that_come_and_go_lead_to_the_same_as_all_at_once(
    steps: list[tuple[str, int]],
) -> None:
    merger = Merger(whole().basis)
    merger.update(collection(), NOTHING)
    held = dict(collection())
    shown = {event.id: event for event in merger.events}
    for what, number in steps:
        name = f"{number:03}.txt"
        if what == "remove":
            change = merger.update({}, NOTHING, [name])
            held.pop(name, None)
        else:
            found = article(number) if what == "take" else moved(article(number))
            change = merger.update({name: found}, NOTHING)
            held[name] = found
        for key in change.removed:
            del shown[key]
        shown |= {event.id: event for event in change.added}
    at_once = Merger(whole().basis)
    at_once.update(held, NOTHING)
    assert merger.events == at_once.events
    assert shown == {event.id: event for event in at_once.events}


def moved(mentions: Sequence[DatedMention]) -> tuple[DatedMention, ...]:
    """Return mentions as another publication date has them: a day earlier."""
    return tuple(
        told(
            one.mention.document,
            "2021-05-02",
            one.mention.title,
            one.mention.trigger,
            start=one.mention.sentence.start,
        )
        for one in mentions
    )


@settings(deadline=None, max_examples=20)
@given(st.permutations(sorted(collection())))
def test_the_order_of_the_articles_changes_nothing(order: list[str]) -> None:
    again = Merger(whole().basis)
    for name in order[:5]:
        again.update({name: collection()[name]}, NOTHING)
    again.update({name: collection()[name] for name in order[5:]}, NOTHING)
    assert again.events == whole().events


@settings(deadline=None)
@given(
    arrays.arrays(np.float32, (6, 6), elements=st.floats(0, 1, width=32)),
    st.floats(0.1, 0.9),
)
def test_clusters_are_those_of_looking_at_every_pair(
    values: "np.ndarray[tuple[int, int], np.dtype[np.float32]]", alike: float
) -> None:
    """The remembered partners change nothing; numbers are kept apart, so that no two tie."""
    even = ((values + values.T) / 2 + np.arange(36, dtype=np.float32).reshape(6, 6) / 1e4).round(5)
    likeness = np.maximum(even, even.T)
    found = Agglomeration(likeness.copy(), np.ones(6), np.ones(6)).until(alike)
    assert sorted(map(sorted, found)) == sorted(map(sorted, slowly(likeness.astype(float), alike)))


def slowly(
    likeness: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", alike: float
) -> list[list[int]]:
    np.fill_diagonal(likeness, 1)
    groups = [[n] for n in range(len(likeness))]

    def mean(one: list[int], other: list[int]) -> float:
        return float(likeness[np.ix_(one, other)].mean())

    def asked(one: list[int], other: list[int]) -> float:
        widths = (mean(one, one) * mean(other, other)) ** 0.5
        return mean(one, other) / float(max(blocks._LEAST_WITHIN, widths) ** blocks._SPREAD)

    while len(groups) > 1:
        pairs = [(one, other) for at, one in enumerate(groups) for other in groups[:at]]
        one, other = max(pairs, key=lambda pair: asked(*pair))
        if asked(one, other) < alike:
            break
        groups = [group for group in groups if group not in (one, other)] + [one + other]
    return groups


def test_a_block_that_is_too_large_to_compare_loses_no_telling(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "_MOST", 7)
    own = {name: own_tellings(found, SPELLING_ONLY) for name, found in collection().items()}
    tellings = [one for found in own.values() for one in found]
    epoch = epoch_of(tellings)
    assert epoch is not None
    day = [one for one in tellings if one.extent == tellings[1].extent]
    found = clustered(day, epoch)
    assert sorted(one.key for cluster in found for one in cluster) == sorted(one.key for one in day)
    assert len(found) < len(day) / 4


def test_one_article_among_many_disputes_nothing() -> None:
    many = [told(f"{n}.txt", "2021-05-03", "The mine blew up") for n in range(MANY + 2)]
    alone = told("alone.txt", "2021-05-04", "The mine blew up")
    assert not disagreements([*many, alone])
    (dispute,) = disagreements([*many, alone, told("too.txt", "2021-05-04", "The mine blew up")])
    assert dispute.aspect == "date"
    assert dispute.statement.endswith("alone.txt and too.txt say 4 May 2021")
    assert "and 9 more say 3 May 2021" in dispute.statement


def test_mentions_of_an_article_stay_together() -> None:
    found = by_document(one for found in collection().values() for one in found)
    assert {name: tuple(one) for name, one in found.items()} == dict(collection())


def test_what_is_probably_one_is_offered_and_nothing_else() -> None:
    events = whole().events
    offered = LikelyEvents(events)
    largest = max(events, key=lambda event: len(event.documents))
    again = replace(
        largest,
        id="again",
        when=told("x", "2021-05-04", "x").when,
        mentions=(told("z.txt", "2021-05-04", "The Karvel mine exploded and killed workers"),),
        title="The Karvel mine exploded and killed workers",
    )
    far = replace(again, id="far", when=told("x", "2021-06-04", "x").when)
    found = offered.of(again, [*events, again, far])
    assert [one.event for one in found][:1] == [largest]
    assert far not in [one.event for one in found]
    assert all(one.likeness >= LEAST for one in found)
