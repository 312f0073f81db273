"""What a search found, marked; never more text and never less."""

from hypothesis import given
from hypothesis import strategies as st

from tests.web import sample
from tests.web.components import kinds, text
from timeline.web.data.collection import Collection
from timeline.web.page.event_rows import table
from timeline.web.page.highlight import found_in, places, sentence_found
from timeline.web.page.state import read

COLLECTION = Collection(sample.timeline(), 1)


@given(st.text("abAB (.*ß", max_size=30), st.text("abAB (.*ß", max_size=8))
def test_marking_changes_no_character(words: str, asked: str) -> None:
    assert text(found_in(words, asked)) == words
    for place in places(words, asked):
        assert place.of(words).casefold() in {a.casefold() for a in asked.split()}


def test_upper_and_lower_case_agree() -> None:
    marks = kinds(found_in("Dockers closed the docks", "DOCK"), "Mark")
    assert [text(mark) for mark in marks] == ["Dock", "dock"]


def test_what_the_title_lacks_is_shown_from_the_sentence() -> None:
    event = COLLECTION.columns[5]
    assert sentence_found(event, "norland") == []
    shown = sentence_found(event, "2")
    assert "2" in [text(mark) for mark in kinds(shown, "Mark")]


def test_the_table_marks_the_search() -> None:
    marks = kinds(table(COLLECTION, read("q=norland")), "Mark")
    assert marks
    assert {text(mark).casefold() for mark in marks} == {"norland"}
