"""What the reading process cannot do."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BEGIN = (
    "from timeline.reading.sandbox.fence import bound, fence\n"
    "from timeline.reading.sandbox.limits import LIMITS\n"
    "import os, socket, subprocess, urllib.request\n"
    "bound(LIMITS); fence()\n"
)
TRIES = [
    "open('/etc/hostname').read()",
    "open('/tmp/timeline-test', 'w')",
    "os.open('.', os.O_RDONLY)",
    "socket.create_connection(('127.0.0.1', 9))",
    "socket.getaddrinfo('localhost', 9)",
    "subprocess.run(['true'])",
    "os.system('true')",
    "os.fork()",
    "os.remove('/tmp/timeline-test')",
    "os.kill(1, 0)",
    "urllib.request.urlopen('file:///etc/hostname')",
]


def ends(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-B", "-c", BEGIN + program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stderr.strip().rpartition("\n")[2] if done.returncode else ""


@pytest.mark.parametrize("attempt", TRIES)
def test_nothing_outside_is_reached(attempt: str) -> None:
    assert "FencedError" in ends(attempt)


def test_memory_is_bounded() -> None:
    assert ends("x = bytearray(1_400_000_000)") == "MemoryError"


def test_what_readers_need_can_be_loaded() -> None:
    assert (
        ends("import trafilatura, htmldate, pypdfium2, lxml.html, dateparser, email.message") == ""
    )
