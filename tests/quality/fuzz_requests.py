"""The fuzz of the served page: `python -m tests.quality.fuzz_requests COUNT [SEED]`.

Sends requests of every kind to a real server in a process of its own: half of them without a
password, a third with one, the rest to a page that is only shown. No answer may be 500, none may
take longer than two seconds, and the server's memory has to come back to within 50 MB of where it
was once it had done each thing once. `--events N` sets the size of the second collection,
`--minutes N` ends the run early.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from tests.quality.fuzz_making import Target, request, value_of
from tests.quality.fuzz_server import fill

SLOWEST = 2.0  # seconds
MOST_MEMORY = 50.0  # MB that may stay
PATIENCE = 30.0  # seconds until an answer counts as none
GLANCE = 0.05  # seconds that a server is given where it waits for more, and rightly
NO_ANSWER = b"no answer"
KINDS = (("open", 0.5), ("locked", 0.3), ("read-only", 0.2))
FORMATS = ("json", "jsonl", "csv", "markdown", "docx", "timelinejs", "ics", "timeml")
MORE_FORMATS = ("annotations", "timesketch", "html", "svg", "png", "pdf")


@dataclass(slots=True)
class Found:
    """What came of the requests to one server."""

    kind: str
    statuses: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    most_computing: float = 0.0
    failures: list[bytes] = field(default_factory=list)
    slow: list[tuple[float, bytes]] = field(default_factory=list)
    memory: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)

    @property
    def good(self) -> bool:
        """Whether every bar holds."""
        grown = self.memory[2] - self.memory[1]
        return not self.failures and not self.slow and grown <= MOST_MEMORY


def send(port: int, text: bytes) -> tuple[bytes, float]:
    """Send the bytes of a request; return the answer and the seconds that it took."""
    began = time.monotonic()
    answer = b""
    whole = is_whole(text)
    with socket.create_connection(("127.0.0.1", port), PATIENCE if whole else GLANCE) as link:
        with suppress(ConnectionError):  # a server may close before all is sent
            link.sendall(text)
        try:
            while block := link.recv(1 << 16):
                answer += block
        except ConnectionError:
            pass
        except TimeoutError:
            return answer or (NO_ANSWER if whole else b""), 0.0 if not whole else PATIENCE
    return answer, time.monotonic() - began


def is_whole(text: bytes) -> bool:
    """Return whether a request is one that its server need not wait for."""
    head, end, body = text.partition(b"\r\n\r\n")
    lines = [line.lower() for line in head.split(b"\r\n")[1:]]
    lengths = [line[15:].strip() for line in lines if line.startswith(b"content-length:")]
    odd = any(line.startswith((b"transfer-encoding:", b"expect:")) for line in lines)
    closes = b"connection: close" in lines or b"HTTP/1.0" in head
    declared = int(lengths[0]) if lengths and lengths[0].isdigit() else 0
    return bool(end) and closes and not odd and declared <= len(body)


def status_of(answer: bytes) -> str:
    """Return the status of an answer; a word where there is none."""
    line = answer.split(b"\r\n", 1)[0].split()
    if len(line) > 1 and line[0].startswith(b"HTTP/"):
        return line[1].decode("ascii", "replace")
    return "closed" if not answer else "none"


def memory_of(process: int, what: str = "VmRSS") -> float:
    """Return the megabytes that a process holds (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1_000


def computing_of(process: int) -> float:
    """Return the seconds that a process has computed (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(folder: str, kind: str) -> Iterator[tuple[int, Target, int]]:
    """Start a server; yield its port, what it takes, and the number of its process."""
    command = (sys.executable, "-m", "tests.quality.fuzz_server", folder, kind)
    with (
        Path(folder, f"{kind}.log").open("wb") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log) as process,
    ):
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        try:
            yield told["port"], target_of(told), process.pid
        finally:
            process.terminate()


def target_of(told: dict[str, Any]) -> Target:
    """Return what a server takes, as it says and as Dash lists it."""
    routes = tuple((method, rule) for method, rule in told["routes"])
    known = {key: tuple(told[key]) for key in ("events", "documents", "prefixes")}
    target = Target((), routes, **known, cookie=told["cookie"])
    answer, _ = send(told["port"], get("/_dash-dependencies", target))
    listed = json.loads(answer.partition(b"\r\n\r\n")[2])
    calls = tuple(one for one in listed if one["clientside_function"] is None)
    return replace(target, callbacks=calls)


def get(path: str, target: Target) -> bytes:
    """Return a plain request for a path."""
    lines = (f"GET {path} HTTP/1.0", "Host: localhost", f"Cookie: {target.cookie}", "", "")
    return "\r\n".join(lines).encode()


def warm(port: int, target: Target) -> None:
    """Have a server do each thing once: what is loaded then is no leak."""
    random = Random(0)
    for prefix in dict.fromkeys(target.prefixes):
        for path in ("", "_dash-layout", *(f"export?format={f}" for f in FORMATS + MORE_FORMATS)):
            send(port, get(f"{prefix}{path}", target))
        for call in target.callbacks:
            for _ in range(3):
                send(port, call_of(call, random, target, prefix))


def call_of(call: dict[str, Any], random: Random, target: Target, prefix: str) -> bytes:
    """Return a well-formed request for a callback of the page at a path."""
    names = [o.rsplit(".", 1) for o in call["output"].strip(".").split("...")]
    outputs = [{"id": name, "property": prop} for name, prop in names]

    def filled(parts: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [{**part, "value": value_of(part["property"], random, target)} for part in parts]

    body = json.dumps(
        {
            "output": call["output"],
            "outputs": outputs if call["output"].startswith("..") else outputs[0],
            "inputs": filled(call["inputs"]),
            "changedPropIds": [],
            "state": filled(call["state"]),
        }
    ).encode()
    head = (
        f"POST {prefix}_dash-update-component HTTP/1.0\r\nHost: localhost\r\n"
        f"Content-Type: application/json\r\nCookie: {target.cookie}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def fuzz(folder: str, kind: str, count: int, seed: int, minutes: float) -> Found:
    """Send requests to a server of one kind, for so many minutes at most."""
    found, random = Found(kind), Random(seed)
    with server(folder, kind) as (port, target, process):
        first = memory_of(process)
        warm(port, target)
        warmed = memory_of(process)
        latest = time.monotonic() + 60 * minutes
        for number in range(count):
            if time.monotonic() > latest:
                break
            if not number % 1_000:
                held = memory_of(process)
                print(f"{kind}: {number:,} sent, {held:.0f} MB", file=sys.stderr, flush=True)
            text = request(random, target)
            before = computing_of(process)
            answer, took = send(port, text)
            computed = computing_of(process) - before
            found.most_computing = max(found.most_computing, computed)
            if took > SLOWEST:  # the machine may be busy with something else
                took = min(took, send(port, text)[1])
            status = status_of(answer)
            found.statuses[status] += 1
            found.slowest = max(found.slowest, took)
            if status == "500" or answer == NO_ANSWER or b"Traceback" in answer[:2_000]:
                found.failures.append(text)
            if took > SLOWEST and computed > SLOWEST / 2:
                found.slow.append((took, text))
        time.sleep(1)
        peak = memory_of(process, "VmHWM")
        found.memory = (first, warmed, memory_of(process), peak)
    return found


def report(found: Found) -> None:
    """Print what came of it."""
    first, warmed, last, peak = found.memory
    print(f"{found.kind}: {found.statuses.total():,} requests")
    print(
        f"  slowest {found.slowest:.2f} s by the clock, {found.most_computing:.2f} s of computing"
    )
    print("  answers", dict(sorted(found.statuses.items())))
    print(f"  memory {first:.0f} MB at the start, {warmed:.0f} warm, {last:.0f} after")
    print(f"  {peak:.0f} MB at most")
    for text in found.failures[:20]:
        print("  failed:", text[:3_000])
    for took, text in found.slow[:20]:
        print(f"  slow ({took:.1f} s):", text[:3_000])


def main() -> None:
    """Read the command line, send, and end with 1 where a bar does not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--events", type=int, default=3_000)
    parser.add_argument("--minutes", type=float, default=600)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fill(folder, asked.events)
        with ThreadPoolExecutor(len(KINDS)) as pool:
            runs = [
                pool.submit(
                    fuzz, folder, kind, round(asked.count * share), asked.seed + n, asked.minutes
                )
                for n, (kind, share) in enumerate(KINDS)
            ]
        found = [run.result() for run in runs]
        for one in found:
            report(one)
            if one.failures:
                print(Path(folder, f"{one.kind}.log").read_text("utf-8")[-20_000:])
    sys.exit(0 if all(one.good for one in found) else 1)


if __name__ == "__main__":
    main()
