"""Hypothesis strategies for invented events."""

from hypothesis import strategies as st

from tests.drawing.invented import event
from timeline.model.event import Category, Event, Status
from timeline.model.when import Bound, Edge, Kind, When

START = 738_000  # a day of August 2021

days = st.integers(START - 2000, START + 2000)
TITLES = (
    "Harbour closes",
    "Senate votes on the budget for a third time this year",
    "X",
    "港湾停止",
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Dates of every kind: days, stretches, approximate, open and half known ones."""
    first = draw(days)
    last = first + draw(st.integers(0, 900) | st.just(0))
    kind = draw(st.sampled_from(Kind))
    other = Edge.OPEN if kind is Kind.THROUGHOUT else Edge.UNKNOWN
    ends: list[tuple[Bound, Bound]] = [(first, last), (first, last), (first, other), (other, last)]
    start, end = draw(st.sampled_from(ends))
    return When(start, end, kind, draw(st.booleans()))


@st.composite
def collections(draw: st.DrawFn, most: int = 40) -> list[Event]:
    """A list of events with ids of their own."""
    found = draw(st.lists(whens(), min_size=1, max_size=most))
    return [
        event(
            number,
            when,
            draw(st.sampled_from(TITLES)),
            status=draw(st.sampled_from(Status)),
            category=draw(st.sampled_from(Category)),
            disputed=draw(st.booleans()),
        )
        for number, when in enumerate(found)
    ]


windows = st.tuples(days, st.integers(0, 3000)).map(lambda pair: (pair[0], pair[0] + pair[1]))
