"""Importance: more articles, publishers and later ones never make an event matter less."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.merging.mentions import told
from timeline.merging import Publication
from timeline.merging.fusing import fuse
from timeline.merging.importance import importance, period_of, ranked
from timeline.model.calendar import day_number
from timeline.model.event import Event, Status

DAY = day_number(2020, 5, 4)
NAMES = ("a", "b", "c", "d", "e")
Voice = tuple[int | None, str | None, int, float]  # days after the event, publisher, place, sure
VOICES = st.tuples(
    st.none() | st.integers(-40, 400),
    st.sampled_from((None, "Courier", "Herald", "Post")),
    st.sampled_from((0, 5_000)),
    st.sampled_from((0.3, 0.6, 0.95)),
)


def event_of(
    voices: list[Voice],
    date: str = "2020-05-04",
    status: str = "happened",
    category: str = "other",
) -> Event:
    mentions = [
        told(
            name,
            date,
            "Dam collapsed",
            "collapse",
            status=status,
            sentence=name,
            category=category,
            start=at,
            confidence=sure,
        )
        for name, (_, _, at, sure) in zip(NAMES, voices, strict=False)
    ]
    return replace(fuse(mentions), sources=len(mentions))


def published(voices: list[Voice]) -> dict[str, Publication]:
    return {
        name: Publication(None if days is None else DAY + days, publisher)
        for name, (days, publisher, _, _) in zip(NAMES, voices, strict=False)
    }


def weight(
    voices: list[Voice],
    date: str = "2020-05-04",
    status: str = "happened",
    category: str = "other",
) -> float:
    return importance(event_of(voices, date, status, category), published(voices))


@given(st.lists(VOICES, min_size=1, max_size=4), VOICES)
def test_one_article_more_never_makes_an_event_matter_less(
    voices: list[Voice], more: Voice
) -> None:
    assert 0 <= weight(voices) <= weight([*voices, more]) <= 1


@given(VOICES, st.integers(0, 400), st.integers(0, 400))
def test_who_looks_back_from_later_never_counts_less(voice: Voice, one: int, other: int) -> None:
    sooner, later = sorted((one, other))
    assert weight([(sooner, *voice[1:])]) <= weight([(later, *voice[1:])])


@given(st.lists(VOICES, min_size=2, max_size=5), st.randoms())
def test_the_order_of_the_mentions_changes_nothing(voices: list[Voice], random: Random) -> None:
    event = event_of(voices)
    mentions = list(event.mentions)
    random.shuffle(mentions)
    shuffled = replace(event, mentions=tuple(mentions))
    assert importance(shuffled, published(voices)) == importance(event, published(voices))


def test_each_sign_counts() -> None:
    plain: Voice = (1, "Courier", 5_000, 0.8)
    alone = weight([plain])
    assert weight([plain, plain]) > alone
    assert weight([plain, (1, "Herald", 5_000, 0.8)]) > weight([plain, plain])
    assert weight([(30, *plain[1:])]) > alone
    assert weight([(1, "Courier", 0, 0.8)]) > alone
    assert weight([(-3, *plain[1:])]) < alone
    assert weight([plain], status="planned") < alone
    assert weight([plain], category="statement") < alone
    assert weight([plain], date="2020-05") < alone


def test_copies_count_once() -> None:
    voice: Voice = (1, None, 0, 0.8)
    event = event_of([voice, voice])
    assert importance(replace(event, sources=1), published([voice, voice])) == weight([voice])


def test_what_lies_outside_of_the_collection_s_time_matters_little() -> None:
    voice: Voice = (20, None, 0, 0.8)
    event = event_of([voice])
    inside = importance(event, {}, (DAY - 10, DAY + 10))
    assert importance(event, {}, (DAY + 1, DAY + 10)) < inside / 2
    assert importance(event, {}) == inside
    undated = event_of([voice], date="")
    assert importance(undated, {}, (DAY - 10, DAY + 10)) < inside / 2


def test_the_period_is_whole_months_around_the_articles() -> None:
    days = [Publication(day_number(2020, 5, day)) for day in range(1, 31)]
    assert period_of(days) == (day_number(2020, 2, 1), day_number(2020, 6, 30))
    stray = Publication(day_number(1951))
    assert period_of([*days, stray, Publication()]) == period_of(days)
    assert period_of([Publication()]) is None


@pytest.mark.parametrize("status", [Status.HAPPENED, Status.PLANNED])
def test_an_article_more_changes_only_the_events_that_it_tells(status: Status) -> None:
    voice: Voice = (3, "Post", 0, 0.8)
    one, other = event_of([voice]), event_of([voice, voice], status=status.value)
    known = published([voice, voice])
    period = period_of(known.values())
    before = ranked([one], known, period)
    assert ranked([one, other], {**known, "f": Publication(DAY + 900)}, period)[:1] == before
