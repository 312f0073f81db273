"""Every collection of a store has a page of its own under one server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.asking import API
from tests.web.sample import add_sentence
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import ALONE, Service
from timeline.web.server import create_app

MOMENT = "2024-05-01T12:00:00+00:00"
PHRASE = "correct horse battery"


def client_of(store: Store, service: Service = ALONE) -> FlaskClient:
    made: FlaskClient = create_app(store, lambda: MOMENT, service).server.test_client()
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.sqlite") as opened:
        add_sentence(opened, "town.txt", "The council closed the bridge in June 2021.")
        add_sentence(
            opened.create_collection("old harbour"), "fire.txt", "The harbour burnt on 4 May 1999."
        )
        yield opened


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return client_of(store)


def held(client: FlaskClient, path: str) -> dict[str, Any]:
    """Return what a page exports."""
    found: dict[str, Any] = client.get(f"{path}export?format=json").get_json()
    return found


def test_each_page_shows_its_own(client: FlaskClient) -> None:
    for path, document in (
        ("/", "town.txt"),
        ("/c/main/", "town.txt"),
        ("/c/old%20harbour/", "fire.txt"),
    ):
        assert [d["document"] for d in held(client, path)["documents"]] == [document]


def test_articles_of_a_page_go_and_stay_with_its_own(client: FlaskClient) -> None:
    assert client.delete(f"/c/old%20harbour{API}/articles/town.txt").status_code == 404
    assert client.delete(f"/c/old%20harbour{API}/articles/fire.txt").status_code == 204
    assert held(client, "/c/old%20harbour/")["documents"] == []
    assert len(held(client, "/")["documents"]) == 1


def test_a_page_asks_under_its_own_path(client: FlaskClient) -> None:
    page = client.get("/c/old%20harbour/").get_data(as_text=True)
    assert '"requests_pathname_prefix":"/c/old%20harbour/"' in page.replace("\\u002f", "/")
    assert "Content-Security-Policy" in client.get("/c/old%20harbour/_dash-layout").headers
    with client.get("/c/old%20harbour/assets/theme.js") as answer:
        assert answer.status_code == 200


def test_the_header_leads_to_all_of_them(client: FlaskClient) -> None:
    shown = client.get("/_dash-layout").get_data(as_text=True).replace("\\u002f", "/")
    assert '"/c/main/"' in shown
    assert '"/c/old%20harbour/"' in shown


@pytest.mark.parametrize(
    ("path", "status"), [("/c/none/", 404), ("/c//", 404), ("/c/a/../main/", 404), ("/c/", 308)]
)
def test_no_other_collection_is_made_by_asking(client: FlaskClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status
    assert client.get("/c/main").headers["Location"] == "/c/main/"


def test_a_new_collection_is_made_and_led_to(client: FlaskClient) -> None:
    answer = client.post(f"{API}/collections", json={"name": " Election  2024 "})
    assert answer.json == {"address": "/c/Election%202024/"}
    assert held(client, "/c/Election%202024/")["documents"] == []
    for name in ("a/b", "", "<script>"):
        told = client.post(f"{API}/collections", json={"name": name}).get_data(as_text=True)
        assert "cannot name" in told


def test_a_name_that_is_no_text_is_no_request(client: FlaskClient) -> None:
    bodies: tuple[object, ...] = ({"name": 7}, {"name": None}, {}, [], 3)
    for body in bodies:
        assert client.post(f"{API}/collections", json=body).status_code == 400


def test_a_name_that_changes_hands_changes_the_page(store: Store, client: FlaskClient) -> None:
    assert held(client, "/c/old%20harbour/")["documents"]
    store.collections.rename("old harbour", "harbour")
    assert client.get("/c/old%20harbour/").status_code == 404
    store.create_collection("old harbour")
    assert held(client, "/c/old%20harbour/")["documents"] == []
    assert held(client, "/c/harbour/")["documents"]


def test_one_password_opens_all_and_one_page_asks_for_it(store: Store) -> None:
    client = client_of(store, Service(Password.of(PHRASE)))
    page = {"Accept": "text/html"}
    turned = client.get("/c/old%20harbour/?tab=sources", headers=page)
    assert turned.headers["Location"].startswith("/login?next=/c/old%20harbour/")
    assert client.get("/c/old%20harbour/login", headers=page).status_code == 303
    wrong = client.post("/c/old%20harbour/login", data={"password": PHRASE})
    assert wrong.status_code == 401
    asked = {"password": PHRASE, "next": "/c/old%20harbour/?tab=sources"}
    right = client.post("/login", data=asked)
    assert right.headers["Location"] == "/c/old%20harbour/?tab=sources"
    assert held(client, "/c/old%20harbour/")["documents"]
    # An answer that comes after somebody has signed out must not sign them in again.
    assert "Set-Cookie" not in client.get("/_dash-layout").headers


def test_a_page_that_is_only_shown_makes_no_collection(tmp_path: Path) -> None:
    Store.open(tmp_path / "s.sqlite").close()
    with Store.open(tmp_path / "s.sqlite", read_only=True) as shown:
        client = client_of(shown, Service(read_only=True))
        assert client.post(f"{API}/collections", json={"name": "more"}).status_code == 403
        layout = client.get("/_dash-layout").get_data(as_text=True)
        assert "new-collection" not in layout
