"""Memory returned to the system that Python has freed and its allocator still keeps."""

import ctypes
import sys
from collections.abc import Callable
from functools import cache


@cache
def _trim() -> Callable[[int], int] | None:
    """Return glibc's `malloc_trim`; None where the system has another allocator."""
    if not sys.platform.startswith("linux"):
        return None
    found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found


def release_memory() -> None:
    """Return free memory to the system; each thread of a server keeps tens of megabytes else."""
    trim = _trim()
    if trim is not None:
        trim(0)
