"""Every refusal is a problem document that says what is wrong, where, and what to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from timeline.store import Store
from timeline.web.api.registry import OPERATIONS
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.http.problems import MEDIA_TYPE
from timeline.web.server import create_app

API = "/api/v1"
MOMENT = "2024-05-01T12:00:00+00:00"
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def shown(store: Store) -> Iterator[FlaskClient]:
    with Store.open(store.address, read_only=True) as opened:
        yield create_app(opened, lambda: MOMENT, Service(read_only=True)).server.test_client()


@pytest.fixture
def stranger(store: Store) -> FlaskClient:
    service = Service(Password.of("a long enough password"))
    made: FlaskClient = create_app(store, lambda: MOMENT, service).server.test_client()
    return made


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("GET", "/none", {}, b"", 404),
        ("POST", "/edits/dance", JSON, b"{}", 404),
        ("GET", "/events/none", {}, b"", 404),
        ("GET", "/edits/confirm", {}, b"", 405),
        ("PUT", "/events", JSON, b"{}", 405),
        ("POST", "/edits/confirm", {}, b"{}", 415),
        ("POST", "/edits/confirm", {"Content-Type": "text/plain"}, b"{}", 415),
        ("POST", "/edits/confirm", JSON, b"", 400),
        ("POST", "/edits/confirm", JSON, b"{", 400),
        ("POST", "/edits/confirm", JSON, b'{"events": [], "events": []}', 400),
        ("POST", "/edits/confirm", JSON, b'{"events": ' + b"[" * 50 + b"]" * 50 + b"}", 400),
        ("POST", "/edits/confirm", JSON, b"[" + b" " * 5_000_001, 413),
        ("POST", "/edits/confirm", JSON, b'{"events": []}', 422),
        ("POST", "/edits/confirm", JSON, b'{"events": ["none"]}', 404),
        ("POST", "/edits/undo", JSON, b'{"edit": 7}', 404),
        ("POST", "/edits/published", JSON, b'{"document": "none", "date": "2022"}', 404),
        ("DELETE", "/articles/none.txt", {}, b"", 404),
        ("DELETE", "/runs/none", {}, b"", 404),
        ("GET", "/events?q=" + "x" * 100_001, {}, b"", 414),
        ("GET", "/events/%00", {}, b"", 400),
        ("GET", "/events", {"Host": "evil.example"}, b"", 403),
        ("POST", "/edits/confirm", {**JSON, "Sec-Fetch-Site": "cross-site"}, b"{}", 403),
    ],
)
@pytest.mark.parametrize("collection", ["", "/c/main"])
def test_each_refusal_has_its_status(  # noqa: PLR0917 - a request, and its answer
    client: FlaskClient,
    collection: str,
    method: str,
    path: str,
    headers: dict[str, str],
    body: bytes,
    status: int,
) -> None:
    answer = client.open(f"{collection}{API}{path}", method=method, headers=headers, data=body)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == MEDIA_TYPE
    told = answer.get_json()
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["title"]
    assert told["detail"]
    assert "\n" not in told["detail"]
    assert (status == 405) == ("Allow" in answer.headers)


def test_there_is_no_api_of_a_collection_that_is_none(client: FlaskClient) -> None:
    answer = client.get(f"/c/none{API}/events")
    assert (answer.status_code, answer.mimetype) == (404, MEDIA_TYPE)


def test_nothing_is_changed_where_a_timeline_is_only_shown(
    shown: FlaskClient, store: Store
) -> None:
    version = store.version()
    for one in OPERATIONS:
        path = one.path.format(document="mill.txt", run="x", event="x", edit=1)
        if one.changes:
            form: dict[str, Any] = {"data": {"text": "It rained."}} if one.brings_files else {}
            body = form or ({"json": {"events": [], "document": "x"}} if one.body else {})
            answer = shown.open(f"{API}{path}", method=one.method, **body)
            assert answer.status_code in {400, 403}, (path, answer.text)
    answer = shown.post(f"{API}/edits/confirm", json={"events": ["x"]})
    assert (answer.status_code, answer.mimetype) == (403, MEDIA_TYPE)
    assert "only shown" in answer.get_json()["detail"]
    assert store.version() == version


def test_who_is_not_signed_in_reads_and_changes_nothing(stranger: FlaskClient) -> None:
    for one in OPERATIONS:
        path = one.path.format(document="mill.txt", run="x", event="x", edit=1)
        answer = stranger.open(f"{API}{path}", method=one.method)
        assert (answer.status_code, answer.mimetype) == (401, MEDIA_TYPE), path
    assert stranger.get(f"{API}/openapi.json").status_code == 401
    stranger.post("/login", data={"password": "a long enough password"})
    assert stranger.get(f"{API}/events").status_code == 200


def test_a_conflict_has_both_values_and_the_way_to_insist(client: FlaskClient) -> None:
    listed = client.get(f"{API}/events").get_json()
    event, as_of = listed["events"][0]["id"], listed["as_of"]

    def title(by: str, text: str, seen: int) -> tuple[int, dict[str, Any]]:
        body = {"event": event, "title": text, "by": by, "as_of": seen}
        answer = client.post(f"{API}/edits/title", json=body)
        return answer.status_code, answer.get_json()

    assert title("ana", "Hers", as_of)[0] == 200
    status, told = title("ben", "His", as_of)
    assert status == 409
    assert told["type"] == "urn:timeline:edit-conflict"
    (conflict,) = told["conflicts"]
    insisting = told["as_of"]
    assert (conflict["by"], conflict["theirs"], conflict["mine"]) == ("ana", "“Hers”", "“His”")
    assert title("ben", "His", insisting)[0] == 200


def test_articles_of_a_name_that_is_held_are_told(client: FlaskClient, tmp_path: Path) -> None:
    named = tmp_path / "mill.txt"
    named.write_text("It rained on 3 May 2022.", "utf-8")
    with named.open("rb") as file:
        answer = client.post(f"{API}/articles", data={"article": [(file, "mill.txt")]})
    assert answer.status_code == 409
    assert answer.get_json()["held"] == ["mill.txt"]
