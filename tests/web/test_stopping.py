"""A server that is told to end does so in order: nothing is left over, and nothing is lost."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from tests.web.real_server import processes_with, serving
from timeline.store import Store

STORY = "Lights out\n\nOn {} May 2021 the lights of Velmar went out.\n"
PATIENCE = 120.0
ORDERS = (signal.SIGTERM, signal.SIGINT)
SLOW = """
import threading, time
from waitress import create_server
from timeline.web.gateway.graceful_stop import serve_until_stopped

def app(environ, start):
    print("asked", flush=True)
    time.sleep(1)
    start("200 OK", [("Content-Length", "9000000")])
    return [b"x" * 9000000]

channels = {}
server = create_server(app, map=channels, host="127.0.0.1", port=0)
print(server.effective_port, flush=True)
serve_until_stopped(server, channels, lambda: print("stopped", flush=True))
"""


def word(turn: random.Random) -> str:
    """Invent a name, so that no two stories share a line."""
    return "".join(turn.choice("aeioubdklmnrst") for _ in range(9)).capitalize()


def long_story(number: int) -> bytes:
    """Write what takes some tenths of a second to read."""
    turn = random.Random(number)
    lines = (
        f"On {day} May {2000 + number % 25} the council of {word(turn)} closed {day} schools in "
        f"{word(turn)} after a flood destroyed the {word(turn)} bridge.\n"
        for day in range(1, 13)
    )
    return f"Story {number}\n\n{''.join(lines)}".encode()


@pytest.mark.parametrize("order", ORDERS)
def test_what_was_acknowledged_is_kept_and_taken_up_again(
    tmp_path: Path, order: signal.Signals
) -> None:
    where, temporary = str(tmp_path / "s.sqlite"), tmp_path / "temporary"
    temporary.mkdir()
    Store.open(where).close()
    files = {f"{n}.txt": long_story(n) for n in range(24)}
    with Store.open(where) as store:
        with serving(where, temporary) as server:
            server.upload(files)
            server.upload({"last.txt": STORY.format(7).encode()})
            deadline = time.monotonic() + PATIENCE
            while not any(run.done for run in store.runs.list()):
                assert time.monotonic() < deadline
                time.sleep(0.02)
            server.process.send_signal(order)
            assert server.process.wait(PATIENCE) == 0
        assert processes_with(str(temporary)) == []
        assert list(temporary.iterdir()) == []
        assert store.queue.count() == 2
        assert {run.queue for run in store.runs.list()} == {"waiting"}
        with serving(where, temporary) as server:
            deadline = time.monotonic() + PATIENCE
            while store.queue.count():
                assert time.monotonic() < deadline
                time.sleep(0.05)
        assert [run.ended for run in store.runs.list()] == ["done", "done"]
        assert len(store.articles.analyses()) == 25


@pytest.mark.parametrize("order", ORDERS)
def test_a_request_that_runs_is_answered_and_nobody_else_comes_in(order: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = f"http://127.0.0.1:{int(server.stdout.readline())}/"
        answers: list[int] = []

        def ask() -> None:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                answers.append(len(answer.read()))

        asking = threading.Thread(target=ask)
        asking.start()
        assert server.stdout.readline() == "asked\n"
        server.send_signal(order)
        assert server.stdout.readline() == "stopped\n"
        with pytest.raises(OSError, match="refused"):
            urllib.request.urlopen(address, timeout=PATIENCE)
        asking.join(PATIENCE)
        assert answers == [9_000_000]
        assert server.wait(PATIENCE) == 0


def test_a_second_order_ends_it_at_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW.replace("sleep(1)", "sleep(600)")],
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        address = f"http://127.0.0.1:{int(server.stdout.readline())}/"

        def ask() -> None:
            with suppress(OSError):
                urllib.request.urlopen(address, timeout=PATIENCE)

        asking = threading.Thread(target=ask)
        asking.start()
        assert server.stdout.readline() == "asked\n"
        server.send_signal(signal.SIGINT)
        assert server.stdout.readline() == "stopped\n"
        os.kill(server.pid, signal.SIGINT)
        assert server.wait(PATIENCE) == -signal.SIGINT
        asking.join(PATIENCE)
