"""On real sockets: bodies of guests are not received, and idle connections keep nobody out."""

import errno
import socket
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.web import sample
from tests.web.served import Served, answer, is_closed, served, status_of, until
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.gateway.connections import Bounds
from timeline.web.http.body_budget import BodyBudget
from timeline.web.http.body_rules import LARGEST_REQUEST, LARGEST_SIGN_IN
from timeline.web.server import make_page

PHRASE = "correct horse battery"
PASSWORD = Password.of(PHRASE)
WRONG = "wrong"
FORM = "application/x-www-form-urlencoded"
BOUNDS = Bounds(most=120, most_of_address=40)
LARGE = 240_000_000


class Clock:
    now = 5_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(clock: Clock) -> Iterator[Served]:
    with served_page(Service(PASSWORD, ticks=clock)) as running:
        yield running


def served_page(service: Service, bounds: Bounds = BOUNDS) -> AbstractContextManager[Served]:
    shelved = sample.Shelved(sample.timeline())
    made = make_page(shelved, shelved.publish, shelved.foresee, service)
    return served(made, bounds)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note each temporary file that waitress makes."""
    made: list[object] = []
    real = tempfile.TemporaryFile

    def noted(*args: object, **named: object) -> object:
        made.append(args)
        return real(*args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(tempfile, "TemporaryFile", noted)
    return made


def request_of(path: str, *headers: str, method: str = "POST", body: bytes = b"") -> bytes:
    lines = (f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", "")
    return "\r\n".join(lines).encode() + body


def form(path: str = "/login", **fields: str) -> bytes:
    body = urlencode(fields).encode()
    headers = (f"Content-Type: {FORM}", f"Content-Length: {len(body)}", "Connection: close")
    return request_of(path, *headers, body=body)


SHOW = request_of("/login", "Connection: close", method="GET")


def session(page: Served) -> str:
    """Sign in; return the header that says so."""
    answered = page.ask(form(password=PHRASE)).decode()
    assert " 303 " in answered
    cookies = [line.partition(": ")[2] for line in answered.split("\r\n") if "et-Cookie" in line]
    pairs = [next(iter(SimpleCookie(cookie).values())) for cookie in cookies]
    return "Cookie: " + "; ".join(f"{pair.key}={pair.coded_value}" for pair in pairs)


def send_all(connection: socket.socket, size: int) -> int:
    """Send as much of so many bytes as is taken; return how much that was."""
    sent, block = 0, b"x" * 65_536
    try:
        while sent < size:
            sent += connection.send(block)
    except OSError:
        pass
    return sent


LENGTHS = [
    "Content-Length: 240000000",
    "Content-Length: 17000",
    "Transfer-Encoding: chunked",
]


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(
    "path", ["/articles", "/login", "/c/none/articles", "/", "/assets/page.css"]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "GET"])
def test_the_answer_to_a_guest_comes_before_the_body(
    page: Served, path: str, method: str, length: str
) -> None:
    with page.connect() as connection:
        connection.sendall(request_of(path, length, method=method))
        if "17000" in length:
            connection.sendall(b"x" * 17_000)
        assert status_of(connection.recv(100)) in {401, 413}
    assert page.server.budget.taken == 0


def test_a_large_body_of_a_guest_is_neither_kept_nor_received(
    page: Served, temporary: list[object]
) -> None:
    with page.connect() as connection:
        connection.sendall(request_of("/articles", f"Content-Length: {LARGE}"))
        assert send_all(connection, LARGE) < LARGE / 10
        assert temporary == []
    assert until(lambda: not page.server.active_channels)


def test_who_waits_for_leave_to_send_is_told_at_once(page: Served) -> None:
    asked = ("Content-Length: 8", "Expect: 100-continue", f"Content-Type: {FORM}")
    assert status_of(page.ask(request_of("/articles", *asked))) == 401
    with page.connect() as connection:
        connection.sendall(request_of("/login", *asked, "Connection: close"))
        assert status_of(connection.recv(100)) == 100
        connection.sendall(b"password")
        assert status_of(answer(connection)) == 403


def test_a_small_body_is_dropped_and_the_refusal_arrives(page: Served) -> None:
    body = b"x" * 60_000
    asked = request_of("/articles", f"Content-Length: {len(body)}", body=body)
    for _ in range(5):
        assert b"The password is needed" in page.ask(asked)


def test_a_body_is_never_taken_for_a_request(page: Served) -> None:
    hidden = request_of("/login", method="GET")
    asked = request_of("/articles", f"Content-Length: {len(hidden)}", body=hidden)
    assert page.ask(asked).count(b"HTTP/1.1 ") == 1
    asked = request_of("/articles", "Transfer-Encoding: chunked", body=hidden)
    assert page.ask(asked).count(b"HTTP/1.1 ") == 1


ODD = [
    "Host: [",
    "Host: [::1",
    "Host: \xff\xfe",
    "Host: a:b:c",
    "Cookie: \x80=\x81; ; =; timeline=..",
    "Cookie: " + "a=b; " * 9_000,
    "Origin: http://[",
    "Content-Length: -1",
    "Content-Length: 1, 2",
    "Content-Length: " + "9" * 5_000,
    "Content-Length: 9999999999999999999999",
    "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding: chunked, chunked",
    "X-Forwarded-For: , ,,[::",
    "X-Forwarded-Host: [",
    "X-Forwarded-For: " + "1.1.1.1, " * 5_000,
    "X" * 70_000 + ": a",
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("proxies", [0, 1])
def test_headers_that_make_no_sense_are_refused_in_order(
    clock: Clock, odd: str, proxies: int, caplog: pytest.LogCaptureFixture
) -> None:
    with served_page(Service(PASSWORD, proxies=proxies, ticks=clock)) as page:
        lines = ("POST /articles HTTP/1.1", odd, "Content-Length: 3", "Connection: close", "", "")
        answered = page.ask("\r\n".join(lines).encode("latin-1") + b"abc")
        assert 400 <= status_of(answered) < 500 or status_of(answered) == 501
        assert status_of(page.ask(SHOW)) == 200
    assert "exception" not in caplog.text


def test_who_is_signed_in_sends_what_is_allowed(page: Served) -> None:
    cookie = session(page)
    close = "Connection: close"
    body = b'{"output": 1}'
    small = (cookie, close, "Content-Type: application/json", f"Content-Length: {len(body)}")
    assert status_of(page.ask(request_of("/_dash-update-component", *small, body=body))) != 401
    large = (cookie, close, f"Content-Length: {LARGEST_REQUEST + 1}")
    assert status_of(page.ask(request_of("/_dash-update-component", *large))) == 413
    with page.connect() as connection:
        connection.sendall(request_of("/articles", *large))
        assert until(lambda: page.server.budget.taken == LARGEST_REQUEST + 1)
    assert until(lambda: page.server.budget.taken == 0)


def test_a_body_without_a_length_is_bounded_too(page: Served) -> None:
    chunk = b"%x\r\n" % 1_000_000 + b"x" * 1_000_000 + b"\r\n"
    with page.connect() as connection:
        head = request_of("/articles", session(page), "Transfer-Encoding: chunked")
        connection.sendall(head)
        for _ in range(LARGEST_REQUEST // 1_000_000 + 1):
            connection.sendall(chunk)
        assert status_of(answer(connection)) == 413
    assert until(lambda: page.server.budget.taken == 0)


def test_a_temporary_folder_that_is_full_is_named(
    page: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    cookie = session(page)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with page.connect() as connection:
        connection.sendall(request_of("/articles", cookie, "Content-Length: 3000000"))
        send_all(connection, 2_000_000)
        answered = answer(connection)
    assert status_of(answered) == 507
    assert b"temporary folder of the server cannot be used (No space left" in answered
    assert until(lambda: page.server.budget.taken == 0)


def test_what_is_on_its_way_is_bounded_in_all_and_by_address(page: Served) -> None:
    page.server.budget = BodyBudget(most=9_000_000, most_per_address=6_000_000)
    asked = request_of("/articles", session(page), "Content-Length: 4000000")
    sources = ["127.0.0.1", "127.0.0.2", "127.0.0.1", "127.0.0.3"]
    connections = [page.connect(source) for source in sources]
    for number, connection in enumerate(connections):
        connection.sendall(asked)
        if number > 1:
            assert status_of(connection.recv(100)) == 503
        else:
            assert until(lambda: page.server.budget.taken == 4_000_000 * (number + 1))  # noqa: B023
    for connection in connections:
        connection.close()
    assert until(lambda: page.server.budget.taken == 0)


def test_without_a_password_other_sites_send_no_bodies_either() -> None:
    with served_page(Service()) as page:
        asked = (f"Content-Length: {LARGE}", "Sec-Fetch-Site: cross-site")
        assert status_of(page.ask(request_of("/articles", *asked))) == 403
        foreign = request_of("/articles", f"Content-Length: {LARGE}")
        assert status_of(page.ask(foreign.replace(b"localhost", b"evil.example"))) == 403


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: ", form(password="x" * 90)[:-50]])
def test_idle_connections_keep_nobody_out(page: Served, begun: bytes) -> None:
    waiting = [page.connect(f"127.0.1.{number % 9 + 1}") for number in range(300)]
    for connection in waiting:
        if begun:
            connection.sendall(begun)
    for source in ("127.0.0.1", "127.0.1.1"):
        assert status_of(page.ask(SHOW, source)) == 200
    assert until(lambda: len(page.server.active_channels) <= BOUNDS.most)
    for connection in waiting:
        connection.close()


def test_one_address_makes_room_for_itself_and_not_by_others(page: Served) -> None:
    others = [page.connect("127.0.0.2") for _ in range(BOUNDS.most_of_address)]
    waiting = [page.connect("127.0.0.3") for _ in range(3 * BOUNDS.most_of_address)]
    assert all(is_closed(connection) for connection in waiting[: 2 * BOUNDS.most_of_address])
    networks = [channel.network for channel in page.server.active_channels.values()]
    assert networks.count("127.0.0.2") == networks.count("127.0.0.3") == BOUNDS.most_of_address
    for connection in [*others, *waiting]:
        connection.close()


def test_what_brings_a_body_that_is_wanted_stays(page: Served) -> None:
    cookie = session(page)
    with page.connect() as sending:
        sending.sendall(request_of("/articles", cookie, "Content-Length: 100000"))
        assert until(lambda: page.server.budget.taken == 100_000)
        waiting = [page.connect() for _ in range(3 * BOUNDS.most_of_address)]
        assert is_closed(waiting[0])
        assert page.server.budget.taken == 100_000
        for connection in waiting:
            connection.close()


WAITS = {
    "for a request": (b"", BOUNDS.idle),
    "for its headers": (b"GET / HTTP/1.1\r\n", BOUNDS.headers),
    "for its body": (form(password="x" * 90)[:-50], BOUNDS.piece),
}


@pytest.mark.parametrize("wait", WAITS)
def test_each_wait_has_an_end(page: Served, clock: Clock, wait: str) -> None:
    begun, seconds = WAITS[wait]
    with page.connect() as connection:
        connection.sendall(begun)
        assert until(
            lambda: any(c.request or not begun for c in page.server.active_channels.values())
        )
        clock.now += seconds - 1
        assert status_of(page.ask(SHOW)) == 200
        assert len(page.server.active_channels) == 1
        clock.now += 2
        assert is_closed(connection)


def test_a_body_that_trickles_is_ended(page: Served, clock: Clock) -> None:
    with page.connect() as connection:
        head, _, _ = form(password="x" * 9_000).partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n")
        assert until(lambda: bool(page.server.active_channels))
        seconds = 0
        while page.server.active_channels and seconds < 1_000:
            connection.sendall(b"p")
            clock.now, seconds = clock.now + 5, seconds + 5
            assert status_of(page.ask(SHOW)) == 200
        assert BOUNDS.piece <= seconds <= BOUNDS.piece + 10


def forwarded(header: str, **fields: str) -> bytes:
    """Return a form as a server that stands before the page passes it on."""
    return form(**fields).replace(b"Connection:", f"{header}\r\nConnection:".encode())


def test_the_address_that_a_proxy_of_one_s_own_names_counts(clock: Clock) -> None:
    with served_page(Service(PASSWORD, proxies=1, ticks=clock)) as page:
        for number in range(6):
            asked = forwarded(f"X-Forwarded-For: 203.0.113.{number % 2}", password=WRONG)
            assert status_of(page.ask(asked)) == 403
        assert b"Secure" in page.ask(forwarded("X-Forwarded-Proto: https", password=PHRASE))
        assert page.server.bounds.most_of_address == BOUNDS.most


def test_who_is_no_proxy_of_one_s_own_is_not_believed(page: Served) -> None:
    asked = [forwarded(f"X-Forwarded-For: 203.0.113.{n}", password=WRONG) for n in range(5)]
    assert [status_of(page.ask(one)) for one in asked] == [403] * 4 + [429]


def test_a_budget_is_given_back_once() -> None:
    budget = BodyBudget(most=10, most_per_address=6)
    one, two = object(), object()
    assert budget.take(one, "a", 6)
    assert not budget.take(two, "a", 1)
    assert budget.take(two, "b", 4)
    assert not budget.take(object(), "c", 1)
    for _ in range(2):
        budget.give_back(one)
    assert budget.taken == 4
    assert LARGEST_SIGN_IN < LARGEST_REQUEST
