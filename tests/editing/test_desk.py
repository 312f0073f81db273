"""What a person can decide, one call after the other, over articles that the real stages read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.editing import CuratedSource
from timeline.editing.added_event import AddedEvent
from timeline.editing.editor import Desk
from timeline.errors import CurationError, StoreError
from timeline.model.edit import Curation, Verdict
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, Event, Status
from timeline.store import Store


def named(desk: Desk, word: str) -> Event:
    """Give the one event whose title holds a word."""
    (event,) = (e for e in desk.events().values() if word.casefold() in e.title.casefold())
    return event


def curation(event: Event) -> Curation:
    assert event.curation is not None
    return event.curation


def test_nothing_is_decided_at_first(store: Store, desk: Desk) -> None:
    assert CuratedSource(store).timeline() == store.timeline.load()
    assert all(event.curation is None for event in desk.events().values())


def test_a_verdict(store: Store, desk: Desk) -> None:
    bridge, strike = named(desk, "bridge"), named(desk, "strike")
    desk.confirm([bridge.id])
    desk.reject([strike.id[:8]])
    shown = {event.id: event for event in CuratedSource(store).timeline().events}
    assert curation(shown[bridge.id]).verdict is Verdict.CONFIRMED
    assert strike.id not in shown
    assert curation(desk.events()[strike.id]).verdict is Verdict.REJECTED
    desk.reopen([strike.id])
    assert strike.id in {event.id for event in CuratedSource(store).timeline().events}


def test_every_field_can_be_fixed_and_given_back(desk: Desk) -> None:
    bridge = named(desk, "bridge")
    desk.set_title(bridge.id, "  Bridge  closed ")
    desk.set_date(bridge.id, from_edtf("2021-06-10~"))
    desk.set_status([bridge.id], Status.ALLEGED)
    desk.set_category([bridge.id], Category.ECONOMY)
    desk.set_names(bridge.id, "actors", ["the council", "the council", " "])
    desk.set_names(bridge.id, "places", [])
    desk.note(bridge.id, "See the minutes.")
    desk.pin([bridge.id])
    desk.tag([bridge.id], "bridges")
    desk.tag([bridge.id], "towns")
    desk.tag([bridge.id], "bridges", off=True)
    event = desk.events()[bridge.id]
    assert (event.title, to_edtf(event.when)) == ("Bridge closed", "2021-06-10~")
    assert (event.status, event.category) == (Status.ALLEGED, Category.ECONOMY)
    assert (event.actors, event.places) == (("the council",), ())
    held = curation(event)
    assert (held.note, held.pinned, held.tags) == ("See the minutes.", True, ("towns",))
    assert {decision.by for decision in held.decisions} == {"ana"}
    assert event.mentions == bridge.mentions
    for field in ("title", "when", "status", "category", "actors", "places"):
        desk.revert(bridge.id, field)
    for field in ("note", "tags", "pinned"):
        desk.revert(bridge.id, field)
    assert desk.events()[bridge.id] == bridge


def test_events_can_be_merged_and_split(desk: Desk) -> None:
    bridge, strike, count = named(desk, "bridge"), named(desk, "strike"), len(desk.events())
    desk.merge([bridge.id, strike.id])
    whole = desk.events()[bridge.id]
    assert len(desk.events()) == count - 1
    assert strike.id not in desk.events()
    assert [m.mention.document for m in whole.mentions] == ["mill.txt", "port.txt"]
    assert whole.title == bridge.title
    desk.split(bridge.id, [1])
    again = desk.events()
    assert len(again) == count
    assert again[bridge.id].mentions == bridge.mentions
    (other,) = (e for e in again.values() if e.id != bridge.id and e.title == strike.title)
    assert other.mentions == strike.mentions
    desk.undo()
    desk.undo()
    assert {e.id for e in desk.events().values()} >= {bridge.id, strike.id}
    assert desk.events()[strike.id] == strike


def test_an_event_is_added_at_a_passage(desk: Desk, store: Store) -> None:
    article = store.articles.get("port.txt")
    assert article is not None
    quote = "Engineers repaired the pier"
    start = article.text.index(quote)
    added = AddedEvent(
        "Pier repaired", from_edtf("2010-04"), "port.txt", quote, start, actors=("Engineers",)
    )
    desk.add([added])
    event = named(desk, "Pier repaired")
    (told,) = event.mentions
    assert told.mention.sentence.of(article.text) == quote
    assert curation(event).added
    assert told.reading.explanation == ("ana added this event and gave its date.",)
    assert desk.add([added]) is None  # it is there already
    desk.undo()
    assert "Pier repaired" not in {e.title for e in desk.events().values()}


def test_undo_and_redo_go_on_after_a_restart(path: Path, clock: Callable[[], str]) -> None:
    with Store.open(path) as store:
        desk = Desk(store, "ana", clock)
        bridge = named(desk, "bridge")
        desk.set_title(bridge.id, "One")
        desk.set_title(bridge.id, "Two")
    with Store.open(path) as store:
        desk = Desk(store, "ana", clock)
        assert desk.undo().kind == "undo"
        assert desk.events()[bridge.id].title == "One"
    with Store.open(path) as store:
        desk = Desk(store, "ana", clock)
        desk.undo()
        assert desk.events()[bridge.id] == bridge
        assert desk.redo().kind == "redo"
        desk.redo()
        assert desk.events()[bridge.id].title == "Two"
        with pytest.raises(CurationError, match="ana has nothing to redo"):
            desk.redo()
        desk.undo()
        desk.note(bridge.id, "new")
        with pytest.raises(CurationError, match="nothing to redo"):
            desk.redo()


def test_one_undoes_ones_own_and_not_over_others(store: Store, clock: Callable[[], str]) -> None:
    ana, ben = Desk(store, "ana", clock), Desk(store, "ben", clock)
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


def test_the_history_tells_who_did_what_when(store: Store, desk: Desk) -> None:
    bridge, strike = named(desk, "bridge"), named(desk, "strike")
    desk.confirm([bridge.id, strike.id])
    desk.undo()
    confirm, undo = store.edits.list()
    assert (confirm.kind, confirm.by, undo.kind, undo.undoes) == ("confirm", "ana", "undo", 1)
    assert confirm.at == "2026-01-01T00:00:00+00:00"
    assert [(e.subject, e.field, e.old, e.new) for e in confirm.edits] == [
        (bridge.id, "verdict", None, "confirmed"),
        (strike.id, "verdict", None, "confirmed"),
    ]


def test_a_publication_date_is_undone_with_its_events(store: Store, desk: Desk) -> None:
    before = store.timeline.load()
    store.publication_dates.set("mill.txt", "2023-01-01", by="ana")
    desk.undo()
    assert store.publication_dates.by_document() == {}
    assert store.timeline.load() == before


def test_the_queue_is_least_certain_first(desk: Desk) -> None:
    waiting = desk.queue()
    assert [e.confidence for e in waiting] == sorted(e.confidence for e in waiting)
    desk.confirm([waiting[0].id])
    assert desk.queue() == waiting[1:]


@pytest.mark.parametrize("name", ["", "zzz"])
def test_what_is_no_event_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(CurationError, match="is no event"):
        desk.confirm([name])


def test_what_makes_no_sense_is_refused(desk: Desk) -> None:
    bridge = named(desk, "bridge")
    with pytest.raises(CurationError, match="needs a title"):
        desk.set_title(bridge.id, " ")
    with pytest.raises(CurationError, match="two events"):
        desk.merge([bridge.id, bridge.id])
    with pytest.raises(CurationError, match="not all"):
        desk.split(bridge.id, [0])
    with pytest.raises(CurationError, match="no field"):
        desk.revert(bridge.id, "colour")
    with pytest.raises(CurationError, match="nothing to undo"):
        desk.undo()
    assert desk.note(bridge.id, "") is None
