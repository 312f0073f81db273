"""The page below a path: by a setting, behind a proxy, and inside another application."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash, html
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.test import Client

import timeline
from tests.web.sample import add_sentence
from timeline.errors import InputError, ServingError
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service, service_of
from timeline.web.http.settings import base_path_of
from timeline.web.server import create_app

MOMENT = "2024-05-01T12:00:00+00:00"
PHRASE = "correct horse battery"
BASE = "/timeline"
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def password() -> Password:
    return Password.of(PHRASE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.sqlite") as opened:
        add_sentence(opened, "town.txt", "The council closed the bridge in June 2021.")
        add_sentence(opened.create_collection("harbour"), "fire.txt", "It burnt on 4 May 1999.")
        yield opened


def page_of(store: Store, service: Service) -> Flask:
    server: Flask = create_app(store, lambda: MOMENT, service).server
    return server


def status_of(client: Client, address: str) -> int:
    with client.get(address) as answer:
        return answer.status_code


def configured(store: Store, password: Password | None = None) -> Client:
    return Client(page_of(store, Service(password, base_path=BASE)))


def by_header(store: Store, password: Password | None = None) -> Client:
    inner = page_of(store, Service(password, forwarded_prefix=True))

    def proxy(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].removeprefix(BASE)
        return inner({**environ, "PATH_INFO": path, "HTTP_X_FORWARDED_PREFIX": f"{BASE}/"}, start)

    return Client(proxy)


def dispatched(store: Store, password: Password | None = None) -> Client:
    return Client(DispatcherMiddleware(Flask("outer"), {BASE: page_of(store, Service(password))}))


def in_flask(store: Store, password: Password | None = None) -> Client:
    outer = Flask("outer")
    timeline.create_app(store, server=outer, url_base_pathname="/timeline/", password=password)
    return Client(outer)


WAYS = pytest.mark.parametrize(
    "way", [configured, by_header, dispatched, in_flask], ids=lambda way: way.__name__
)
Way = Callable[..., Client]


@WAYS
def test_every_address_of_the_page_lies_below_the_path(way: Way, store: Store) -> None:
    client = way(store)
    for own in ("/timeline/", "/timeline/c/harbour/"):
        page = client.get(own).text.replace("\\u002f", "/").replace("\\/", "/")
        addresses = re.findall(r'(?:src|href|action)="(/[^"]*)"', page)
        assert addresses
        assert [a for a in addresses if not a.startswith(own)] == []
        assert f'"requests_pathname_prefix":"{own}"' in page
        for address in re.findall(r'(?:src|href)="([^"/][^":]*)"', page):
            assert status_of(client, own + address) == 200, address
        for address in addresses:
            assert status_of(client, address) == 200, address


@WAYS
def test_collections_lead_to_each_other(way: Way, store: Store) -> None:
    client = way(store)
    for own in ("/timeline/", "/timeline/c/harbour/"):
        layout = client.get(f"{own}_dash-layout").text.replace("\\u002f", "/")
        assert '"/timeline/c/harbour/"' in layout
        assert '"/c/' not in layout
        told = json.loads(client.get(f"{own}api/v1/collections").text)
        assert {one["address"] for one in told["collections"]} == {
            "/timeline/c/main/",
            "/timeline/c/harbour/",
        }
        assert len(json.loads(client.get(f"{own}export?format=json").text)["events"]) == 1
    assert client.get("/timeline/c/harbour").headers["Location"] == "/timeline/c/harbour/"


@WAYS
def test_who_leaves_out_the_slash_is_led_to_it(way: Way, store: Store) -> None:
    answer = way(store).get("/timeline?event=1")
    assert answer.status_code == 308
    assert answer.headers["Location"] == "/timeline/?event=1"


@pytest.mark.parametrize("way", [configured, by_header, dispatched, in_flask])
def test_signing_in_and_out_stays_below_the_path(
    way: Way, store: Store, password: Password
) -> None:
    client = way(store, password=password)
    asked = client.get("/timeline/c/harbour/?tab=story", headers=HTML)
    assert asked.headers["Location"] == "/timeline/login?next=/timeline/c/harbour/%3Ftab%3Dstory"
    login = client.get(asked.headers["Location"])
    for address in re.findall(r'(?:src|href|action)="([^"]+)"', login.text):
        assert address.startswith("/timeline/")
        assert status_of(client, address) == 200, address
    form = {"password": PHRASE, "next": "/timeline/c/harbour/"}
    signed = client.post("/timeline/login", data=form)
    assert signed.headers["Location"] == "/timeline/c/harbour/"
    cookies = signed.headers.getlist("Set-Cookie")
    assert sorted(re.findall(r"Path=([^;]+)", " ".join(cookies))) == [
        "/timeline/",
        "/timeline/login",
    ]
    assert client.get("/timeline/c/harbour/").status_code == 200
    assert client.get("/timeline/").status_code == 200
    away = client.post("/timeline/login", data={"password": PHRASE, "next": "//evil.example"})
    assert away.headers["Location"] == "/timeline/"
    assert client.post("/timeline/logout").headers["Location"] == "/timeline/login"
    assert client.get("/timeline/export?format=json").status_code == 401


def test_a_proxy_may_take_the_path_off_or_leave_it(store: Store) -> None:
    client = configured(store)
    for path in ("/timeline/", "/"):
        assert '"/timeline/_dash-component' in client.get(path).text
    assert client.get("/timelines/").status_code == 404


@pytest.mark.parametrize(
    "told", ["//evil.example", "https://evil.example", "/a/../b", "/a b", '/a"b', "/" + "a" * 300]
)
def test_a_prefix_that_is_none_is_not_taken_over(told: str, store: Store) -> None:
    client = page_of(store, Service(forwarded_prefix=True)).test_client()
    shown = client.get("/", headers={"X-Forwarded-Prefix": told})
    assert 'src="/_dash-component' in shown.text
    assert "evil" not in shown.text


def test_a_prefix_of_strangers_is_not_taken_over(store: Store) -> None:
    client = page_of(store, Service()).test_client()
    shown = client.get("/", headers={"X-Forwarded-Prefix": "/elsewhere"})
    assert "elsewhere" not in shown.text


def test_the_application_around_it_keeps_its_own(store: Store, password: Password) -> None:
    outer = Dash("outer", update_title="")
    outer.layout = html.Div("their page")

    outer.server.add_url_rule("/theirs", "theirs", lambda: "theirs")
    page = timeline.create_app(store, server=outer, url_base_pathname="timeline", password=password)
    client: FlaskClient = outer.server.test_client()
    assert client.get("/theirs").text == "theirs"
    assert "Content-Security-Policy" not in client.get("/").headers
    assert "their page" in client.get("/_dash-layout").text
    assert client.get("/timeline/export?format=json").status_code == 401
    assert page.server is not outer.server


def test_who_gets_in_is_for_the_application_around_it_to_say(store: Store) -> None:
    far = {"REMOTE_ADDR": "192.0.2.7", "HTTP_HOST": "news.example"}
    for hosted, status in ((False, 403), (True, 200)):
        outer = Flask("outer")
        timeline.create_app(store, server=outer, url_base_pathname="/t/", hosted=hosted)
        assert outer.test_client().get("/t/", environ_overrides=far).status_code == status
        foreign = {**far, "HTTP_SEC_FETCH_SITE": "cross-site"}
        asked = outer.test_client().post("/t/api/v1/edits/undo", environ_overrides=foreign)
        assert asked.status_code == 403


def test_it_covers_no_application_whole(store: Store) -> None:
    with pytest.raises(InputError, match="url_base_pathname"):
        timeline.create_app(store, server=Flask("outer"))


def test_a_page_may_stand_alone_below_a_path(store: Store) -> None:
    page = timeline.create_app(store, url_base_pathname="/timeline/")
    assert page.server.test_client().get("/timeline/").status_code == 200


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", ""),
        ("/", ""),
        ("timeline", "/timeline"),
        ("/a/b-c_d.e~f/", "/a/b-c_d.e~f"),
        (" /timeline/ ", "/timeline"),
    ],
)
def test_a_base_path_is_read_as_people_write_it(text: str, path: str) -> None:
    assert base_path_of(text) == path
    assert service_of({"TIMELINE_BASE_PATH": text}).base_path == path


@given(st.text(max_size=12))
def test_a_base_path_is_plain_segments_or_refused(text: str) -> None:
    try:
        path = base_path_of(text)
    except ServingError:
        return
    assert re.fullmatch(r"(?:/[A-Za-z0-9._~-]+)*", path)
    assert ".." not in path.split("/")
    assert base_path_of(path) == path
