"""Who claims an upload: this process, under a name that tells others on the machine when it dies.

A claim runs out by itself; where the system tells more of a process (Linux), a server that was
killed and started again need not wait for that. The name holds the machine since it was started,
the space of process numbers (containers have their own), the number, and the moment of its start,
for numbers are used again.
"""

import os
import socket
from functools import cache
from pathlib import Path
from uuid import uuid4

_PROC = Path("/proc")
_STARTED = 19  # place of the start among the values behind the program's name, see proc(5)


def new_claim() -> str:
    """Return a claim of this process that no other has."""
    return f"{_space()} {os.getpid()} {_start_of(os.getpid())} {uuid4().hex}"


def is_gone(claim: str) -> bool:
    """Return whether the process that made a claim is known to be dead."""
    space, number, start, _ = claim.rsplit(" ", 3)
    if not start or space != _space():
        return False
    return _start_of(int(number)) != start


@cache
def _space() -> str:
    """Name this machine since its start, and the space of process numbers on it."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text("ascii").strip()
        numbers = str((_PROC / "self/ns/pid").readlink())
    except OSError:
        boot = numbers = "?"
    return f"{socket.gethostname()} {boot} {numbers}"


def _start_of(process: int) -> str:
    """Return when a process was started, empty where there is none or nobody tells."""
    try:
        values = (_PROC / str(process) / "stat").read_text("ascii", "replace")
    except OSError:
        return ""
    state, *rest = values.rpartition(")")[2].split()
    return "" if state in {"Z", "X"} else rest[_STARTED - 1]
