from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import whens
from timeline.model.calendar import day_number
from timeline.model.edit import EventEdits, Verdict
from timeline.model.event import Category, DatedMention, Event, EventMention, Status
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import PUBLICATION
from timeline.model.span import Span
from timeline.model.timex import Timex, TimexType
from timeline.model.when import When
from timeline.query.selection import FACETS, Selection, facet_values

NAMES = ("Norland", "Südby", "the port")
DOCUMENTS = ("a.txt", "b.txt", "c.txt")
WORDS = ("", "  ", "norland", "OPENED port", "no such word")


def event(
    when: When = When(),  # noqa: B008 - a value
    document: str = "a.txt",
    title: str = "Norland opened a port",
    **others: object,
) -> Event:
    span = Span(0, 5)
    expression = TimeExpression(span, span, "today", PUBLICATION, "a rule")
    told = EventMention(document, expression, span, f"{title} today.", title, Status.HAPPENED)
    dated = DatedMention(told, Reading(when, Timex(TimexType.DATE, "2022"), ()))
    fields = {"status": Status.HAPPENED, "category": Category.OTHER} | others
    return Event("id", title, when, mentions=(dated,), **fields)  # type: ignore[arg-type]


names = st.lists(st.sampled_from(NAMES), max_size=3).map(tuple)
curations = st.builds(
    EventEdits,
    verdict=st.none() | st.just(Verdict.CONFIRMED),
    tags=names.map(lambda found: tuple(dict.fromkeys(found))),
    note=st.sampled_from(["", "See the minutes."]),
    pinned=st.booleans(),
    added=st.booleans(),
    grouped=st.none() | st.just(1),
)
events = st.lists(
    st.builds(
        event,
        whens(),
        st.sampled_from(DOCUMENTS),
        st.sampled_from(["Norland opened a port", "Südby burned"]),
        status=st.sampled_from(Status),
        category=st.sampled_from(Category),
        actors=names,
        places=names,
        edits=st.none() | curations,
    ),
    max_size=8,
)
choices = st.dictionaries(
    st.sampled_from(FACETS),
    st.lists(
        st.sampled_from(
            [*NAMES, *DOCUMENTS, *Status, *Category, "year", "day", "range", "waiting", "pinned"]
        ),
        min_size=1,
        max_size=4,
    ).map(lambda values: tuple(str(value) for value in values)),
    max_size=3,
)
windows = st.none() | st.tuples(st.integers(-5000, 5000), st.integers(0, 10**6)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
selections = st.builds(
    lambda chosen, words, window: Selection(tuple(chosen.items()), words, window),
    choices,
    st.sampled_from(WORDS),
    windows,
)


@given(events, selections, st.sampled_from(FACETS))
def test_a_count_says_how_many_events_a_choice_would_leave(
    collection: list[Event], selection: Selection, facet: str
) -> None:
    counts = selection.counts(collection, facet)
    for value in {v for e in collection for v in facet_values(e, facet)}:
        assert counts[value] == len(selection.choose(facet, (value,)).of(collection))


@given(events, selections, st.sampled_from(FACETS))
def test_counts_are_those_of_the_filtered(
    collection: list[Event], selection: Selection, facet: str
) -> None:
    opened = selection.choose(facet, ())
    kept = opened.of(collection)
    counted = Counter(value for e in kept for value in facet_values(e, facet))
    assert selection.counts(collection, facet) == opened.counts(collection, facet) == counted
    assert Selection().counts(kept, facet) == counted


@given(events, selections)
def test_filtering_keeps_order_and_twice_is_once(
    collection: list[Event], selection: Selection
) -> None:
    kept = selection.of(collection)
    assert selection.of(kept) == kept
    places = iter(collection)
    assert all(any(e is other for other in places) for e in kept)


@given(events, selections, st.sampled_from(FACETS))
def test_more_filters_keep_fewer(collection: list[Event], selection: Selection, facet: str) -> None:
    assert len(selection.of(collection)) <= len(selection.choose(facet, ()).of(collection))
    assert Selection().of(collection) == tuple(collection)


@given(selections, st.sampled_from(FACETS))
def test_a_choice_is_kept_until_it_is_taken_back(selection: Selection, facet: str) -> None:
    chosen = selection.choose(facet, ("a", "b"))
    assert chosen.choice(facet) == ("a", "b")
    assert chosen.choose(facet, ()).choice(facet) == ()
    for other in FACETS:
        if other != facet:
            assert chosen.choice(other) == selection.choice(other)


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [(10, 20, True), (20, 30, True), (0, 10, True), (21, 30, False), (0, 9, False)],
)
def test_a_window_keeps_what_may_lie_in_it(first: int, last: int, *, kept: bool) -> None:
    window = Selection(window=(first, last))
    assert window.keeps(event(When(10, 20))) is kept
    assert window.keeps(event(When()))


def test_words_are_sought_in_title_and_sentence_whatever_their_case() -> None:
    told = event(When.of_day(day_number(2022)), title="Norland opened a port")
    assert Selection(words="PORT norland").keeps(told)
    assert Selection(words="today").keeps(told)
    assert not Selection(words="port closed").keeps(told)


def test_an_unknown_facet_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no facet is called 'colour'; there are category, "):
        facet_values(event(), "colour")
