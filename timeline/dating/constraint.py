"""What a text says about its day of publication, a statement at a time, and their solution."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# How far an edge is moved to meet a statement that holds on some days of a year only.
LONGEST_SEARCH = 3 * 366


@dataclass(frozen=True, slots=True)
class Constraint:
    """A statement on the day of publication, and the reason for it in a sentence.

    `earliest` and `latest` bound it (day numbers); `holds` tells of a single day whether it may
    be the one. A weak statement rests on a habit of writers rather than on logic: it gives way.
    """

    reason: str
    earliest: int | None = None
    latest: int | None = None
    holds: Callable[[int], bool] | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """The days that remain, None where an edge is open, and the reasons that narrowed them."""

    earliest: int | None = None
    latest: int | None = None
    used: tuple[Constraint, ...] = ()
    refused: tuple[Constraint, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything was found out."""
        return self.earliest is not None or self.latest is not None


def solve(constraints: Iterable[Constraint]) -> Solution:
    """Narrow the days by every statement, firm ones first; one that leaves no day is refused.

    The order within firm and weak ones does not matter but for which of two that contradict
    each other is kept: the first.
    """
    firm_first = sorted(constraints, key=lambda c: c.weak)
    bounded = [c for c in firm_first if c.holds is None]
    sifting = [c for c in firm_first if c.holds is not None]
    solution = Solution()
    for constraint in bounded:
        solution = _bound(solution, constraint)
    for constraint in sifting:
        solution = _sift(solution, constraint)
    return solution


def _bound(solution: Solution, constraint: Constraint) -> Solution:
    earliest = _tightest(max, solution.earliest, constraint.earliest)
    latest = _tightest(min, solution.latest, constraint.latest)
    if earliest is not None and latest is not None and earliest > latest:
        return _refuse(solution, constraint)
    return _narrowed(solution, earliest, latest, constraint)


def _tightest(choose: Callable[[int, int], int], one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return choose(one, other)


def _sift(solution: Solution, constraint: Constraint) -> Solution:
    earliest = _moved(solution.earliest, solution.latest, constraint, 1)
    latest = _moved(solution.latest, earliest, constraint, -1)
    failed = (earliest is None) != (solution.earliest is None) or (latest is None) != (
        solution.latest is None
    )
    if failed:
        return _refuse(solution, constraint)
    return _narrowed(solution, earliest, latest, constraint)


def _moved(edge: int | None, other: int | None, constraint: Constraint, step: int) -> int | None:
    """Move an edge inwards to the first day on which the statement holds; None where none does."""
    if edge is None or constraint.holds is None:
        return edge
    day = edge
    for _ in range(LONGEST_SEARCH):
        if other is not None and (other - day) * step < 0:
            return None
        if constraint.holds(day):
            return day
        day += step
    return None


def _narrowed(
    solution: Solution, earliest: int | None, latest: int | None, constraint: Constraint
) -> Solution:
    """Return the narrower solution; a statement that added nothing is no reason."""
    if (earliest, latest) == (solution.earliest, solution.latest):
        return solution
    return Solution(earliest, latest, (*solution.used, constraint), solution.refused)


def _refuse(solution: Solution, constraint: Constraint) -> Solution:
    return Solution(
        solution.earliest, solution.latest, solution.used, (*solution.refused, constraint)
    )
