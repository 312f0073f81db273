"""Who is answered: this machine without a password, and writes from this page only."""

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.web import sample
from timeline.errors import ServingError
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service, is_this_machine, service_of
from timeline.web.http.body_rules import LARGEST_REQUEST
from timeline.web.server import make_page

WRITE_ROUTES = (
    "/_dash-update-component",
    "/api/v1/articles",
    "/api/v1/edits/confirm",
    "/api/v1/previews/names",
    "/api/v1/runs/x/cancel",
    "/logout",
)
PHRASE = "a long enough password"


def page(service: Service) -> Dash:
    shelved = sample.Shelved(sample.timeline())
    return make_page(shelved, shelved.publish, shelved.foresee, service)


@pytest.fixture(scope="module")
def alone() -> FlaskClient:
    made: FlaskClient = page(Service()).server.test_client()
    return made


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8051"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://evil.example"}, True),
        ({"Origin": "http://localhost:8051"}, True),
        ({"Origin": "null"}, True),
        ({"Origin": "http://localhost"}, False),
        ({"Origin": "http://LOCALHOST"}, False),
        ({}, False),
    ],
)
@pytest.mark.parametrize("path", WRITE_ROUTES)
def test_no_other_site_writes(
    alone: FlaskClient, path: str, headers: dict[str, str], *, refused: bool
) -> None:
    answer = alone.post(path, headers=headers, data="{}", content_type="application/json")
    assert ("another site" in answer.text and answer.status_code == 403) == refused


def test_every_route_that_writes_is_covered_whatever_its_method(alone: FlaskClient) -> None:
    for rule in page(Service()).server.url_map.iter_rules():
        for method in set(rule.methods or ()) - {"GET", "HEAD", "OPTIONS"}:
            path = rule.rule.replace("<run>", "x").replace("<path:path>", "x")
            answer = alone.open(path, method=method, headers={"Sec-Fetch-Site": "cross-site"})
            assert answer.status_code == 403, f"{method} {path}"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8050", "[::1]:8050", "a.localhost"])
def test_this_machine_s_own_names_are_answered(alone: FlaskClient, host: str) -> None:
    with alone.get("/", headers={"Host": host}) as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "192.168.0.7:8050", "localhost.evil.example", "", "[", "[::1", "a:b:c"]
)
def test_other_names_are_not_answered_without_a_password(alone: FlaskClient, host: str) -> None:
    answer = alone.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert "no password" in answer.text


def test_other_machines_are_not_answered_without_a_password(alone: FlaskClient) -> None:
    far = {"REMOTE_ADDR": "192.168.0.7"}
    assert alone.get("/", environ_overrides=far).status_code == 403
    assert alone.get("/", environ_overrides={"REMOTE_ADDR": "127.0.0.5"}).status_code == 200


def test_a_request_that_is_too_large_is_refused(alone: FlaskClient) -> None:
    body = b"[" + b" " * LARGEST_REQUEST + b"]"
    answer = alone.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 413


def test_a_proxy_of_one_s_own_tells_who_calls() -> None:
    forwarded = {"X-Forwarded-For": "203.0.113.9, 198.51.100.7"}
    near = page(Service(proxies=1)).server.test_client()
    assert near.get("/", headers=forwarded).status_code == 403
    alone = page(Service()).server.test_client()
    assert alone.get("/", headers=forwarded).status_code == 200


def test_with_a_password_other_machines_come_as_far_as_the_login_page() -> None:
    client = page(Service(Password.of(PHRASE))).server.test_client()
    far = {"REMOTE_ADDR": "192.168.0.7"}
    answer = client.get("/login", headers={"Host": "timeline.example"}, environ_overrides=far)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:192.168.0.7", False),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - that is what is tried
        ("::", False),
        ("192.168.0.7", False),
        ("timeline.example", False),
        ("", False),
    ],
)
def test_what_can_only_be_this_machine(name: str, *, near: bool) -> None:
    assert is_this_machine(name) == near


def test_the_environment_says_how_a_timeline_is_offered() -> None:
    assert service_of({}) == Service()
    told = {"TIMELINE_READ_ONLY": "yes", "TIMELINE_PROXIES": "1", "TIMELINE_PASSWORD": PHRASE}
    service = service_of(told)
    assert service.read_only
    assert service.proxies == 1
    assert service.password is not None
    assert service.password.matches(PHRASE)


@pytest.mark.parametrize(
    "environment",
    [{"TIMELINE_READ_ONLY": "maybe"}, {"TIMELINE_PROXIES": "-1"}, {"TIMELINE_PROXIES": "99"}],
)
def test_a_word_that_is_none_is_one_plain_sentence(environment: dict[str, str]) -> None:
    with pytest.raises(ServingError, match="give"):
        service_of(environment)
