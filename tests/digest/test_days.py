"""Which days a digest has: as many as asked, by what is told of them, in any order of articles."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.digest.invented import Says, Story, collection
from timeline.digest import DigestRequest, Tellings, days_that_matter, digest
from timeline.errors import UnknownNameError
from timeline.model.calendar import iso_date, parse_iso_date
from timeline.model.edit import EventEdits, FieldEdit
from timeline.model.timeline import Timeline
from timeline.model.when import When

FLOOD = Says("2020-05-04", "The dam collapsed")


def story(
    name: str, published: str | None, *says: Says, publisher: str | None = "Courier"
) -> Story:
    return Story(name, published, says, publisher)


def days_of(timeline: Timeline, days: int = 20, **more: object) -> list[str]:
    """The days of a digest, the most important first."""
    found = digest(timeline, DigestRequest(days, **more)).days  # type: ignore[arg-type]
    return [iso_date(one.day) for one in sorted(found, key=lambda one: one.rank)]


def better(one: list[Story], other: list[Story]) -> bool:
    """Whether what is told of 4 May in some articles counts more than of 4 August in others."""
    moved = [
        replace(
            each,
            document=f"x{each.document}",
            published=each.published and iso_date(parse_iso_date(each.published) + 92),
            says=tuple(
                replace(says, date="2020-08-04", title="Banks merged") for says in each.says
            ),
        )
        for each in other
    ]
    return days_of(collection([*one, *moved]), 1) == ["2020-05-04"]


NEXT_DAY = story("a", "2020-05-05", FLOOD)


def test_who_looks_back_from_later_counts_more() -> None:
    assert better([story("a", "2020-05-30", FLOOD)], [NEXT_DAY])
    assert not better([NEXT_DAY], [story("a", "2020-05-30", FLOOD)])


def test_what_is_told_before_it_happens_counts_less() -> None:
    assert better([NEXT_DAY], [story("a", "2020-05-01", FLOOD)])


def test_more_articles_count_more_and_copies_do_not() -> None:
    assert better([NEXT_DAY, story("b", "2020-05-05", FLOOD)], [NEXT_DAY])
    same = replace(FLOOD, sentence="On Monday the  old dam broke.")
    copies = [story("a", "2020-05-05", same), story("b", "2020-05-05", same)]
    (day,) = digest(collection(copies), DigestRequest()).days
    assert (day.documents, day.why[1]) == (1, "copies count once: 1 left out")


def test_a_fortnight_of_articles_is_one_wave() -> None:
    waves = [story("a", "2020-05-25", FLOOD), story("b", "2020-06-25", FLOOD)]
    at_once = [story("a", "2020-06-25", FLOOD), story("b", "2020-06-25", FLOOD)]
    assert better(waves, at_once)


def test_several_publishers_count_more() -> None:
    two = [NEXT_DAY, story("b", "2020-05-05", FLOOD, publisher="Herald")]
    assert better(two, [NEXT_DAY, story("b", "2020-05-05", FLOOD)])


@pytest.mark.parametrize("sign", [{"at": 0}, {"says_the_date": True}, {"confidence": 0.95}])
def test_a_head_a_full_date_and_a_sure_mention_count_more(sign: dict[str, object]) -> None:
    strong = replace(FLOOD, **sign)  # type: ignore[arg-type]
    assert better([story("a", "2020-05-05", strong)], [NEXT_DAY])


def test_a_day_beside_a_larger_one_counts_less() -> None:
    echo = Says("2020-05-05", "Rescue went on")
    alone = Says("2020-09-05", "A strike began")
    stories = [
        *(story(f"a{n}", "2020-05-20", FLOOD) for n in range(3)),
        story("b", "2020-05-21", echo),
        story("c", "2020-09-21", alone),
    ]
    assert days_of(collection(stories)) == ["2020-05-04", "2020-09-05", "2020-05-05"]


def spring() -> list[Story]:
    """Return sixty articles that tell of the days of one month."""
    return [
        story(f"n{n}", "2020-07-01", Says(f"2020-05-{4 + 3 * (n % 9):02}", f"Deed {n}"))
        for n in range(60)
    ]


def test_a_day_far_outside_of_the_time_that_is_told_counts_half() -> None:
    far = Says("1951-03-02", "An older dam broke")
    twice = [story(f"f{n}", "2020-07-01", far) for n in range(2)]
    assert days_of(collection([*spring(), *twice]))[-1] == "1951-03-02"


def test_what_a_story_reminds_of_is_none_of_its_days() -> None:
    attack = Says("2001-09-11", "An older attack shook the city")
    often = [story(f"f{n}", "2020-07-01", attack) for n in range(9)]
    assert days_of(collection([*spring(), *often]), 9)[-1] != "2001-09-11"


def test_a_collection_of_old_times_keeps_them() -> None:
    deeds = ("1914-08-04", "1918-11-11", "1929-10-29", "1939-09-01", "1945-05-08", "1961-08-13")
    told = [
        story(f"n{n}", "2020-07-01", Says(deeds[n % 6], f"Deed of {deeds[n % 6]}"))
        for n in range(60)
    ]
    assert set(days_of(collection(told), 6)) == set(deeds)


SAYS = st.builds(
    Says,
    st.sampled_from(("2020-05-04", "2020-05-05", "2020-06-01", "2019-01-01", "2020-05", "")),
    st.sampled_from(("The dam collapsed", "The mayor resigned", "Banks merged")),
    st.sampled_from(("", "A sentence that many have.")),
    st.sampled_from((0, 3_000)),
    st.sampled_from((0.3, 0.9)),
    st.booleans(),
).filter(lambda says: bool(says.date))
STORIES = st.lists(
    st.tuples(
        st.sampled_from((None, "2020-05-04", "2020-05-06", "2020-06-20")),
        st.lists(SAYS, max_size=3).map(tuple),
        st.sampled_from((None, "Courier", "Herald")),
    ),
    max_size=7,
).map(lambda rows: [Story(f"{n}.txt", *row) for n, row in enumerate(rows)])


@given(STORIES, st.integers(1, 5), st.randoms())
def test_the_order_of_the_articles_changes_nothing(
    stories: list[Story], days: int, random: Random
) -> None:
    asked = DigestRequest(days)
    before = digest(collection(stories), asked)
    random.shuffle(stories)
    assert digest(collection(stories), asked) == before


@given(STORIES, st.integers(1, 5))
def test_there_are_as_many_days_as_asked_or_all_in_the_order_of_time(
    stories: list[Story], days: int
) -> None:
    timeline = collection(stories)
    told = {
        says.date for one in stories for says in one.says if len(says.date) == len("2020-05-04")
    }
    made = digest(timeline, DigestRequest(days))
    found = [one.day for one in made.days]
    assert len(found) == min(days, len(told))
    assert found == sorted(set(found))
    assert sorted(one.rank for one in made.days) == list(range(1, len(found) + 1))
    by_rank = sorted(made.days, key=lambda one: one.rank)
    assert [one.score for one in by_rank] == sorted((one.score for one in by_rank), reverse=True)
    longer = digest(timeline, DigestRequest(days + 1))
    assert set(found) <= {one.day for one in longer.days}


@given(STORIES, st.data())
def test_tellings_that_follow_others_are_those_made_from_nothing(
    stories: list[Story], data: st.DataObject
) -> None:
    before = Tellings(collection(stories))
    assert before.days is not None
    events = before.timeline.events
    kept = tuple(event for event in events if data.draw(st.booleans()))
    copied = tuple(replace(event) for event in events[len(kept) :])
    after = replace(before.timeline, events=(*kept, *copied))
    assert Tellings(after, before).days == Tellings(after).days


@given(STORIES)
def test_the_counts_of_a_day_hold(stories: list[Story]) -> None:
    timeline = collection(stories)
    events = {event.id: event for event in timeline.events}
    for one in digest(timeline, DigestRequest()).days:
        assert one.documents >= 1
        assert 0 <= one.looking_back <= one.documents
        assert one.events
        told = {name for key in one.events for name in events[key].documents}
        assert {one.document, *one.cited} <= told
        assert one.documents <= len(told)
        assert one.title in {events[key].title for key in one.events}


@given(STORIES)
def test_what_a_source_tells_does_not_depend_on_the_others(stories: list[Story]) -> None:
    mine = [one for one in stories if one.publisher == "Herald"]
    if mine:
        asked = DigestRequest(sources=("Herald",))
        among_all = digest(collection(stories), asked).days
        assert among_all == digest(collection(mine), asked).days


def test_a_window_bounds_the_days() -> None:
    says = [Says(f"2020-05-{day:02}", "The dam collapsed") for day in (1, 5, 9)]
    timeline = collection([story("a", "2020-06-01", *says)])
    first, last = parse_iso_date("2020-05-05"), parse_iso_date("2020-05-08")
    assert days_of(timeline, since=first, until=last) == ["2020-05-05"]
    assert len(days_of(timeline, since=first)) == 2
    assert digest(timeline, DigestRequest()).told == 3


def test_a_name_chooses_the_events_that_name_it() -> None:
    timeline = collection([story("a", "2020-06-01", FLOOD)], actors=("Dawn Front",))
    assert days_of(timeline, name="dawn front") == ["2020-05-04"]
    with pytest.raises(UnknownNameError, match="there is no name 'Dusk'; there are: Dawn Front"):
        digest(timeline, DigestRequest(name="Dusk"))


def test_a_source_that_does_not_exist_is_told_with_those_that_do() -> None:
    timeline = collection([NEXT_DAY, story("b", None, FLOOD, publisher=None)])
    with pytest.raises(UnknownNameError, match="there is no source 'Post'; there are: Courier"):
        digest(timeline, DigestRequest(sources=("Post",)))


def test_the_date_that_people_set_holds_for_all_mentions() -> None:
    timeline = collection([NEXT_DAY])
    (event,) = timeline.events
    edit = FieldEdit(1, "when", "2020-05-01", "2020-05-04", None, None)
    moved = replace(
        event,
        when=When.of_day(parse_iso_date("2020-05-01")),
        edits=EventEdits(fields=(edit,)),
    )
    assert days_of(Timeline(timeline.documents, (moved,))) == ["2020-05-01"]


def test_a_vague_mention_counts_for_the_day_of_its_event() -> None:
    timeline = collection(
        [NEXT_DAY, story("b", "2020-06-01", Says("2020-05", "The dam collapsed"))]
    )
    exact, vague = timeline.events
    event = replace(exact, mentions=(*exact.mentions, *vague.mentions))
    (day,) = digest(Timeline(timeline.documents, (event,)), DigestRequest()).days
    assert (day.documents, day.looking_back) == (2, 1)


def test_nothing_told_is_an_empty_digest() -> None:
    made = digest(Timeline((), ()), DigestRequest())
    assert (made.days, made.articles, made.total, made.told) == ((), (), 0, 0)


def test_what_was_looked_at_once_answers_for_every_request() -> None:
    tellings = Tellings(collection([NEXT_DAY, story("b", "2020-07-01", FLOOD, publisher="Herald")]))
    for asked in (DigestRequest(1), DigestRequest(sources=("Herald",)), DigestRequest(1)):
        assert len(days_that_matter(tellings, asked).days) == 1
