"""Laws of merging: the order of the mentions changes nothing, and no mention is lost."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merging.mentions import told
from timeline.merging import merge
from timeline.merging.articles import articles
from timeline.merging.dates import agree
from timeline.merging.learned_names import learn
from timeline.merging.merge import merge_within
from timeline.merging.names import table
from timeline.merging.naming.observed import seen
from timeline.model.event import DatedMention, Event, Status

# Few words, so that mentions are often alike, and all ways in which dates meet and miss.
ACTORS = ("Norland", "Sudria", "Dawn Front")
PLACES = ("Tarsk", "Ellery")
DEEDS = ("attacked", "reopened", "collapsed in", "will host the 18th", "will host the first")
OBJECTS = ("", "the embassy", "37 lorries", "the gathering of Lakes secretaries")
DATES = (
    *("", "2021", "2021-05", "2021-05-03", "2021-05-04", "2021-05-05", "2021-05-20"),
    *(
        "2021-05-03/2021-05-04",
        "2021-05/2021-06",
        "2021-05~",
        "2021-05-03T09:30:00",
        "2020/..",
        "[..2021]",
        "199X",
    ),
)


@st.composite
def mentions(draw: st.DrawFn) -> DatedMention:
    actor, place = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(PLACES))
    deed, thing = draw(st.sampled_from(DEEDS)), draw(st.sampled_from(OBJECTS))
    return told(
        draw(st.sampled_from(("a.txt", "b.txt", "c.txt", "d.txt"))),
        draw(st.sampled_from(DATES)),
        " ".join(f"{actor} {deed} {thing} {place}".split()),
        deed.split(maxsplit=1)[0],
        (actor,) if draw(st.booleans()) else (),
        (place,) if draw(st.booleans()) else (),
        draw(st.sampled_from(Status)),
        start=draw(st.sampled_from((0, 7, 1000, 2000, 3000))),
        confidence=draw(st.floats(0, 1)),
    )


# Two mentions of one key are one place of one text; only a mistake could tell it in two ways.
ANYTHING = st.lists(mentions(), max_size=14)
COLLECTIONS = st.lists(mentions(), max_size=14, unique_by=lambda told: told.mention.key)


@settings(deadline=None)
@given(st.data())
def test_the_order_of_the_mentions_changes_nothing(data: st.DataObject) -> None:
    given_ = data.draw(ANYTHING)
    shuffled = data.draw(st.permutations(given_))
    assert merge(shuffled) == merge(given_)


@settings(deadline=None)
@given(ANYTHING)
def test_every_mention_is_in_exactly_one_event(given_: list[DatedMention]) -> None:
    found = [mention for event in merge(given_) for mention in event.mentions]
    assert sorted(map(repr, found)) == sorted(map(repr, given_))


@settings(deadline=None)
@given(ANYTHING)
def test_an_article_given_twice_makes_no_second_event(given_: list[DatedMention]) -> None:
    once, twice = merge(given_), merge([*given_, *given_])
    assert [event.id for event in once] == [event.id for event in twice]
    assert [event.when for event in once] == [event.when for event in twice]


@settings(deadline=None)
@given(COLLECTIONS)
def test_an_event_s_own_mentions_are_that_event_again(given_: list[DatedMention]) -> None:
    # Whether articles are about one matter, all their mentions tell, not those of one event.
    names = learn((), table(), seen(given_, {}))
    known = articles(given_, names)
    for event in merge(given_):
        (again,) = merge_within(event.mentions, known, names)
        # How much it matters is a rank among the others.
        assert replace(again, importance=event.importance) == event


@settings(deadline=None)
@given(COLLECTIONS)
def test_what_is_merged_stays_as_it_is(given_: list[DatedMention]) -> None:
    events = merge(given_)
    assert merge(mention for event in events for mention in event.mentions) == events


@settings(deadline=None)
@given(COLLECTIONS)
def test_what_an_event_says_is_what_its_mentions_say(given_: list[DatedMention]) -> None:
    for event in merge(given_):
        tellings = [mention.mention for mention in event.mentions]
        assert event.when in [mention.when for mention in event.mentions]
        assert event.status in [mention.status for mention in tellings]
        assert {name for m in tellings for name in m.actors} >= set(event.actors)
        assert len(set(event.actors)) == len(event.actors)
        assert 0 <= event.confidence <= 0.99
        assert event.dated == event.mentions[0].when.resolved


@settings(deadline=None)
@given(COLLECTIONS)
def test_dates_that_cannot_agree_are_told_as_a_conflict(given_: list[DatedMention]) -> None:
    for event in merge(given_):
        pairs = combinations([mention.when for mention in event.mentions], 2)
        every = all(agree(one, other) for one, other in pairs)
        assert every != ("date" in [conflict.aspect for conflict in event.conflicts])


@settings(deadline=None)
@given(COLLECTIONS)
def test_events_come_by_date_with_ids_of_their_own(given_: list[DatedMention]) -> None:
    events = merge(given_)
    assert len({event.id for event in events}) == len(events)
    assert [event.dated for event in events] == sorted((e.dated for e in events), reverse=True)
    starts = [start_of(event) for event in events if event.dated]
    assert starts == sorted(starts)


def start_of(event: Event) -> int:
    start = event.when.last if event.when.first is None else event.when.first
    assert start is not None
    return start
