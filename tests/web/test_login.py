"""Nobody passes the login page without the password, and attempts are slowed."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Lock

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web import sample
from timeline.cli.password import password as command
from timeline.errors import PasswordError
from timeline.web.auth.passwords import (
    LEAST,
    Password,
    checked_password,
    of_environment,
    write_password,
)
from timeline.web.auth.rate_limiter import FREE
from timeline.web.auth.service import Service
from timeline.web.server import make_page
from timeline.web.uploads.queueing import Works

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


def client_of(
    password: Password, clock: Clock, runtime: tuple[Path, ...] = (), proxies: int = 0
) -> FlaskClient:
    shelved = sample.Shelved(sample.timeline())
    service = Service(password, ticks=clock, runtime=runtime, proxies=proxies)
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
        "/api/v1/articles",
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
        "//[",
        "http://[::1",
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


class Hashing:
    """Counts the hashes, and how many were made at once."""

    def __init__(self) -> None:
        self.count = self.now = self.most = 0
        self.lock = Lock()

    def __call__(self, _hashed: str, attempt: str) -> bool:
        with self.lock:
            self.count += 1
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.002)
        with self.lock:
            self.now -= 1
        return attempt == RIGHT


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> Hashing:
    counted = Hashing()
    monkeypatch.setattr("timeline.web.auth.passwords.check_password_hash", counted)
    return counted


def tried(client: FlaskClient, password: str, address: str = "192.0.2.1") -> TestResponse:
    caller = {"REMOTE_ADDR": address}
    return client.post("/login", data={"password": password}, environ_overrides=caller)


@pytest.mark.usefixtures("hashing")
def test_failures_of_many_addresses_keep_no_other_out(client: FlaskClient) -> None:
    for number in range(60):
        tried(client, "wrong", f"198.51.100.{number % 12}")
    assert tried(client, RIGHT).status_code == 303


@pytest.mark.usefixtures("hashing")
def test_a_browser_that_has_signed_in_before_is_kept_out_by_nobody(
    client: FlaskClient, clock: Clock
) -> None:
    assert tried(client, RIGHT).status_code == 303
    client.post("/logout")
    stranger = client.application.test_client()
    for _ in range(FREE + 1):
        answer = tried(stranger, "wrong")
    assert answer.status_code == 429
    assert "Too many wrong passwords. Wait 1 s" in answer.text
    assert tried(stranger, RIGHT).status_code == 429
    assert tried(client, RIGHT).status_code == 303
    for _ in range(FREE):
        assert tried(client, "wrong").status_code == 403
    assert tried(client, RIGHT).status_code == 429
    clock.now += 1
    assert tried(client, RIGHT).status_code == 303


def test_the_cookie_of_a_known_browser_opens_nothing(client: FlaskClient) -> None:
    answer = client.post("/login", data={"password": RIGHT})
    cookie = answer.headers.getlist("Set-Cookie")[1]
    for word in ("-browser=", "HttpOnly", "SameSite=Strict", "Path=/login", "Max-Age=31536000"):
        assert word in cookie
    name, _, value = cookie.partition(";")[0].partition("=")
    other = client.application.test_client()
    other.set_cookie(name, value)
    assert other.get("/_dash-layout").status_code == 401
    session_name, _, _ = cookie_of(answer).partition(";")[0].partition("=")
    other.set_cookie(session_name, value)
    assert other.get("/_dash-layout").status_code == 401


@pytest.mark.usefixtures("hashing")
@pytest.mark.parametrize(
    "change", [lambda v: v[:-9], lambda v: "x" + v, lambda _: "", lambda v: v[::-1]]
)
def test_nobody_makes_a_known_browser_up(client: FlaskClient, change: Callable[[str], str]) -> None:
    answer = client.post("/login", data={"password": RIGHT})
    name, _, value = answer.headers.getlist("Set-Cookie")[1].partition(";")[0].partition("=")
    other = client.application.test_client()
    for number in range(FREE + 1):
        other.set_cookie(name, change(value) + "x" * number, path="/login")
        answer = tried(other, "wrong")
    assert answer.status_code == 429


def test_without_a_clock_of_its_own_sign_in_goes_by_that_of_the_page(clock: Clock) -> None:
    shelved = sample.Shelved(sample.timeline())
    work = Works(clock=clock)
    app = make_page(shelved, shelved.publish, shelved.foresee, Service(KNOWN), work)
    client = app.server.test_client()
    for _ in range(FREE):
        assert tried(client, "wrong").status_code == 403
    assert tried(client, RIGHT).status_code == 429
    clock.now -= 86_400
    assert tried(client, RIGHT).status_code == 303


def test_the_time_of_day_does_not_matter(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(FREE):
        tried(client, "wrong")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 86_400)
    assert tried(client, "wrong").headers["Retry-After"] == "1"
    assert tried(client, RIGHT, "192.0.2.2").status_code == 303
    assert client.get("/_dash-layout").status_code == 200


@pytest.mark.parametrize("shared", [False, True])
def test_tries_at_once_are_hashed_one_at_a_time_and_no_more_than_are_free(
    clock: Clock, tmp_path: Path, hashing: Hashing, *, shared: bool
) -> None:
    """Two servers in memory, as threads, or two that share a folder, as workers do."""
    runtime = (tmp_path,) if shared else ()
    first = client_of(KNOWN, clock, runtime)
    second = client_of(KNOWN, clock, runtime) if shared else first

    def attempt(number: int) -> int:
        server = (first, second)[number % 2].application
        return tried(server.test_client(), "wrong").status_code

    with ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(attempt, range(60)))
    assert hashing.count == statuses.count(403) <= FREE
    assert statuses.count(429) == 60 - hashing.count
    assert hashing.most == 1


def test_who_finds_no_place_is_not_counted(
    client: FlaskClient, hashing: Hashing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.web.auth.sign_in_queue.PLACES", 0)
    for _ in range(2 * FREE):
        answer = tried(client, "wrong")
        assert answer.status_code == 429
        assert answer.headers["Retry-After"] == "1"
        assert "Many are signing in at this moment" in answer.text
    assert hashing.count == 0
    monkeypatch.undo()
    assert tried(client, RIGHT).status_code == 303


@pytest.mark.parametrize("size", [17_000, 5_000_000])
def test_a_form_that_is_too_large_is_not_read(client: FlaskClient, size: int) -> None:
    class Unread(BytesIO):
        def read(self, *_args: object) -> bytes:
            raise AssertionError("the body was read")

    body = {"wsgi.input": Unread(), "CONTENT_LENGTH": str(size), "wsgi.input_terminated": True}
    assert client.post("/login", environ_overrides=body).status_code == 413
    assert client.post("/articles", environ_overrides=body).status_code == 401
    assert client.post("/c/main/articles", environ_overrides=body).status_code == 401
    chunked = {**body, "CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}
    assert client.post("/login", environ_overrides=chunked).status_code == 401


def test_the_longest_password_fits_whatever_its_letters(clock: Clock) -> None:
    longest = "\N{GRINNING FACE}" * 1_000
    client = client_of(Password.of(longest), clock)
    assert client.post("/login", data={"password": longest, "next": "/?q=a"}).status_code == 303


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
    write_password("another password", path)
    assert Password.kept(path).key != kept.key


def test_several_processes_with_one_password_share_their_sessions() -> None:
    assert Password.of(RIGHT).key == KNOWN.key
    assert RIGHT not in repr(KNOWN)


@pytest.mark.parametrize("text", ["", "x" * (LEAST - 1), "x" * 1_001])
def test_a_password_of_a_wrong_length_is_refused(text: str) -> None:
    with pytest.raises(PasswordError, match=f"{LEAST} to 1,000 characters"):
        checked_password(text)


@pytest.mark.parametrize("content", ["", "a plain password\n", "pbkdf2:sha256$a$b", "scrypt:1"])
def test_a_file_that_is_no_password_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "some.password"
    path.write_text(content, "utf-8")
    with pytest.raises(PasswordError, match="make one with timeline password"):
        Password.kept(path)
    with pytest.raises(PasswordError, match="cannot be read"):
        Password.kept(tmp_path / "none.password")
