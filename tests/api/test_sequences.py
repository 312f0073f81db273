"""Edits by the API, undone and redone in any mixture, come to what an editor's calls come to."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.api.conftest import MOMENT
from tests.api.test_contract import API, BY
from timeline.app import store_session
from timeline.app.date_input import read_when
from timeline.editing.adding import add_by_hand
from timeline.editing.editor import Editor
from timeline.editing.field_edits import FieldChanges
from timeline.errors import TimelineError
from timeline.model.event import Category, Status
from timeline.places import Kind, Place
from timeline.store import Store
from timeline.web.server import create_app

Call = Callable[[Editor, Store, Sequence[str]], object]
Step = tuple[str, Callable[[Sequence[str]], dict[str, Any]], Call]
WHEN = read_when("2024-03")
# An edit by its kind, as a request, and as the call of an editor.
RAML = Place("Raml Square", Kind.LANDMARK, 31.2, 29.9)
STEPS: tuple[Step, ...] = (
    ("confirm", lambda ids: {"events": ids[:2]}, lambda d, _, ids: d.confirm(ids[:2])),
    ("reject", lambda ids: {"events": ids[1:2]}, lambda d, _, ids: d.reject(ids[1:2])),
    ("reopen", lambda ids: {"events": ids[:2]}, lambda d, _, ids: d.reopen(ids[:2])),
    ("pin", lambda ids: {"events": ids[:1]}, lambda d, _, ids: d.pin(ids[:1])),
    ("unpin", lambda ids: {"events": ids[:1]}, lambda d, _, ids: d.pin(ids[:1], pinned=False)),
    ("tag", lambda ids: {"events": ids[:2], "tag": "a"}, lambda d, _, ids: d.tag(ids[:2], "a")),
    (
        "untag",
        lambda ids: {"events": ids[:1], "tag": "a"},
        lambda d, _, ids: d.tag(ids[:1], "a", off=True),
    ),
    (
        "title",
        lambda ids: {"event": ids[0], "title": "T"},
        lambda d, _, ids: d.set_title(ids[0], "T"),
    ),
    (
        "date",
        lambda ids: {"event": ids[0], "date": "March 2024"},
        lambda d, _, ids: d.set_date(ids[0], WHEN),
    ),
    (
        "status",
        lambda ids: {"events": ids, "status": "alleged"},
        lambda d, _, ids: d.set_status(ids, Status.ALLEGED),
    ),
    (
        "category",
        lambda ids: {"events": ids, "category": "law"},
        lambda d, _, ids: d.set_category(ids, Category.LAW),
    ),
    (
        "actors",
        lambda ids: {"event": ids[0], "actors": ["A", "B"]},
        lambda d, _, ids: d.set_names(ids[0], "actors", ["A", "B"]),
    ),
    (
        "places",
        lambda ids: {"event": ids[0], "places": []},
        lambda d, _, ids: d.set_names(ids[0], "places", []),
    ),
    (
        "join",
        lambda _: {"name": "Norland", "other": "Southland"},
        lambda d, _, __: d.join_names("Norland", "Southland"),
    ),
    (
        "part",
        lambda _: {"name": "Southland", "other": "Norland"},
        lambda d, _, __: d.part_names("Southland", "Norland"),
    ),
    ("note", lambda ids: {"event": ids[0], "note": "n"}, lambda d, _, ids: d.note(ids[0], "n")),
    (
        "edit",
        lambda ids: {"event": ids[0], "fields": {"title": "U", "tags": ["b"], "note": ""}},
        lambda d, _, ids: d.edit_fields(ids[0], FieldChanges(title="U", tags=("b",), note="")),
    ),
    (
        "revert",
        lambda ids: {"event": ids[0], "field": "title"},
        lambda d, _, ids: d.revert(ids[0], "title"),
    ),
    ("merge", lambda ids: {"events": ids[:2]}, lambda d, _, ids: d.merge(ids[:2])),
    ("apart", lambda ids: {"events": ids[:3]}, lambda d, _, ids: d.keep_apart(ids[:3])),
    (
        "split",
        lambda ids: {"event": ids[0], "mentions": [0]},
        lambda d, _, ids: d.split(ids[0], [0]),
    ),
    (
        "place",
        lambda _: {"name": "Raml Square", "place": {"lat": 31.2, "lon": 29.9}},
        lambda d, _, __: d.place_names({"Raml Square": RAML}),
    ),
    (
        "add",
        lambda _: {"fields": {"title": "Own", "when": "March 2024"}},
        lambda d, _, __: add_by_hand(d, "Own", WHEN),
    ),
    (
        "published",
        lambda _: {"document": "mill.txt", "date": "2021-08-01"},
        lambda _, store, __: store_session.set_publication_date(
            store, "mill.txt", "2021-08-01", MOMENT, "ana"
        ),
    ),
    ("undo", lambda _: {}, lambda d, _, __: d.undo()),
    ("redo", lambda _: {}, lambda d, _, __: d.redo()),
)
BACK = tuple(step for step in STEPS if step[0] in {"undo", "redo"})
MIXTURES = st.lists(
    st.tuples(st.sampled_from(STEPS) | st.sampled_from(BACK), st.integers(0, 4)), max_size=14
)


def history(store: Store) -> list[object]:
    return [(c.kind, c.by, c.undoes, c.edits) for c in store.edits.list()]


@settings(max_examples=15, deadline=None)
@given(MIXTURES)
def test_the_api_comes_to_what_the_editor_comes_to(
    extracted: Path, steps: list[tuple[Step, int]]
) -> None:
    with (
        TemporaryDirectory() as folder,
        Store.open(shutil.copy(extracted, f"{folder}/one.sqlite")) as asked,
        Store.open(shutil.copy(extracted, f"{folder}/two.sqlite")) as called,
    ):
        client: FlaskClient = create_app(asked, lambda: MOMENT).server.test_client()
        editor = Editor(called, "ana", lambda: MOMENT)
        for (kind, body, call), turn in steps:
            known = sorted(editor.events())
            ids = known[turn % len(known) :][:3]
            answer = client.post(f"{API}/edits/{kind}", json=body(ids) | BY)
            assert answer.status_code in {200, 404, 409, 422}, answer.text
            with suppress(TimelineError):
                call(editor, called, ids)
            assert history(asked) == history(called), kind
        assert asked.edits.current() == called.edits.current()
        assert asked.timeline.load() == called.timeline.load()
        assert asked.publication_dates.by_document() == called.publication_dates.by_document()


WAYS = st.sampled_from(("toast", "key", "history"))
MOVES = st.lists(st.tuples(st.sampled_from(("undo", "redo")), WAYS), min_size=4, max_size=20)
EDITS = st.lists(
    st.tuples(st.sampled_from([step for step in STEPS if step not in BACK]), st.integers(0, 4)),
    min_size=1,
    max_size=5,
)


def state(client: FlaskClient) -> object:
    """Return all that a collection shows: its events and its articles."""
    shown = [client.get(f"{API}/{name}").get_json() for name in ("events", "articles")]
    return [{k: v for k, v in one.items() if k not in {"version", "as_of"}} for one in shown]


def asked_back(what: str, way: str, number: int) -> tuple[str, dict[str, object]]:
    """Return what the page asks: a key for one's last edit, toast and history for one by number.

    The history's button on what was undone undoes that undoing.
    """
    if way == "key" or (way == "toast" and what == "redo"):  # a message has no way to redo
        return what, {}
    return "undo", {"edit": number}


@settings(max_examples=12, deadline=None)
@given(EDITS, MOVES)
def test_undone_and_redone_by_toast_key_and_history_comes_to_the_same_state(
    extracted: Path, edits: list[tuple[Step, int]], moves: list[tuple[str, str]]
) -> None:
    with (
        TemporaryDirectory() as folder,
        Store.open(shutil.copy(extracted, f"{folder}/one.sqlite")) as store,
    ):
        client: FlaskClient = create_app(store, lambda: MOMENT).server.test_client()
        editor = Editor(store, "ana", lambda: MOMENT)
        states, done, undone = [state(client)], list[int](), list[int]()
        for (kind, body, _), turn in edits:
            known = sorted(editor.events())
            ids = known[turn % len(known) :][:3]
            made = client.post(f"{API}/edits/{kind}", json=body(ids) | BY).get_json()
            if made.get("edit") is not None:
                done.append(made["edit"])
                states.append(state(client))
        for what, way in moves:
            taken, put = (done, undone) if what == "undo" else (undone, done)
            if not taken:
                continue
            kind, further = asked_back(what, way, taken.pop())
            answer = client.post(f"{API}/edits/{kind}", json=further | BY)
            assert answer.status_code == 200, answer.text
            put.append(answer.get_json()["edit"])
            assert state(client) == states[len(done)], (what, way)
