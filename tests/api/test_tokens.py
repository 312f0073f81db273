"""Tokens let scripts in to the API, as far as their scope goes, and to nothing else."""

import stat
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.conftest import MOMENT
from tests.cli.running import ran
from timeline.errors import TokenError, UnknownNameError
from timeline.store import Store
from timeline.web.api.registry import OPERATIONS
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.auth.tokens import Scope, TokenFile, beside
from timeline.web.server import create_app

API = "/api/v1"
PASSWORD = Password.of("a long enough password")
FOREIGN = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def tokens(store: Store) -> TokenFile:
    return TokenFile(beside(store.name))


@pytest.fixture
def locked(store: Store) -> Flask:
    made: Flask = create_app(store, lambda: MOMENT, Service(PASSWORD)).server
    return made


def bearing(server: Flask, token: str) -> FlaskClient:
    client: FlaskClient = server.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def a_title(client: FlaskClient) -> dict[str, str]:
    (event, *_) = client.get(f"{API}/events").get_json()["events"]
    return {"event": event["id"], "title": "Another title"}


@pytest.mark.parametrize("prefix", ["", "/c/main"])
def test_a_token_that_edits_reads_and_edits_in_its_own_name(
    locked: Flask, store: Store, tokens: TokenFile, prefix: str
) -> None:
    client = bearing(locked, tokens.add("nightly", Scope.EDIT, MOMENT))
    body = a_title(client)
    made = client.post(f"{prefix}{API}/edits/title", json=body)
    assert made.status_code == 200, made.text
    change = store.edits.get(made.get_json()["edit"])
    assert change is not None
    assert change.by == "nightly"
    named = client.post(
        f"{prefix}{API}/edits/note", json={"event": body["event"], "note": "x", "by": "ana"}
    )
    assert (found := store.edits.get(named.get_json()["edit"])) is not None
    assert found.by == "ana"
    dated = {"document": "mill.txt", "date": "2021-08-01"}
    published = client.post(f"{prefix}{API}/edits/published", json=dated).get_json()
    assert (found := store.edits.get(published["edit"])) is not None
    assert found.by == "nightly"


def test_a_token_that_reads_changes_nothing(locked: Flask, store: Store, tokens: TokenFile) -> None:
    client = bearing(locked, tokens.add("reader", Scope.READ, MOMENT))
    version = store.timeline.version(), store.edits.last_seq()
    assert client.post(f"{API}/previews/date", json={"date": "May 2021"}).status_code == 200
    for one in OPERATIONS:
        path = one.path.replace("{document}", "mill.txt").replace("{run}", "x")
        answer = client.open(f"{API}{path}", method=one.method, json={}) if one.changes else None
        if answer is not None:
            assert answer.status_code in {400, 403, 415}, (one.name, answer.text)
            assert answer.mimetype == "application/problem+json"
    refused = client.post(f"{API}/edits/title", json=a_title(client))
    assert (refused.status_code, refused.mimetype) == (403, "application/problem+json")
    assert "may only read" in refused.get_json()["detail"]
    assert (store.timeline.version(), store.edits.last_seq()) == version


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/_dash-dependencies", "/c/main/", "/assets/page.js", "/nothing"]
)
def test_a_token_opens_the_api_and_exports_only(
    locked: Flask, tokens: TokenFile, path: str
) -> None:
    client = bearing(locked, tokens.add("nightly", Scope.EDIT, MOMENT))
    assert client.get(path).status_code == 401
    assert client.get("/export?format=jsonl").status_code == 200
    assert client.get(f"{API}/openapi.json").status_code == 200
    assert "Set-Cookie" not in client.get(f"{API}/events").headers


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0"), max_size=80))
def test_what_is_no_token_is_refused_with_a_password_or_without(
    locked: Flask, server: Flask, text: str
) -> None:
    for one in (locked, server):
        answer = bearing(one, text).get(f"{API}/events")
        assert answer.status_code == 401
        assert answer.mimetype == "application/problem+json"
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_that_is_revoked_is_none_any_more(locked: Flask, tokens: TokenFile) -> None:
    first, second = (tokens.add(name, Scope.READ, MOMENT) for name in ("one", "two"))
    assert bearing(locked, first).get(f"{API}/events").status_code == 200
    tokens.revoke("one")
    assert bearing(locked, first).get(f"{API}/events").status_code == 401
    assert bearing(locked, second).get(f"{API}/events").status_code == 200
    tokens.path.write_text("no token", "utf-8")
    assert bearing(locked, second).get(f"{API}/events").status_code == 401


