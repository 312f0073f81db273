"""A server as users start it: a process and a session of its own, a temporary folder of its own."""

import http.client
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

PLACE = re.compile(r"http://127\.0\.0\.1:(\d+)")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class RealServer:
    """A running server: its process, and the port that it listens on."""

    process: "subprocess.Popen[str] | subprocess.Popen[bytes]"
    port: int

    def ask(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json"
    ) -> tuple[int, bytes]:
        """Return status and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {"Content-Type": kind})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def upload(self, files: Mapping[str, bytes], same: str = "replace") -> str:
        """Upload files; return the id of their run once they were taken."""
        body, kind = multipart(files, same)
        status, told = self.ask("POST", "/api/v1/articles", body, kind)
        assert status == 202, (status, told)
        return str(json.loads(told)["run"])


def multipart(files: Mapping[str, bytes], same: str) -> tuple[bytes, str]:
    """Write files as the form that the page sends."""
    mark = uuid4().hex
    head = f"--{mark}\r\nContent-Disposition: form-data; name="
    parts = [
        f'{head}"article"; filename="{name}"\r\n\r\n'.encode() + data + b"\r\n"
        for name, data in files.items()
    ]
    parts.append(f'{head}"same"\r\n\r\n{same}\r\n--{mark}--\r\n'.encode())
    return b"".join(parts), f"multipart/form-data; boundary={mark}"


def free_port() -> int:
    """Return a port that nobody listens on at present."""
    import socket  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def serving(
    store: str, temporary: Path, *options: str, command: Sequence[str] | None = None
) -> Iterator[RealServer]:
    """Run `timeline serve`; the server is killed at the end where it still runs."""
    port = free_port()
    start = command or [sys.executable, "-m", "timeline", "serve", "--store", store]
    with subprocess.Popen(
        [*start, *options, "--port", str(port)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        try:
            for line in process.stderr:
                if PLACE.search(line):
                    break
            yield RealServer(process, port)
        finally:
            if process.poll() is None:
                process.kill()
            process.stderr.close()


def processes_with(variable: str) -> list[int]:
    """Return the processes whose environment holds a text: those that a server left over."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            state = (place / "stat").read_text("ascii", "replace").rpartition(")")[2].split()[0]
            if variable.encode() in (place / "environ").read_bytes() and state != "Z":
                found.append(int(place.name))
        except OSError:
            continue
    return found
