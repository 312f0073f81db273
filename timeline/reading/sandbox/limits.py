"""What the reading of one file may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for a file: seconds of computing, bytes of address space, bytes of the answer.

    A busy machine must not refuse what a quiet one reads, so `seconds` are those of computing by
    the reading process alone. `stall` ends what has computed nothing for so long by the clock, or
    what no system counts; `clock` ends anything.
    """

    seconds: float = 9.0
    stall: float = 30.0
    clock: float = 600.0
    memory: int = 1_300_000_000
    answer: int = 300_000_000
    files: int = 64  # open at a time; Python's own modules need a few


LIMITS = Limits()
# Pages that are pictures take seconds each, and the models 0.9 GB.
SCAN_LIMITS = Limits(seconds=4_000.0, clock=14_400.0, memory=3_000_000_000)
