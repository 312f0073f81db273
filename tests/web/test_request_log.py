"""What is logged of requests, what watches over the server, and what may frame the page."""

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.sample import add_sentence
from timeline.errors import ServingError, StoreAwayError
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service, service_of
from timeline.web.http.request_log import configure_log
from timeline.web.server import create_app

MOMENT = "2024-05-01T12:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.sqlite") as opened:
        add_sentence(opened, "town.txt", "The council closed the bridge in June 2021.")
        yield opened


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """Yield the package's log, and leave it as it was."""
    found = logging.getLogger("timeline")
    before = (found.handlers[:], found.level, found.propagate)
    yield found
    found.handlers[:], level, found.propagate = before
    found.setLevel(level)


@pytest.mark.usefixtures("log")
def test_a_request_is_a_line_of_json_under_the_id_of_its_answer(store: Store) -> None:
    out = io.StringIO()
    configure_log("json", out)
    client = create_app(store, lambda: MOMENT).server.test_client()
    answer = client.get("/export?format=json&q=secret")
    (line,) = out.getvalue().splitlines()
    told = json.loads(line)
    assert told["request_id"] == answer.headers["X-Request-ID"]
    assert (told["method"], told["path"], told["status"]) == ("GET", "/export", 200)
    assert "secret" not in line
    client.get("/none%0Asuch")
    assert json.loads(out.getvalue().splitlines()[-1])["path"] == "/none\nsuch"


@pytest.mark.usefixtures("log")
def test_a_request_is_a_line_of_text(store: Store) -> None:
    out = io.StringIO()
    configure_log("text", out)
    client = create_app(store, lambda: MOMENT).server.test_client()
    number = client.get("/a'b").headers["X-Request-ID"]
    (line,) = out.getvalue().splitlines()
    assert line.endswith(f'GET "/a\'b" 404 [{number}]')


@pytest.mark.parametrize(
    ("proxies", "told", "kept"),
    [(1, "abc-1", "kept"), (1, "a b", ""), (1, "x" * 65, ""), (0, "abc-1", "")],
)
def test_an_id_is_taken_from_a_proxy_of_ones_own(
    store: Store, proxies: int, told: str, kept: str
) -> None:
    client = create_app(store, lambda: MOMENT, Service(proxies=proxies)).server.test_client()
    asked = client.get("/healthz", headers={"X-Request-ID": told})
    assert (asked.headers["X-Request-ID"] == told) == bool(kept)


def test_nothing_is_said_unless_asked_for(
    store: Store, log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_log("none")
    create_app(store, lambda: MOMENT).server.test_client().get("/healthz")
    assert capsys.readouterr() == ("", "")
    assert log.handlers == []
    with pytest.raises(ServingError, match="TIMELINE_LOG=xml: give none, text, json"):
        configure_log("xml")


def test_health_is_told_to_everybody_and_tells_nothing(store: Store) -> None:
    service = Service(Password.of("correct horse battery"))
    client = create_app(store, lambda: MOMENT, service).server.test_client()
    answer = client.get("/healthz", environ_overrides={"REMOTE_ADDR": "192.0.2.7"})
    assert (answer.status_code, answer.get_json()) == (200, {"status": "ok"})
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/c/main/healthz").status_code == 401


def test_health_is_missing_with_the_store(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_self: object) -> int:
        raise StoreAwayError("the database does not answer")

    client = create_app(store, lambda: MOMENT).server.test_client()
    monkeypatch.setattr(Store, "version", away)
    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize("path", ["/no", "/robots.txt", "/api", "/index.html", "/c/main/no", "/a/"])
def test_what_is_not_there_is_not_found(store: Store, path: str) -> None:
    client = create_app(store, lambda: MOMENT).server.test_client()
    answer = client.get(path)
    assert answer.status_code == 404
    assert len(answer.text.splitlines()) == 1


def test_pages_of_named_origins_may_frame_it(store: Store) -> None:
    service = Service(framed_by=("https://intranet.example", "http://localhost:8888"))
    for path in ("/", "/c/main/"):
        headers = create_app(store, lambda: MOMENT, service).server.test_client().get(path).headers
        allowed = "frame-ancestors 'self' https://intranet.example http://localhost:8888"
        assert allowed in headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in headers
    closed = create_app(store, lambda: MOMENT).server.test_client().get("/").headers
    assert "frame-ancestors 'none'" in closed["Content-Security-Policy"]
    assert closed["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "origin", ["*", "intranet", "https://a.example/", "https://a;script-src *"]
)
def test_an_origin_that_is_none_is_refused(origin: str) -> None:
    with pytest.raises(ServingError, match="is no origin"):
        service_of({"TIMELINE_FRAMED_BY": origin})


@pytest.mark.parametrize(("scheme", "samesite"), [("https", "None"), ("http", "Strict")])
def test_a_session_goes_along_into_a_frame_over_tls_only(
    store: Store, scheme: str, samesite: str
) -> None:
    service = Service(Password.of("correct horse battery"), framed_by=("https://intranet.example",))
    client = create_app(store, lambda: MOMENT, service).server.test_client()
    answer = client.post(
        "/login",
        data={"password": "correct horse battery", "next": "/"},
        base_url=f"{scheme}://localhost",
    )
    (cookie,) = (c for c in answer.headers.getlist("Set-Cookie") if "-browser=" not in c)
    assert f"SameSite={samesite}" in cookie
    assert ("Partitioned" in cookie) == ("Secure" in cookie) == (scheme == "https")
