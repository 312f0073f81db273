"""Whatever an editor can do has an address, a type and a description, and all of it one undo."""

import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

import pytest
from flask.testing import FlaskClient

from timeline.editing.editor import Editor
from timeline.store import Change, Store
from timeline.store.changes import CurrentEdits
from timeline.web.api import registry
from timeline.web.api.openapi import document
from timeline.web.api.operation import Operation
from timeline.web.api.registry import OPERATIONS
from timeline.web.boundary.models import Command
from timeline.wording.labels import KINDS

API = "/api/v1"
EDITS = [one for one in OPERATIONS if one.method == "POST" and one.path.startswith("/edits/")]
# What no page does: a list is brought by the command line.
ELSEWHERE = {"import"}
BY = {"by": "ana"}
Body = Callable[[list[str]], dict[str, Any]]
# A body for each kind of edit, of the ids of events.
BODIES: dict[str, Body] = {
    "confirm": lambda ids: {"events": ids[:2]},
    "reject": lambda ids: {"events": ids[:1]},
    "reopen": lambda ids: {"events": ids[:1]},
    "pin": lambda ids: {"events": ids[:1]},
    "unpin": lambda ids: {"events": ids[:1]},
    "tag": lambda ids: {"events": ids[:2], "tag": "later"},
    "untag": lambda ids: {"events": ids[:2], "tag": "later"},
    "title": lambda ids: {"event": ids[0], "title": "Another title"},
    "date": lambda ids: {"event": ids[0], "date": "early March 2024"},
    "status": lambda ids: {"events": ids[:2], "status": "alleged"},
    "category": lambda ids: {"events": ids[:2], "category": "law"},
    "actors": lambda ids: {"event": ids[0], "actors": ["Ana Berg", "Tom; Ruiz"]},
    "places": lambda ids: {"event": ids[0], "places": ["Norland"]},
    "note": lambda ids: {"event": ids[0], "note": "See the minutes."},
    "edit": lambda ids: {"event": ids[0], "fields": {"title": "T", "tags": ["a", "b"]}},
    "revert": lambda ids: {"event": ids[0], "field": "title"},
    "merge": lambda ids: {"events": ids[:2]},
    "apart": lambda ids: {"events": ids[:2]},
    "split": lambda ids: {"event": ids[0], "mentions": [1]},
    "join": lambda _: {"name": "Norland", "other": "Southland"},
    "part": lambda _: {"name": "Norland", "other": "Southland"},
    "add": lambda _: {"fields": {"title": "A strike", "when": "2003-02-02"}},
    "published": lambda _: {"document": "mill.txt", "date": "2021-08-01"},
    "place": lambda _: {"name": "Raml Square", "place": {"lat": 31.2, "lon": 29.9}},
    "undo": lambda _: {},
    "redo": lambda _: {},
}
# What has to be there before an edit of a kind changes anything.
BEFORE = {
    "reopen": ("confirm",),
    "unpin": ("pin",),
    "untag": ("tag",),
    "revert": ("title",),
    "split": ("merge",),
    "undo": ("confirm",),
    "redo": ("confirm", "undo"),
}


def commands() -> set[str]:
    """Return the methods of an editor that write: those that return an edit, or its number."""
    found = {n: m for n, m in vars(Editor).items() if inspect.isfunction(m) and n[0] != "_"}
    hints = {name: get_type_hints(method).get("return") for name, method in found.items()}
    reading = {"change"}
    return {name for name, kind in hints.items() if kind in (int | None, Change)} - reading


def kind_of(one: Operation) -> str:
    return one.path.rpartition("/")[2]


def ids_of(client: FlaskClient) -> list[str]:
    return [event["id"] for event in client.get(f"{API}/events").get_json()["events"]]


def make(client: FlaskClient, kind: str) -> dict[str, Any]:
    body = BODIES[kind](ids_of(client)) | BY
    answer = client.post(f"{API}/edits/{kind}", json=body)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.get_json()
    return told


def test_every_kind_of_edit_has_an_address() -> None:
    assert {kind_of(one) for one in EDITS} == ({*KINDS} | {"unpin"}) - ELSEWHERE
    assert {kind_of(one) for one in EDITS} == set(BODIES)


def test_every_edit_has_a_request_type_of_its_own_and_a_description() -> None:
    bodies = [one.body for one in EDITS]
    assert len({*bodies}) == len(bodies)
    for one in EDITS:
        assert one.body is not None
        assert issubclass(one.body, Command)
        assert one.body.model_config == Command.model_config
        described = document()["paths"][one.path]["post"]
        assert described["operationId"] == one.name
        reference = described["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        assert reference.rpartition("/")[2] == one.body.__name__


def test_every_command_of_an_editor_is_called_by_an_address(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: set[str] = set()

    def noted(name: str, method: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            called.add(name)
            return method(*args, **more)

        return call

    wanted = commands()
    for name in wanted:
        monkeypatch.setattr(Editor, name, noted(name, getattr(Editor, name)))
    assert len(ids_of(client)) > 2
    for kind in BODIES:
        for first in (*BEFORE.get(kind, ()), kind):
            make(client, first)
        while store.edits.next_undo("ana") is not None:
            make(client, "undo")
    assert called == wanted


def kept(store: Store) -> tuple[CurrentEdits, object, object]:
    """Return all that people's edits come to."""
    edits = store.edits
    return edits.current(), store.publication_dates.by_document(), edits.place_choices()


@pytest.mark.parametrize("kind", BODIES)
def test_every_edit_is_said_kept_and_taken_back(
    client: FlaskClient, store: Store, kind: str
) -> None:
    for first in BEFORE.get(kind, ()):
        make(client, first)
    before = kept(store)
    told = make(client, kind)
    assert told["said"]
    change = store.edits.get(told["edit"])
    assert change is not None
    assert change.by == "ana"
    assert told["subject"] == change.edits[0].subject
    assert kept(store) != before
    client.post(f"{API}/edits/undo", json={**BY, "edit": told["edit"]})
    after = kept(store)
    assert (after[0].fields.keys(), *after[1:]) == (before[0].fields.keys(), *before[1:])


def test_every_module_of_operations_is_listed() -> None:
    modules = {one.handler.__module__ for one in OPERATIONS}
    assert modules == {module.__name__ for module in registry.MODULES}


def test_every_operation_has_a_name_and_an_address_of_its_own() -> None:
    assert len({one.name for one in OPERATIONS}) == len(OPERATIONS)
    assert len({(one.method, one.path) for one in OPERATIONS}) == len(OPERATIONS)
