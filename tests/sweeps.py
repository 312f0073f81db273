"""Long lists of cases: a part of them in every run, all of them where a sweep is asked for.

`make sweep` sets TESTS_SWEEP; a part is taken evenly, with the first and the last case.
"""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
SWEEP = "TESTS_SWEEP"


def part(cases: Sequence[T], size: int) -> list[T]:
    """Return that many of the cases, spread evenly over them; all in a sweep."""
    if os.environ.get(SWEEP) or len(cases) <= size:
        return [*cases]
    last = len(cases) - 1
    return [cases[round(at * last / (size - 1))] for at in range(size)]
