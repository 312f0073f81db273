"""A line of the benchmark's report."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, the figure, and the bar it was held against (empty for none)."""

    what: str
    figure: str
    bar: str = ""
    met: bool = True


def median_seconds(task: Callable[[], object], times: int = 5) -> float:
    """Run a task several times and give the median of its wall-clock seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def core_seconds(task: Callable[[], object]) -> float:
    """Run a task once and give the seconds that a core was at work."""
    start = time.process_time()
    task()
    return time.process_time() - start


def held(what: str, seconds: float, limit: float) -> Row:
    """Return the row of a time that must stay under a limit."""
    met = seconds < limit
    return Row(what, f"{seconds:.2f} s", f"under {limit:g} s: {'yes' if met else 'NO'}", met)


def barred(what: str, figure: float, unit: str, least: float) -> Row:
    """Return the row of a figure that must not be less than a bar."""
    met = figure >= least
    return Row(what, f"{figure:.2f} {unit}", f"at least {least:g}: {'yes' if met else 'NO'}", met)
