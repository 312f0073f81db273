"""Nobody passes the login page without the password, and attempts are slowed."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web import sample
from timeline.commands.password import password as command
from timeline.errors import PasswordError
from timeline.passwords import LEAST, Password, checked, keep, of_environment
from timeline.web.rate_limiter import FREE
from timeline.web.server import make_page
from timeline.web.service import Service

RIGHT = "correct horse battery"
KNOWN = Password.of(RIGHT)
PAGE = {"Accept": "text/html"}


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def client_of(password: Password, clock: Clock) -> FlaskClient:
    shelved = sample.Shelved(sample.timeline())
    service = Service(password, ticks=clock)
    app = make_page(shelved, shelved.publish, shelved.foresee, service)
    made: FlaskClient = app.server.test_client()
    return made


@pytest.fixture
def client(clock: Clock) -> FlaskClient:
    return client_of(KNOWN, clock)


def cookie_of(answer: TestResponse) -> str:
    return answer.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "path",
    [
        "/_dash-layout",
        "/_dash-dependencies",
        "/export?format=json",
        "/_reload-hash",
        "/no",
        "/articles",
    ],
)
def test_nothing_of_the_collection_is_answered_without_the_password(
    client: FlaskClient, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 401
    assert "Norland" not in answer.text


def test_no_callback_runs_without_the_password(client: FlaskClient) -> None:
    assert client.post("/_dash-update-component", json={}).status_code == 401


def test_a_page_leads_to_the_login_and_on_to_what_was_wanted(client: FlaskClient) -> None:
    answer = client.get("/?q=harbour&event=e1", headers=PAGE)
    assert answer.status_code == 303
    where = answer.headers["Location"]
    assert where == "/login?next=/%3Fq%3Dharbour%26event%3De1"
    shown = client.get(where).text
    assert 'value="/?q=harbour&amp;event=e1"' in shown
    answer = client.post("/login", data={"password": RIGHT, "next": "/?q=harbour&event=e1"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/?q=harbour&event=e1")
    assert client.get("/_dash-layout").status_code == 200


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "\\\\evil",
        "javascript:1",
        "/\t/x",
    ],
)
def test_a_login_leads_to_no_other_site(client: FlaskClient, wanted: str) -> None:
    answer = client.post("/login", data={"password": RIGHT, "next": wanted})
    assert answer.headers["Location"] == "/"


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    answer = client.post("/login", data={"password": RIGHT})
    cookie = cookie_of(answer)
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Expires=" in cookie
    assert "Secure" not in cookie
    secure = client.post("/login", data={"password": RIGHT}, base_url="https://localhost")
    assert "Secure" in cookie_of(secure)


def test_a_link_on_another_site_finds_the_session(client: FlaskClient) -> None:
    crossing = {**PAGE, "Sec-Fetch-Site": "cross-site"}
    answer = client.get("/?q=harbour", headers=crossing)
    assert answer.status_code == 200
    assert 'http-equiv="refresh"' in answer.text
    assert (
        client.get("/?q=harbour", headers={**PAGE, "Sec-Fetch-Site": "same-origin"}).status_code
        == 303
    )


def test_a_session_ends_with_signing_out_and_with_another_password(
    client: FlaskClient, clock: Clock
) -> None:
    answer = client.post("/login", data={"password": RIGHT})
    name, _, value = cookie_of(answer).partition(";")[0].partition("=")
    other = client_of(Password.of("another password"), clock)
    other.set_cookie(name, value)
    assert other.get("/_dash-layout").status_code == 401
    assert client.post("/logout").status_code == 303
    assert client.get("/_dash-layout").status_code == 401


def test_a_cookie_that_is_changed_opens_nothing(client: FlaskClient) -> None:
    answer = client.post("/login", data={"password": RIGHT})
    name, _, value = cookie_of(answer).partition(";")[0].partition("=")
    said, _, signature = value.rpartition(".")
    # The last letter of a signature holds bits that mean nothing, so the first one is changed.
    other = ("a" if signature[0] != "a" else "b") + signature[1:]
    for changed in (f"{said}.{other}", f"x{said[1:]}.{signature}", said, ""):
        client.set_cookie(name, changed)
        assert client.get("/_dash-layout").status_code == 401


def test_wrong_passwords_are_blamed_then_slowed(client: FlaskClient, clock: Clock) -> None:
    for _ in range(FREE):
        answer = client.post("/login", data={"password": "wrong"})
        assert answer.status_code == 403
        assert "That is not the password." in answer.text
    answer = client.post("/login", data={"password": RIGHT})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "1"
    clock.now += 1.1
    assert client.post("/login", data={"password": RIGHT}).status_code == 303


def test_the_login_page_loads_nothing_from_elsewhere_and_says_nothing(client: FlaskClient) -> None:
    answer = client.get("/login")
    loaded = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
    assert len(loaded) == 3
    for path in loaded:
        with client.get(path) as part:
            assert part.status_code == 200, path
    assert "Content-Security-Policy" in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_command_keeps_a_hash_that_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "team.password"
    done = CliRunner().invoke(command, [str(path)], input=f"{RIGHT}\n{RIGHT}\n")
    assert done.exit_code == 0, done.output
    assert RIGHT not in done.output + path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    kept = Password.kept(path)
    assert kept.matches(RIGHT)
    assert not kept.matches(RIGHT + "x")
    assert not kept.matches("x" * 100_000)
    assert Password.kept(path).key == kept.key
    assert of_environment({"TIMELINE_PASSWORD_FILE": str(path)}) == kept
    keep("another password", path)
    assert Password.kept(path).key != kept.key


def test_several_processes_with_one_password_share_their_sessions() -> None:
    assert Password.of(RIGHT).key == KNOWN.key
    assert RIGHT not in repr(KNOWN)


@pytest.mark.parametrize("text", ["", "x" * (LEAST - 1), "x" * 1_001])
def test_a_password_of_a_wrong_length_is_refused(text: str) -> None:
    with pytest.raises(PasswordError, match=f"{LEAST} to 1,000 characters"):
        checked(text)


@pytest.mark.parametrize("content", ["", "a plain password\n", "pbkdf2:sha256$a$b", "scrypt:1"])
def test_a_file_that_is_no_password_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "some.password"
    path.write_text(content, "utf-8")
    with pytest.raises(PasswordError, match="make one with timeline password"):
        Password.kept(path)
    with pytest.raises(PasswordError, match="cannot be read"):
        Password.kept(tmp_path / "none.password")
