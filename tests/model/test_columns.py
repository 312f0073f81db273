import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.test_selection import event, events, selections
from timeline.model.event import Event
from timeline.query.event_columns import EventColumns
from timeline.query.facets import FACETS
from timeline.query.selection import Selection
from timeline.query.word_index import WordsIndex

TEXTS = st.lists(st.text("abCD éßẞ.\n", max_size=12), max_size=6)


@given(events, selections, st.sampled_from(["possibly", "certainly"]))
@settings(deadline=None)
def test_the_masks_say_what_the_selection_says(
    found: list[Event], selection: Selection, mode: str
) -> None:
    asked = Selection(selection.chosen, selection.words, selection.window, mode == "certainly")
    columns = EventColumns(found)
    assert columns.mask(asked).tolist() == [asked.keeps(one) for one in found]
    for facet in FACETS:
        counts = {value: n for value, n in asked.counts(found, facet).items() if n}
        assert columns.counts(asked, facet) == counts


@given(events)
@settings(deadline=None)
def test_the_order_by_date_holds_the_dated_events_once(found: list[Event]) -> None:
    columns = EventColumns(found)
    ordered = columns.at(columns.by_date)
    assert sorted(columns.by_date) == [row for row, one in enumerate(found) if one.dated]
    begins = [one.when.last if one.when.first is None else one.when.first for one in ordered]
    assert begins == sorted(day for day in begins if day is not None)


@given(TEXTS, st.text("abcdeéßs.", min_size=1, max_size=3))
def test_the_index_finds_letters_wherever_they_stand(texts: list[str], letters: str) -> None:
    wanted = letters.casefold()
    found = WordsIndex.of(texts).holding(letters)
    assert found.tolist() == [wanted in text.casefold() for text in texts]


def test_common_letters_are_found_in_one_pass() -> None:
    texts = [f"word{n} other{n}" for n in range(3000)] + ["nothing"]
    assert WordsIndex.of(texts).holding("o").tolist() == [True] * 3001
    assert WordsIndex.of(texts).holding("word2999").tolist() == [False] * 2999 + [True, False]


def test_columns_are_the_events_they_were_made_of() -> None:
    found = [event(title=f"Event {n}") for n in range(3)]
    columns = EventColumns.over(found)
    assert EventColumns.over(columns) is columns
    assert (list(columns), columns[1], columns[:2]) == (found, found[1], found[:2])


@given(events, events, st.data(), selections)
@settings(deadline=None)
def test_columns_that_follow_others_are_those_made_from_nothing(
    found: list[Event], more: list[Event], data: st.DataObject, selection: Selection
) -> None:
    before = EventColumns(found)
    before.mask(selection)
    kept = data.draw(st.permutations(found))[: data.draw(st.integers(0, len(found)))]
    now = data.draw(st.permutations([*kept, *more]))
    after, fresh = before.followed_by(now), EventColumns(now)
    assert after.mask(selection).tolist() == fresh.mask(selection).tolist()
    assert (after.first.tolist(), after.last.tolist()) == (
        fresh.first.tolist(),
        fresh.last.tolist(),
    )
    assert after.by_date.tolist() == fresh.by_date.tolist()
    for facet in FACETS:
        assert after.facet(facet).values == fresh.facet(facet).values
        assert after.facet(facet).rows.tolist() == fresh.facet(facet).rows.tolist()
        assert after.facet(facet).codes.tolist() == fresh.facet(facet).codes.tolist()


@given(TEXTS, TEXTS, st.data(), st.text("abcdeéßs.", min_size=1, max_size=3))
def test_an_index_that_follows_another_finds_the_same(
    texts: list[str], more: list[str], data: st.DataObject, letters: str
) -> None:
    olds = data.draw(st.lists(st.integers(0, len(texts) - 1), unique=True)) if texts else []
    rows = data.draw(st.permutations([*olds, *(-1 - n for n in range(len(more)))]))
    now = [texts[row] if row >= 0 else more[-1 - row] for row in rows]
    fresh = {
        place: text for place, (row, text) in enumerate(zip(rows, now, strict=True)) if row < 0
    }
    moved = WordsIndex.of(texts).moved(np.array([max(row, -1) for row in rows], np.intp), fresh)
    assert moved.holding(letters).tolist() == WordsIndex.of(now).holding(letters).tolist()
