"""What the reading of one file may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for a file: seconds by the clock, bytes of address space, bytes of the answer."""

    seconds: float = 9.0
    memory: int = 1_300_000_000
    answer: int = 300_000_000
    files: int = 64  # open at a time; Python's own modules need a few


LIMITS = Limits()
