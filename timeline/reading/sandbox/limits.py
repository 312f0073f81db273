"""What the reading of one file may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for a file: seconds of computing, bytes of address space, bytes of the answer.

    A busy machine must not refuse what a quiet one reads, so the seconds are those of the
    reading process alone; the clock ends only what waits, or what no system counts.
    """

    seconds: float = 9.0
    clock: float = 30.0
    memory: int = 1_300_000_000
    answer: int = 300_000_000
    files: int = 64  # open at a time; Python's own modules need a few


LIMITS = Limits()
