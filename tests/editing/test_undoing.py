"""Undo by the toast, the keys, the history and the command line is one, for every change."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.editing.test_together import CLOCK, DOCUMENT, Viewer
from timeline.app import store_state
from timeline.app.pipeline import assemble
from timeline.editing import EditedTimeline
from timeline.editing.adding import import_events
from timeline.editing.editor import Editor
from timeline.errors import EditError, StoreError
from timeline.importing import read_list
from timeline.store import Store
from timeline.store.changes import PUBLISHED
from timeline.web.api.context import Editors

State = dict[tuple[str, str], str]


@pytest.fixture
def source(store: Store) -> EditedTimeline:
    return EditedTimeline(store)


@pytest.fixture
def editors(store: Store, source: EditedTimeline) -> Editors:
    return lambda by: Editor(store, by or "ana", lambda: CLOCK, source)


def state(store: Store) -> State:
    """Return every value that holds by a person's word."""
    fields = store.edits.current().fields
    held = {(key, name): one.value for key, of in fields.items() for name, one in of.items()}
    return held | {
        (document, PUBLISHED): date
        for document, date in store.publication_dates.by_document().items()
    }


@dataclass
class Model:
    """What holds and what can be undone, by the changes that are in force."""

    start: State
    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    edits: dict[int, list[tuple[tuple[str, str], str | None]]] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)  # what each undoing and redoing began with

    def did(self, store: Store, number: int) -> None:
        change = store.edits.get(number)
        assert change is not None
        if change.undoes is None:
            self.first[number] = number
            self.edits[number] = [((e.subject, e.field), e.new) for e in change.edits]
            self.done.append(number)
            self.undone.clear()
            return
        begun = self.first[number] = self.first[change.undoes]
        if begun in self.done:
            self.done.remove(begun)
            self.undone.append(begun)
            return
        if begun in self.undone:
            self.undone.remove(begun)
        else:
            self.undone.clear()
        self.done.append(begun)

    def state(self) -> State:
        held: dict[tuple[str, str], str | None] = dict(self.start)
        for number in sorted(self.done):
            held |= dict(self.edits[number])
        return {key: value for key, value in held.items() if value is not None}


def made(viewer: Viewer, what: str, at: int, store: Store, editors: Editors) -> int | None:
    """Do something, as the page or a command does it; give the number of the change."""
    viewer.look()
    keys = sorted(viewer.events)
    one, other = keys[at % len(keys)], keys[(at + 1) % len(keys)]
    match what:
        case "publish":
            return viewer.publish(f"2021-08-0{at + 1}").get("change")
        case "import":
            before = store.edits.count()
            import_events(
                editors("ana"), read_list(f"title;date\nT{at};200{at}\n".encode(), "own").events
            )
            after = store.edits.latest(1)
            return after[0].id if store.edits.count() > before else None
        case "add":
            fields = {"title": f"Added {at}", "when": f"200{at}"}
            return viewer.ask("add", fields=fields).get("change")
        case "split":
            many = next((k for k in keys if len(viewer.events[k].mentions) > 1), None)
            if many is None:
                return None
            return viewer.ask("split", many, places=[0]).get("change")
        case "title" | "note":
            return viewer.ask("edit", one, fields={what: f"{what} {at}"}).get("change")
        case "tag" | "status":
            value = ("alleged", "planned")[at % 2]
            return viewer.ask(what, one, other, value=value).get("change")
        case _:
            return viewer.ask(what, one, other).get("change")


KINDS = ("publish", "import", "add", "split", "title", "note", "tag", "status", "merge", "confirm")
WAYS = ("toast", "key", "redo key", "history", "command", "redo command")
STEPS = st.lists(st.tuples(st.sampled_from((*KINDS, *WAYS, *WAYS)), st.integers(0, 4)), max_size=16)


def undo(viewer: Viewer, way: str, at: int, store: Store, clock: Callable[[], str]) -> int | None:
    changes = store.edits.list()
    match way:
        case "key" | "redo key":
            return viewer.ask("redo" if "redo" in way else "undo").get("change")
        case "command":
            return Editor(store, "ana", clock).undo().id
        case "redo command":
            return Editor(store, "ana", clock).redo().id
        case _:
            newest = 1 if way == "toast" else 1 + at
            number = changes[-min(newest, len(changes))].id
            return viewer.ask("undo", change=number).get("change")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_every_way_of_undoing_leads_to_the_same(
    store: Store,
    editors: Editors,
    source: EditedTimeline,
    clock: Callable[[], str],
    steps: list[tuple[str, int]],
) -> None:
    model = Model(state(store))
    viewer = Viewer("ana", store, editors, source)
    start = store.edits.count()
    for what, at in steps:
        if what in KINDS:
            number = made(viewer, what, at, store, editors)
        elif store.edits.count() == start:
            continue
        else:
            expected = (model.undone if "redo" in what else model.done)[-1:]
            if not expected and what not in ("history", "toast"):
                continue
            number = None
            with suppress(EditError, StoreError):
                number = undo(viewer, what, at, store, clock)
            change = store.edits.get(number) if number is not None else None
            if change is not None and what not in ("history", "toast"):
                assert change.undoes is not None
                assert [model.first[change.undoes]] == expected
        if number is not None:
            if number in model.first:
                continue
            if (
                (found := store.edits.get(number))
                and found.undoes
                and found.undoes not in model.first
            ):
                return  # of an example before this one
            model.did(store, number)
        assert state(store) == model.state(), what
    assert store.timeline.load() == assemble(
        store.articles.analyses(), store_state.publication_dates(store)
    )


def test_the_undo_of_a_publication_date_stays_undone_by_every_key(
    store: Store, editors: Editors, source: EditedTimeline
) -> None:
    viewer = Viewer("ana", store, editors, source)
    number = viewer.publish("2021-08-01")["change"]
    assert viewer.ask("undo", change=number)["said"] == f"Undone: publication date “{DOCUMENT}”"
    assert store.publication_dates.by_document() == {}
    assert "nothing to undo" in viewer.ask("undo")["error"]
    assert store.publication_dates.by_document() == {}
    assert "said" in viewer.ask("redo")
    assert store.publication_dates.by_document() == {DOCUMENT: "2021-08-01"}