def test_a_token_needs_no_sign_of_where_the_request_comes_from(
    server: Flask, tokens: TokenFile
) -> None:
    client = bearing(server, tokens.add("nightly", Scope.EDIT, MOMENT))
    body = a_title(client)
    made = client.post(f"{API}/edits/title", json=body, headers=FOREIGN)
    assert made.status_code == 200
    plain = server.test_client().post(f"{API}/edits/title", json=body, headers=FOREIGN)
    assert plain.status_code == 403


def test_where_nothing_can_be_changed_no_token_changes_it(store: Store, tokens: TokenFile) -> None:
    server = create_app(store, lambda: MOMENT, Service(PASSWORD, read_only=True)).server
    client = bearing(server, tokens.add("nightly", Scope.EDIT, MOMENT))
    assert client.post(f"{API}/edits/title", json=a_title(client)).status_code == 403


def test_tokens_are_kept_as_hashes_that_only_their_owner_reads(tmp_path: Path) -> None:
    tokens = TokenFile(tmp_path / "t")
    made = {tokens.add(f"name {number}", Scope.READ, MOMENT) for number in range(20)}
    assert len(made) == 20
    content = tokens.path.read_text("utf-8")
    assert not any(token in content or token[3:] in content for token in made)
    assert stat.S_IMODE(tokens.path.stat().st_mode) == 0o600
    assert [one.name for one in tokens.tokens()] == [f"name {number}" for number in range(20)]
    with pytest.raises(TokenError, match="there is a token 'name 3' already"):
        tokens.add("name 3", Scope.EDIT, MOMENT)
    with pytest.raises(UnknownNameError, match="did you mean name 1"):
        tokens.revoke("nam 1")
    with pytest.raises(TokenError, match="has a name of"):
        tokens.add("  ", Scope.EDIT, MOMENT)
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_the_command_makes_lists_and_revokes(store: Store) -> None:
    where = ("--store", store.name)
    done = ran("token", "new", "nightly", *where, "--scope", "edit")
    assert (done.code, done.out.startswith("tl_")) == (0, True)
    server = create_app(store, lambda: MOMENT, Service(PASSWORD)).server
    client = bearing(server, done.out.strip())
    assert client.post(f"{API}/edits/title", json=a_title(client)).status_code == 200
    assert ran("token", "list", *where).out.startswith("nightly  edit  2")
    wrong = ran("token", "revoke", "nigtly", *where)
    assert (wrong.code, "did you mean nightly?" in wrong.err) == (2, True)
    assert ran("token", "revoke", "nightly", *where).code == 0
    assert client.get(f"{API}/events").status_code == 401
    assert ran("token", "list", *where).out == ""
    assert ran("token", "list", "--store", "none.sqlite").code == 2
    assert ran("token", "list").code == 2


def test_lists_name_the_address_of_their_next_part(client: FlaskClient) -> None:
    for path, name in (
        ("/events?limit=2&status=happened&q=", "events"),
        ("/articles?limit=1", "articles"),
        ("/search?q=the&limit=1", "hits"),
        ("/edits?limit=1", "edits"),
    ):
        address = f"{API}{path}"
        whole = client.get(f"{address}&limit=1000".replace("limit=1&", "").replace("limit=2&", ""))
        expected = whole.get_json()
        found = []
        asked: str | None = address
        while asked is not None:
            told = client.get(asked).get_json()
            assert told["total"] == expected["total"]
            found += told[name]
            asked = told["next"]
        assert found == expected[name]
        assert expected["next"] is None


def test_the_next_part_lies_below_the_collection(client: FlaskClient) -> None:
    told = client.get(f"/c/main{API}/events?limit=1").get_json()
    assert told["next"] == f"/c/main{API}/events?offset=1&limit=1"
    assert client.get(told["next"]).get_json()["offset"] == 1
