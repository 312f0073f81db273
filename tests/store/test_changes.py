"""The history of changes on both databases: order, undoing, expectations, many hands at once."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.invented import collection
from timeline.errors import StoreError, StoreMovedError
from timeline.store import NewChange, NewEdit, Store

AT = "2026-01-02T03:04:05+00:00"


def note(subject: str, text: str | None, by: str = "ana") -> NewChange:
    return NewChange("note", (NewEdit(subject, "note", text),), AT, by, {subject: [subject]})


def held(store: Store) -> dict[str, str]:
    fields = store.edits.current().fields
    return {subject: decided["note"].value for subject, decided in fields.items()}


def test_what_was_seen_first_is_kept(store: Store) -> None:
    store.edits.append(note("e1", "one"))
    again = NewChange("note", (NewEdit("e1", "note", "two"),), AT, "ben", {"e1": ["other"]})
    store.edits.append(again)
    decisions = store.edits.current()
    assert decisions.subjects == {"e1": ["e1"]}
    decided = decisions.fields["e1"]["note"]
    assert (decided.value, decided.by, decided.at, decided.seq) == ("two", "ben", AT, 2)


def test_a_change_that_changes_nothing_is_none(store: Store) -> None:
    assert store.edits.append(note("e1", "one")) == 1
    assert store.edits.append(note("e1", "one")) is None
    assert store.edits.append(note("e2", None)) is None
    assert len(store.edits.list()) == 1


def test_an_edit_that_expects_otherwise_is_refused_whole(store: Store) -> None:
    store.edits.append(note("e1", "one"))
    stale = NewEdit("e1", "note", "two", expected=True, seen=None)
    with pytest.raises(StoreMovedError, match="changed by somebody else"):
        store.edits.append(NewChange("note", (NewEdit("e2", "note", "x"), stale), AT, "ben"))
    assert held(store) == {"e1": "one"}
    store.edits.append(NewChange("note", (NewEdit("e1", "note", "two", expected=True, seen=1),)))
    assert held(store) == {"e1": "two"}


def test_edits_leave_the_machine_s_version(store: Store) -> None:
    store.articles.replace(*collection("Flood"))
    machine, version = store.timeline.version(), store.version()
    store.edits.append(note("e1", "one"))
    assert (store.timeline.version(), store.version()) == (machine, version + 1)
    store.articles.replace(*collection("Storm"), seen=machine)


def test_a_change_is_taken_back_once(store: Store) -> None:
    store.edits.append(note("e1", "one"))
    assert store.edits.undo(1, AT, "ben") == 2
    with pytest.raises(StoreError, match="taken back already"):
        store.edits.undo(1)
    with pytest.raises(StoreError, match="no change 9"):
        store.edits.undo(9)
    assert held(store) == {}
    assert store.edits.undo(2) == 3
    assert held(store) == {"e1": "one"}


STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["e1", "e2"]), st.sampled_from([None, "a", "b", "c"])),
        st.sampled_from(["undo", "redo"]),
    ),
    max_size=25,
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_undo_and_redo_walk_through_the_states(
    store: Store, steps: list[tuple[str, str | None] | str]
) -> None:
    for subject in held(store):
        store.edits.append(note(subject, None, "before"))
    done: list[dict[str, str]] = [{}]
    undone: list[dict[str, str]] = []
    start = len(store.edits.list())
    for step in steps:
        by = f"ana-{start}"  # one example is one person
        match step:
            case "undo":
                number = store.edits.next_undo(by)
                assert (number is None) == (len(done) == 1)
                if number is not None:
                    store.edits.undo(number, AT, by)
                    undone.append(done.pop())
            case "redo":
                number = store.edits.next_redo(by)
                assert (number is None) == (not undone)
                if number is not None:
                    store.edits.undo(number, AT, by)
                    done.append(undone.pop())
            case (subject, text):
                if store.edits.append(note(subject, text, by)) is not None:
                    state = {**done[-1], subject: text}
                    done.append({key: value for key, value in state.items() if value})
                    undone.clear()
        assert held(store) == done[-1]


def test_readers_editors_and_an_extraction_at_once(store: Store, place: str) -> None:
    store.articles.replace(*collection("Flood", articles=20))
    stop = Event()

    def read() -> int:
        turns = 0
        with Store.open(place) as mine:
            while not stop.is_set():
                decisions = mine.edits.current()
                assert decisions.subjects.keys() == decisions.fields.keys()
                assert len(mine.timeline.load().events) in (40, 60)
                turns += 1
        return turns

    def edit(number: int) -> None:
        with Store.open(place) as mine:
            for turn in range(25):
                assert mine.edits.append(note(f"e{number}-{turn}", "x", f"{number}")) is not None

    with ThreadPoolExecutor(10) as pool:
        readers = [pool.submit(read) for _ in range(8)]
        try:
            editors = [pool.submit(edit, number) for number in range(2)]
            for _ in range(3):
                seen = store.timeline.version()
                store.articles.replace(*collection("Storm", articles=30), seen=seen)
                store.articles.replace(*collection("Flood", articles=20))
            for editor in editors:
                editor.result()
        finally:
            stop.set()
        assert all(reader.result() > 0 for reader in readers)
    assert held(store) == {f"e{n}-{turn}": "x" for n in range(2) for turn in range(25)}
    assert [change.id for change in store.edits.list()] == list(range(1, 51))


EDITS_UNTIL_KILLED = """
import sys
from tests.store.test_changes import note
from timeline.store import Store
store = Store.open(sys.argv[1])
print("ready", flush=True)
for turn in range(10**6):
    store.edits.append(note(f"e{turn}", f"{turn}"))
    if turn % 5 == 4:
        store.edits.undo(store.edits.next_undo(), None, "ana")
    print(turn, flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.07, 0.15])
def test_a_kill_while_editing_loses_nothing_acknowledged(
    store: Store, place: str, delay: float
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", EDITS_UNTIL_KILLED, place], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        Event().wait(delay)
        child.kill()
        acknowledged = [int(line) for line in child.stdout.read().split()]
    assert child.returncode == -signal.SIGKILL
    expected = {f"e{turn}": f"{turn}" for turn in acknowledged if turn % 5 != 4}
    found = held(store)
    assert expected.items() <= found.items()
    assert len(found) <= len(expected) + 1
    for change in store.edits.list():
        assert len(change.edits) == 1
    store.edits.append(note("after", "x"))
    assert held(store)["after"] == "x"
