"""Who is not signed in learns nothing of the collections: every answer is the same for any name."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.web.sample import add_sentence
from timeline.store import Store
from timeline.web import server
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.server import create_app

PHRASE = "correct horse battery"
THERE = ("main", "old harbour", "Élections")
ABSENT = ("none", "MAIN", "Main", "old%20harbour", "old harbour ", "élections", "..", ".", "<b>")
INSIDE = (
    "",
    "/",
    "//",
    "/?tab=sources",
    "/export?format=json",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/dash/deps/react.js",
    "/_favicon.ico",
    "/assets/theme.js",
    "/assets/page.css",
    "/assets/none.js",
    "/login",
    "/logout",
    "/api/v1/articles",
    "/api/v1/events",
    "/api/v1/edits/confirm",
    "/api/v1/previews/names",
    "/api/v1/collections",
    "/api/v1/runs/x/cancel",
    "/api/v1/openapi.json",
    "/api/none",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")
OF_ONE_ANSWER = ("Content-Length", "X-Request-ID")  # the id is drawn anew for each answer
ASKED: tuple[dict[str, str], ...] = (
    {"Accept": "text/html"},
    {},
    {"Accept": "text/html", "Sec-Fetch-Site": "cross-site"},
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("s") / "s.sqlite") as opened:
        add_sentence(opened, "town.txt", "The council closed the bridge in June 2021.")
        for name in THERE[1:]:
            add_sentence(
                opened.create_collection(name), "fire.txt", "The harbour burnt on 4 May 1999."
            )
        yield opened


def new_client(store: Store) -> FlaskClient:
    service = Service(Password.of(PHRASE))
    made: FlaskClient = create_app(
        store, lambda: "2024-05-01T12:00:00", service
    ).server.test_client()
    return made


@pytest.fixture(scope="module")
def guest(store: Store) -> FlaskClient:
    return new_client(store)


Seen = tuple[int, list[tuple[str, str]], str]


def seen(answer: TestResponse, path: str) -> Seen:
    """Return what a guest sees, with the path that was asked for taken out of a redirection."""
    with answer:
        text = answer.get_data(as_text=True)
        headers = {key: value for key, value in answer.headers if key not in OF_ONE_ANSWER}
        if "Location" in headers:
            location = headers["Location"]
            assert location == f"/login?next={quote(path.rstrip('?'))}"
            headers["Location"], text = "", text.replace(location, "")
        return answer.status_code, sorted(headers.items()), text


def ask(guest: FlaskClient, name: str, inside: str, method: str, headers: dict[str, str]) -> Seen:
    asked = guest.open(f"/c/{quote(name, safe='')}{inside}", method=method, headers=headers)
    return seen(asked, f"/c/{name}{inside}")


@pytest.mark.parametrize("inside", INSIDE)
def test_each_answer_is_the_same_for_any_name(guest: FlaskClient, inside: str) -> None:
    for method in METHODS:
        for headers in ASKED:
            answers = [ask(guest, name, inside, method, headers) for name in (*THERE, *ABSENT)]
            assert all(answer == answers[0] for answer in answers), (method, headers)


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=20), st.sampled_from(INSIDE), st.sampled_from(ASKED))
def test_no_name_whatever_is_answered_otherwise(
    guest: FlaskClient, name: str, inside: str, headers: dict[str, str]
) -> None:
    there = ask(guest, "main", inside, "GET", headers)
    path = f"/c/{quote(name, safe='')}{inside}"
    with guest.get(path, headers=headers) as answer:
        keys = [key for key in dict(answer.headers) if key not in OF_ONE_ANSWER]
    assert answer.status_code == there[0]
    assert sorted(keys) == [key for key, _ in there[1]]


def test_no_collection_is_looked_for_and_no_page_made(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = new_client(store)
    looked: list[object] = []
    real, made = Store.collection, server._page_of

    def collection(self: Store, name: str) -> Store:
        looked.append(name)
        return real(self, name)

    def page_of(*args: Any) -> Dash:  # noqa: ANN401 - as the real one
        looked.append(args)
        return made(*args)

    monkeypatch.setattr(Store, "collection", collection)
    monkeypatch.setattr(server, "_page_of", page_of)
    for name in (*THERE, *ABSENT):
        for inside in INSIDE:
            with client.get(f"/c/{quote(name)}{inside}"):
                pass
    assert looked == []
    client.post("/login", data={"password": PHRASE})
    assert client.get("/c/main/_dash-layout").status_code == 200
    assert looked


def test_who_is_signed_in_hears_what_there_is(store: Store) -> None:
    client = new_client(store)
    client.post("/login", data={"password": PHRASE})
    assert client.get("/c/old%20harbour/").status_code == 200
    assert client.get("/c/none/").status_code == 404
    with client.get("/c/main/assets/theme.js") as answer:
        assert answer.status_code == 200


def test_a_guest_loads_nothing_but_the_login_page(guest: FlaskClient) -> None:
    for path in ("theme.js", "favicon.svg", "page.css", "fonts/inter-latin.woff2"):
        with guest.get(f"/assets/{path}") as answer:
            assert answer.status_code == 200
    for path in ("page.js", "vendor/plotly-basic.min.js", "icons/none.svg", ""):
        answer = guest.get(f"/assets/{path}")
        assert answer.status_code == 401
        assert answer.headers["Cache-Control"] == "no-store"
