"""What the page shows of decisions: on events, rows and marks, in the queue and the history."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.drawing.scene.drafting import signs_of
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.model.edit import EditMark, EventEdits, FieldEdit, Verdict, marks_of
from timeline.model.edtf import from_edtf
from timeline.model.event import Event
from timeline.store import Store
from timeline.web.data.collection import Collection
from timeline.web.features.filters.view import facets
from timeline.web.features.review.history import HistoryView, history
from timeline.web.features.review.view import review, waiting
from timeline.web.page.edit_marks import decided, mark_badges
from timeline.web.page.event_rows import table
from timeline.web.page.state import read
from timeline.wording.labels import moment_in_words

PLAIN = sample.timeline().events[1]


def with_curation(event: Event, **fields: object) -> Event:
    return replace(event, edits=EventEdits(**fields))  # type: ignore[arg-type]


def named(editor: Editor, word: str) -> Event:
    (event,) = (e for e in editor.events().values() if word.casefold() in e.title.casefold())
    return event


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        ({}, ["waiting"]),
        ({"verdict": Verdict.CONFIRMED, "pinned": True}, ["confirmed", "pinned"]),
        ({"added": True, "note": "x"}, ["added", "noted"]),
        ({"grouped": 3}, ["waiting", "corrected"]),
        ({"fields": (FieldEdit(1, "title", "a", "b", None, None),)}, ["waiting", "corrected"]),
        ({"fields": (FieldEdit(1, "note", "a", None, None, None),)}, ["waiting"]),
        ({"disagreements": ("so",)}, ["waiting", "differs"]),
    ],
)
def test_an_event_carries_the_marks_of_what_was_done(
    fields: dict[str, object], marks: list[str]
) -> None:
    assert list(marks_of(EventEdits(**fields))) == marks  # type: ignore[arg-type]
    assert marks_of(None) == (EditMark.WAITING,)


def test_rows_and_marks_show_what_was_decided() -> None:
    event = with_curation(PLAIN, verdict=Verdict.CONFIRMED, pinned=True, tags=("north",))
    assert text(mark_badges(event)) == "confirmedpinnednorth"
    assert signs_of(event) == "★✓" + signs_of(PLAIN)
    assert mark_badges(PLAIN) == []
    shown = table(Collection(sample.of([event]), 1), read(""))
    assert "north" in text(shown)
    assert len(having(shown, "data-action", "tick")) == 1


def test_filters_by_tag_and_review_appear_with_the_first_decision() -> None:
    event = with_curation(PLAIN, verdict=Verdict.CONFIRMED, tags=("north",))
    collection = Collection(sample.of([event, replace(PLAIN, id="other")]), 1)
    offered = having(facets(collection, read("").selection), "data-action", "toggle")
    chosen = {(getattr(o, "data-facet"), getattr(o, "data-value")) for o in offered}
    assert {("tag", "north"), ("curation", "waiting"), ("curation", "confirmed")} <= chosen
    kept = collection.columns.mask(read("curation=waiting").selection)
    assert [e.id for e, on in zip(collection.columns, kept, strict=True) if on] == ["other"]


def test_the_evidence_tells_who_decided_what_and_the_way_back() -> None:
    decision = FieldEdit(4, "title", PLAIN.title, "The program's words", "ana", "2024-05-01T12:00Z")
    event = with_curation(
        PLAIN,
        tags=("north",),
        note="See the minutes.",
        fields=(decision,),
        extracted=(("title", "The program's words"),),
        disagreements=("The title is other",),
    )
    tree = decided(event, offered=True)
    said = text(tree)
    for words in ("by ana, 1 May 2024", "The program's words", "See the minutes.", "now disagrees"):
        assert words in said
    reverted = having(tree, "data-do", "revert")
    assert [getattr(b, "data-value") for b in reverted] == ["title"]
    assert [getattr(b, "data-value") for b in having(tree, "data-do", "untag")] == ["north"]
    assert not having(decided(event, offered=False), "data-do")
    assert decided(PLAIN, offered=True) == []


def test_an_event_of_several_sentences_can_be_split() -> None:
    two = next(event for event in sample.timeline().events if len(event.mentions) > 1)
    tree = decided(two, offered=True)
    assert len(having(tree, "data-action", "tick-mention")) == len(two.mentions)
    assert having(tree, "data-action", "split")
    assert decided(two, offered=False) == []


def test_the_queue_goes_from_the_least_certain_and_knows_the_filters(
    store: Store, editor: Editor
) -> None:
    editor.confirm([named(editor, "strike").id])
    rejected = named(editor, "storm")
    editor.reject([rejected.id])
    source = EditedTimeline(store)
    collection = Collection(source.timeline(), 1)
    tree = review(collection, read(""), [editor.events()[rejected.id]])
    queued = [getattr(item, "data-queued") for item in having(tree, "data-queued")]
    assert set(queued) == {event.id for event in editor.queue()}
    surety = [editor.events()[key].confidence for key in queued]
    assert surety == sorted(surety)
    assert [getattr(b, "data-event") for b in having(tree, "data-do", "reopen")] == [rejected.id]
    few = read("document=mill.txt")
    assert 0 < len(waiting(collection, few)) < len(queued)


def test_the_queue_ends() -> None:
    collection = Collection(sample.of([with_curation(PLAIN, verdict=Verdict.CONFIRMED)]), 1)
    assert "All reviewed" in text(review(collection, read(""), ()))
    assert "Nothing to review" in text(review(Collection(sample.empty(), 1), read(""), ()))


@pytest.fixture
def past(editor: Editor) -> Callable[[], HistoryView]:
    def taken() -> HistoryView:
        titles = {key: event.title for key, event in editor.events().items()}
        undo, redo = editor.at_hand()
        return HistoryView(editor.history(50), editor.count_changes(), undo, redo, titles)

    return taken


def test_the_history_tells_who_when_and_from_what_to_what(
    editor: Editor, past: Callable[[], HistoryView]
) -> None:
    bridge = named(editor, "bridge")
    editor.set_date(bridge.id, from_edtf("2021-06-10"))
    editor.tag([bridge.id], "towns")
    editor.confirm([bridge.id, named(editor, "strike").id])
    editor.undo()
    tree = history(past())
    said = text(tree)
    told = ("June 2021 (program)", "10 June 2021", "towns", "ana, 1 January 2026", "2 events")
    for words in told:
        assert words in said
    undone, confirmed, tagged, dated = having(tree, "data-undone")
    assert "taken back" in text(confirmed)
    assert not having(confirmed, "data-do")
    assert text(having(undone, "data-do")) == "Redo change 4"
    assert text(having(tagged, "data-do")) == "Undo change 2"
    assert bridge.title in text(dated)


def test_undo_and_redo_are_offered_where_there_is_something(
    editor: Editor, past: Callable[[], HistoryView]
) -> None:
    def disabled() -> list[object]:
        buttons = kinds(history(past()), "Button")[:2]
        return [getattr(button, "disabled", None) for button in buttons]

    assert disabled() == [True, True]
    assert "Nothing decided yet" in text(history(past()))
    editor.pin([named(editor, "bridge").id])
    assert disabled() == [False, True]
    editor.undo()
    assert disabled() == [True, False]


def test_the_history_keeps_the_title_of_an_event_that_is_gone(
    editor: Editor, past: Callable[[], HistoryView]
) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    editor.set_title(strike.id, "A strike in Varna")
    editor.merge([bridge.id, strike.id])
    editor.add([])
    said = text(history(past()))
    assert "Merged 2 events" in said
    assert "as people grouped them" in said


def test_a_moment_is_written_for_people() -> None:
    assert moment_in_words("2024-05-01T12:00:00+00:00") == "1 May 2024, 12:00 UTC"
    assert moment_in_words("some day") == "some day"
