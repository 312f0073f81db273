"""A watch on the reading process: it ends one that hangs, however busy the machine is."""

import os
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from timeline.reading.sandbox.limits import Limits

if TYPE_CHECKING:
    import subprocess

_USER, _SYSTEM = 11, 12  # places in /proc/PID/stat behind the name, counted from 0


class Watch:
    """Ends a process that computes nothing for too long, or has not answered for very long.

    A context around one file. `reason` says why the process was ended here; it is empty where it
    was not.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", limits: Limits) -> None:
        """Take the process; it is watched from the start of the context to its end."""
        self.reason = ""
        self._process = process
        self._limits = limits
        self._answered = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._answered.set()
        self._thread.join()

    def _look(self) -> None:
        ends = time.monotonic() + self._limits.clock
        before = seconds_computed(self._process.pid)
        while not self._answered.wait(min(self._limits.stall, ends - time.monotonic())):
            now = seconds_computed(self._process.pid)
            if time.monotonic() >= ends:
                self._kill(f"is not read within {self._limits.clock:g} seconds")
                return
            if now is None or now == before:
                self._kill(f"its reader did nothing for {self._limits.stall:g} seconds")
                return
            before = now

    def _kill(self, reason: str) -> None:
        self.reason = reason
        self._process.kill()


def seconds_computed(pid: int) -> float | None:
    """Return the seconds that a process has computed; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("latin-1").rpartition(")")[2].split()
        return (int(fields[_USER]) + int(fields[_SYSTEM])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return None
