"""What is of little worth, and what a selection that hides it keeps."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.test_selection import event, events, selections
from timeline.model.edit import EventEdits
from timeline.model.event import Event
from timeline.query.event_columns import EventColumns
from timeline.query.facets import FACETS
from timeline.query.selection import Selection
from timeline.query.worth import LITTLE, WORTH, of_little_worth

WORTH_OF = st.sampled_from([0.0, 0.2, 0.49, 0.5, 0.9, 1.0])


@st.composite
def rated(draw: st.DrawFn) -> list[Event]:
    found = draw(events)
    return [replace(one, id=f"e{n}", worth=draw(WORTH_OF)) for n, one in enumerate(found)]


HIDING = st.frozensets(st.sampled_from([f"e{n}" for n in range(9)]), max_size=3)


@given(rated(), selections, HIDING)
@settings(deadline=None)
def test_masks_and_selection_hide_and_count_the_same(
    found: list[Event], selection: Selection, besides: frozenset[str]
) -> None:
    asked, columns = replace(selection, hiding=besides), EventColumns(found)
    assert columns.mask(asked).tolist() == [asked.keeps(one) for one in found]
    for facet in FACETS:
        counts = {value: n for value, n in asked.counts(found, facet).items() if n}
        assert columns.counts(asked, facet) == counts


@given(rated(), selections, HIDING)
@settings(deadline=None)
def test_hiding_takes_away_what_is_of_little_worth_and_nothing_else(
    found: list[Event], selection: Selection, besides: frozenset[str]
) -> None:
    shown = replace(selection, hiding=besides)
    gone = [one for one in selection.of(found) if not shown.keeps(one)]
    assert set(map(id, shown.of(found))) <= set(map(id, selection.of(found)))
    if selection.choice(WORTH):
        assert not gone
    assert all(of_little_worth(one) and one.id not in besides for one in gone)


def test_what_a_person_touched_is_never_of_little_worth() -> None:
    poor = event(worth=0.1)
    assert of_little_worth(poor)
    assert not of_little_worth(replace(poor, worth=0.5))
    for edits in (EventEdits(pinned=True), EventEdits(added=True), EventEdits(note="why")):
        assert not of_little_worth(replace(poor, edits=edits))


def test_a_search_for_worth_finds_what_is_hidden() -> None:
    poor, hiding = event(worth=0.1), Selection(hiding=frozenset())
    assert not hiding.keeps(poor)
    assert replace(hiding, words=f"{WORTH}:{LITTLE}").keeps(poor)
    assert hiding.choose(WORTH, (LITTLE,)).keeps(poor)
    assert hiding.without(WORTH).keeps(poor)
