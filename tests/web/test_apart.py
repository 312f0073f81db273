"""What is done on the page of one collection changes no answer of another one's page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.web.sample import add_sentence
from timeline.editing import EditedTimeline
from timeline.editing.adding import add_by_hand, import_events
from timeline.editing.counts import Counts
from timeline.editing.editor import Editor
from timeline.importing import read_list
from timeline.model.edtf import from_edtf
from timeline.store import Store
from timeline.store.runs import Run
from timeline.web.data.collection import Collection
from timeline.web.features.filters.view import counts_line
from timeline.web.page import ids
from timeline.web.server import create_app

MOMENT = "2024-05-01T12:00:00+00:00"
NOW = 1_714_564_800.0
TEXTS = ("csv", "json", "jsonl", "timelinejs")
WRITING = {ids.DECIDED, ids.ANSWER}
GIVEN = {ids.TAB: "tab=history", ids.LISTING: "-", ids.WIDTH: 900, ids.WHO: "ana"}
ASKED = {"ask": "date", "form": "edit", "value": "2001", "document": "town.txt"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.sqlite") as opened:
        for one in (opened, opened.create_collection("quiet"), opened.create_collection("loud")):
            add_sentence(one, "town.txt", "The council closed the bridge in June 2021.")
            add_sentence(one, "fire.txt", "A fire destroyed the mill on Monday.")
            Editor(one, "ana", lambda: MOMENT).confirm([one.timeline.load().events[0].id])
            one.runs.add(Run(one.collection_name, "page", "x", NOW, NOW))
        yield opened


@pytest.fixture
def page(store: Store) -> Dash:
    return create_app(store, lambda: MOMENT)


@pytest.fixture
def client(page: Dash) -> FlaskClient:
    made: FlaskClient = page.server.test_client()
    return made


def named(key: str) -> list[str]:
    return [output.rpartition(".")[2] for output in key.strip(".").split("...")]


def asked(page: Dash, key: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the body that asks a callback."""
    outputs = [dict(zip(("id", "property"), one.rsplit(".", 1), strict=True))
               for one in key.strip(".").split("...")]  # fmt: skip

    def filled(parts: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [{**part, "value": given.get(part["property"])} for part in parts]

    entry = page.callback_map[key]
    return {
        "output": key,
        "outputs": outputs if key.startswith("..") else outputs[0],
        "inputs": filled(entry["inputs"]),
        "state": filled(entry["state"]),
        "changedPropIds": [f"{p['id']}.{p['property']}" for p in entry["inputs"]][:1],
    }


def answers(client: FlaskClient, page: Dash, path: str, event: str) -> dict[str, str]:
    """Ask the page under a path everything that it answers."""
    given = GIVEN | {ids.SELECTED: f"event={event}", ids.ARTICLE: "article=town.txt"}
    given |= {ids.ASK: ASKED}
    told = {f"export {kind}": client.get(f"{path}export?format={kind}").text for kind in TEXTS}
    for key, entry in page.callback_map.items():
        if "callback" not in entry or WRITING & {*named(key)}:
            continue
        answer = client.post(f"{path}_dash-update-component", json=asked(page, key, given))
        assert answer.status_code in (200, 204), (key, answer.text)
        told[key] = answer.text
    layout = json.dumps(client.get(f"{path}_dash-layout").get_json())
    told["layout"] = layout[: layout.index("Collections of this store")]
    return told


def do(client: FlaskClient, page: Dash, path: str, output: str, **request: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    key = next(key for key in page.callback_map if output in named(key))
    given = {ids.DECIDE: request, ids.REQUEST: request}
    answer = client.post(f"{path}_dash-update-component", json=asked(page, key, given))
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.get_json()["response"][ids.VALUES][output]
    return told


def test_what_is_done_on_one_page_changes_no_answer_of_another(
    store: Store, page: Dash, client: FlaskClient
) -> None:
    loud = store.collection("loud")
    event = loud.timeline.load().events[0].id
    others = ("/", "/c/quiet/")
    before = {path: answers(client, page, path, event) for path in others}
    assert all("2021" in one["export csv"] for one in before.values())

    def decided(what: str, **more: object) -> dict[str, Any]:
        return do(client, page, "/c/loud/", ids.DECIDED, do=what, by="ana", **more)

    def published(text: str | None) -> dict[str, Any]:
        return do(client, page, "/c/loud/", ids.ANSWER, document="fire.txt", text=text, form="f")

    acts = (
        lambda: decided("edit", events=[event], fields={"title": "Other", "note": "x"}),
        lambda: decided("reject", events=[event]),
        lambda: decided("add", fields={"title": "New", "when": "2003"}),
        lambda: decided("undo"),
        lambda: decided("redo"),
        lambda: decided("undo", change=1),
        lambda: decided("undo", change=2),
        lambda: published("2024-03-06"),
        lambda: published(None),
        lambda: client.post("/c/loud/runs/quiet/cancel"),
        lambda: client.post("/c/loud/runs/main/put-away"),
        lambda: client.post("/c/loud/articles/remove", json={"documents": ["town.txt"]}),
        lambda: store.collections.rename("loud", "very loud"),
    )
    for act in acts:
        act()
        for path in others:
            after = answers(client, page, path, event)
            assert {k for k in after if after[k] != before[path][k]} == set()


def test_the_counts_of_a_collection_are_those_of_its_page(store: Store) -> None:
    quiet = store.collection("quiet")
    editor = Editor(quiet, "ana", lambda: MOMENT)
    counts, source = Counts(store), EditedTimeline(quiet)
    first, second = list(editor.events())
    acts = (
        lambda: import_events(editor, read_list(b"title;date\nA;2003\nB;2004\n", "own.csv").events),
        lambda: add_by_hand(editor, "By hand", from_edtf("2005")),
        lambda: editor.merge([first, second]),
        editor.undo,
        lambda: editor.reject([second]),
        lambda: quiet.publication_dates.set("fire.txt", "2024-03-06", MOMENT, "ana"),
    )
    for act in acts:
        act()
        main, shown, loud = counts.listed()
        line = counts_line(Collection(source.timeline(), 1))
        assert line.startswith(f"{shown.events} events from {shown.articles} articles")
        assert {(one.articles, one.events) for one in (main, loud)} == {(2, 2)}
    assert (shown.articles, shown.events) == (4, 4)
