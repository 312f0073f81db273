"""What a person can decide, one call after the other, over articles that the real stages read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.editing import EditedTimeline
from timeline.editing.added_event import AddedEvent
from timeline.editing.editor import Editor
from timeline.errors import EditError, StoreError
from timeline.model.edit import EventEdits, Verdict
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, Event, Status
from timeline.store import Store


def named(editor: Editor, word: str) -> Event:
    """Return the one event whose title holds a word."""
    (event,) = (e for e in editor.events().values() if word.casefold() in e.title.casefold())
    return event


def edits_of(event: Event) -> EventEdits:
    assert event.edits is not None
    return event.edits


def test_nothing_is_decided_at_first(store: Store, editor: Editor) -> None:
    assert EditedTimeline(store).timeline() == store.timeline.load()
    assert all(event.edits is None for event in editor.events().values())


def test_a_verdict(store: Store, editor: Editor) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    editor.confirm([bridge.id])
    editor.reject([strike.id[:8]])
    shown = {event.id: event for event in EditedTimeline(store).timeline().events}
    assert edits_of(shown[bridge.id]).verdict is Verdict.CONFIRMED
    assert strike.id not in shown
    assert edits_of(editor.events()[strike.id]).verdict is Verdict.REJECTED
    editor.reopen([strike.id])
    assert strike.id in {event.id for event in EditedTimeline(store).timeline().events}


def test_every_field_can_be_fixed_and_given_back(editor: Editor) -> None:
    bridge = named(editor, "bridge")
    editor.set_title(bridge.id, "  Bridge  closed ")
    editor.set_date(bridge.id, from_edtf("2021-06-10~"))
    editor.set_status([bridge.id], Status.ALLEGED)
    editor.set_category([bridge.id], Category.ECONOMY)
    editor.set_names(bridge.id, "actors", ["the council", "the council", " "])
    editor.set_names(bridge.id, "places", [])
    editor.note(bridge.id, "See the minutes.")
    editor.pin([bridge.id])
    editor.tag([bridge.id], "bridges")
    editor.tag([bridge.id], "towns")
    editor.tag([bridge.id], "bridges", off=True)
    event = editor.events()[bridge.id]
    assert (event.title, to_edtf(event.when)) == ("Bridge closed", "2021-06-10~")
    assert (event.status, event.category) == (Status.ALLEGED, Category.ECONOMY)
    assert (event.actors, event.places) == (("the council",), ())
    held = edits_of(event)
    assert (held.note, held.pinned, held.tags) == ("See the minutes.", True, ("towns",))
    assert {decision.by for decision in held.fields} == {"ana"}
    assert event.mentions == bridge.mentions
    for field in ("title", "when", "status", "category", "actors", "places"):
        editor.revert(bridge.id, field)
    for field in ("note", "tags", "pinned"):
        editor.revert(bridge.id, field)
    assert editor.events()[bridge.id] == bridge


def test_events_can_be_merged_and_split(editor: Editor) -> None:
    bridge, strike, count = named(editor, "bridge"), named(editor, "strike"), len(editor.events())
    editor.merge([bridge.id, strike.id])
    whole = editor.events()[bridge.id]
    assert len(editor.events()) == count - 1
    assert strike.id not in editor.events()
    assert [m.mention.document for m in whole.mentions] == ["mill.txt", "port.txt"]
    assert whole.title == bridge.title
    editor.split(bridge.id, [1])
    again = editor.events()
    assert len(again) == count
    assert again[bridge.id].mentions == bridge.mentions
    (other,) = (e for e in again.values() if e.id != bridge.id and e.title == strike.title)
    assert other.mentions == strike.mentions
    editor.undo()
    editor.undo()
    assert {e.id for e in editor.events().values()} >= {bridge.id, strike.id}
    assert editor.events()[strike.id] == strike


def test_an_event_is_added_at_a_passage(editor: Editor, store: Store) -> None:
    article = store.articles.get("port.txt")
    assert article is not None
    quote = "Engineers repaired the pier"
    start = article.text.index(quote)
    added = AddedEvent(
        "Pier repaired", from_edtf("2010-04"), "port.txt", quote, start, actors=("Engineers",)
    )
    editor.add([added])
    event = named(editor, "Pier repaired")
    (told,) = event.mentions
    assert told.mention.sentence.of(article.text) == quote
    assert edits_of(event).added
    assert told.reading.explanation == ("ana added this event and gave its date.",)
    assert editor.add([added]) is None  # it is there already
    editor.undo()
    assert "Pier repaired" not in {e.title for e in editor.events().values()}


def test_undo_and_redo_go_on_after_a_restart(path: Path, clock: Callable[[], str]) -> None:
    with Store.open(path) as store:
        editor = Editor(store, "ana", clock)
        bridge = named(editor, "bridge")
        editor.set_title(bridge.id, "One")
        editor.set_title(bridge.id, "Two")
    with Store.open(path) as store:
        editor = Editor(store, "ana", clock)
        assert editor.undo().kind == "undo"
        assert editor.events()[bridge.id].title == "One"
    with Store.open(path) as store:
        editor = Editor(store, "ana", clock)
        editor.undo()
        assert editor.events()[bridge.id] == bridge
        assert editor.redo().kind == "redo"
        editor.redo()
        assert editor.events()[bridge.id].title == "Two"
        with pytest.raises(EditError, match="ana has nothing to redo"):
            editor.redo()
        editor.undo()
        editor.note(bridge.id, "new")
        with pytest.raises(EditError, match="nothing to redo"):
            editor.redo()


def test_one_undoes_ones_own_and_not_over_others(store: Store, clock: Callable[[], str]) -> None:
    ana, ben = Editor(store, "ana", clock), Editor(store, "ben", clock)
    bridge = named(ana, "bridge")
    ana.set_title(bridge.id, "By Ana")
    ben.note(bridge.id, "By Ben")
    ana.undo()
    assert ana.events()[bridge.id].title == bridge.title
    ana.set_title(bridge.id, "By Ana again")
    first = store.edits.list()[-1].id
    ben.set_title(bridge.id, "By Ben")
    with pytest.raises(StoreError, match="somebody has decided otherwise since"):
        ana.undo(first)
    ben.undo()
    ana.undo(first)


def test_the_history_tells_who_did_what_when(store: Store, editor: Editor) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    editor.confirm([bridge.id, strike.id])
    editor.undo()
    confirm, undo = store.edits.list()
    assert (confirm.kind, confirm.by, undo.kind, undo.undoes) == ("confirm", "ana", "undo", 1)
    assert confirm.at == "2026-01-01T00:00:00+00:00"
    assert [(e.subject, e.field, e.old, e.new) for e in confirm.edits] == [
        (bridge.id, "verdict", None, "confirmed"),
        (strike.id, "verdict", None, "confirmed"),
    ]


def test_a_publication_date_is_undone_with_its_events(store: Store, editor: Editor) -> None:
    before = store.timeline.load()
    store.publication_dates.set("mill.txt", "2023-01-01", by="ana")
    editor.undo()
    assert store.publication_dates.by_document() == {}
    assert store.timeline.load() == before


def test_the_queue_is_least_certain_first(editor: Editor) -> None:
    waiting = editor.queue()
    assert [e.confidence for e in waiting] == sorted(e.confidence for e in waiting)
    editor.confirm([waiting[0].id])
    assert editor.queue() == waiting[1:]


@pytest.mark.parametrize("name", ["", "zzz"])
def test_what_is_no_event_is_refused(editor: Editor, name: str) -> None:
    with pytest.raises(EditError, match="is no event"):
        editor.confirm([name])


def test_what_makes_no_sense_is_refused(editor: Editor) -> None:
    bridge = named(editor, "bridge")
    with pytest.raises(EditError, match="needs a title"):
        editor.set_title(bridge.id, " ")
    with pytest.raises(EditError, match="two events"):
        editor.merge([bridge.id, bridge.id])
    with pytest.raises(EditError, match="not all"):
        editor.split(bridge.id, [0])
    with pytest.raises(EditError, match="no field"):
        editor.revert(bridge.id, "colour")
    with pytest.raises(EditError, match="nothing to undo"):
        editor.undo()
    assert editor.note(bridge.id, "") is None
