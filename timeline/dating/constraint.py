"""What a text says about its day of publication, a statement at a time, and their solution.

Statements are weighed. The days on which most of the weight agrees are kept, and what contradicts
them is left aside, with its reason. An edge is shown as known only where the statements behind it
weigh enough together: one weak statement alone leaves the interval open.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

# How far an edge is moved to meet a statement that holds on some days of a year only.
LONGEST_SEARCH = 3 * 366


class Weight(IntEnum):
    """How much a statement counts; an edge needs statements of `SURE` in all."""

    HINT = 1
    SURE = 2
    STATED = 4  # the article's own date, or an equation between two of its times


@dataclass(frozen=True, slots=True)
class Constraint:
    """A statement on the day of publication, and the reason for it in a sentence.

    `earliest` and `latest` bound it (day numbers); `holds` tells of a single day whether it may
    be the one. A weak statement rests on a habit of writers rather than on logic: it narrows what
    others have closed, and gives way. Of statements with the same `source`, the place of a
    sentence, the weightiest counts: a sentence that names two years is one witness.
    """

    reason: str
    earliest: int | None = None
    latest: int | None = None
    holds: Callable[[int], bool] | None = None
    weak: bool = False
    weight: Weight = Weight.SURE
    source: int | None = None

    def allows(self, day: int) -> bool:
        """Return whether a day lies within the bounds."""
        after = self.earliest is None or self.earliest <= day
        return after and (self.latest is None or day <= self.latest)


@dataclass(frozen=True, slots=True)
class Solution:
    """The days that remain, None where an edge is open, and the reasons that narrowed them.

    `refused` contradict the rest; `alone` agree with it and are too weak to show an edge.
    """

    earliest: int | None = None
    latest: int | None = None
    used: tuple[Constraint, ...] = ()
    refused: tuple[Constraint, ...] = ()
    alone: tuple[Constraint, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything was found out."""
        return self.earliest is not None or self.latest is not None


def solve(constraints: Iterable[Constraint]) -> Solution:
    """Return the days on which the weightiest statements agree, narrowed by the weak ones.

    The order of the statements changes nothing but the order of the reasons.
    """
    made = list(constraints)
    firm = [c for c in made if c.holds is None and not c.weak]
    solution = _agreed(firm)
    for constraint in (c for c in made if c.holds is None and c.weak):
        solution = _bound(solution, constraint)
    for constraint in sorted((c for c in made if c.holds is not None), key=lambda c: c.weak):
        solution = _sift(solution, constraint)
    return solution


def _agreed(firm: Sequence[Constraint]) -> Solution:
    """Keep the statements that hold on the days of the most weight; of equals, the later days.

    A plan is misread more often than a past, so where one stands against one the past is kept.
    """
    best = _best_day(firm)
    if best is None:
        return Solution()
    kept = [c for c in firm if c.allows(best)]
    lower = sorted((c for c in kept if c.earliest is not None), key=_earliest, reverse=True)
    upper = sorted((c for c in kept if c.latest is not None), key=_latest)
    after, first_alone = _supported(lower, _earliest)
    before, last_alone = _supported(upper, _latest)
    return Solution(
        _earliest(after[-1]) if after else None,
        _latest(before[-1]) if before else None,
        tuple(dict.fromkeys((*after, *before))),
        tuple(c for c in firm if not c.allows(best)),
        tuple(dict.fromkeys((*first_alone, *last_alone))),
    )


def _best_day(firm: Sequence[Constraint]) -> int | None:
    """Return the last day of those that satisfy the most weight."""
    days = {day for c in firm for day in (c.earliest, c.latest) if day is not None}
    if not days:
        return None
    changes: dict[int, list[tuple[Constraint, int]]] = {}
    standing = _Standing()
    for constraint in firm:
        if constraint.earliest is None:
            standing.change(constraint, 1)
        else:
            changes.setdefault(constraint.earliest, []).append((constraint, 1))
        if constraint.latest is not None:
            changes.setdefault(constraint.latest + 1, []).append((constraint, -1))
    best, most = min(days) - 1, standing.weight
    for day in sorted(changes):
        for constraint, step in changes[day]:
            standing.change(constraint, step)
        if standing.weight >= most:
            best, most = day, standing.weight
    return best


class _Standing:
    """The weight of the statements that hold on a day, each source counted once."""

    __slots__ = ("counts", "weight")

    def __init__(self) -> None:
        self.counts: dict[object, list[int]] = {}
        self.weight = 0

    def change(self, constraint: Constraint, step: int) -> None:
        """Add or take away a statement."""
        own = _witness(constraint)
        weights = self.counts.setdefault(own, [])
        self.weight -= max(weights, default=0)
        if step > 0:
            weights.append(constraint.weight)
        else:
            weights.remove(constraint.weight)
        self.weight += max(weights, default=0)


def _witness(constraint: Constraint) -> object:
    return id(constraint) if constraint.source is None else ("sentence", constraint.source)


def _supported(
    ordered: Sequence[Constraint], edge: Callable[[Constraint], int]
) -> tuple[list[Constraint], list[Constraint]]:
    """Return the statements that show an edge, the last of them setting it, and those too weak.

    From the tightest on, statements are added until they weigh enough. Where one of them suffices
    by itself, the weaker and tighter ones before it have shown nothing.
    """
    standing = _Standing()
    taken: list[Constraint] = []
    for constraint in ordered:
        standing.change(constraint, 1)
        taken.append(constraint)
        if standing.weight >= Weight.SURE:
            alone = constraint.weight >= Weight.SURE
            shown = [c for c in taken if not alone or edge(c) == edge(constraint)]
            return shown, [c for c in taken if c not in shown]
    return [], taken


def _earliest(constraint: Constraint) -> int:
    return constraint.earliest if constraint.earliest is not None else 0


def _latest(constraint: Constraint) -> int:
    return constraint.latest if constraint.latest is not None else 0


def _bound(solution: Solution, constraint: Constraint) -> Solution:
    """Narrow what is closed already by a habit of writers."""
    if solution.earliest is None or solution.latest is None:
        return solution
    earliest = max(solution.earliest, constraint.earliest or solution.earliest)
    latest = min(solution.latest, constraint.latest or solution.latest)
    if earliest > latest:
        return _refuse(solution, constraint)
    return _narrowed(solution, earliest, latest, constraint)


def _sift(solution: Solution, constraint: Constraint) -> Solution:
    if constraint.weak and (solution.earliest is None or solution.latest is None):
        return solution
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
    return replace(solution, earliest=earliest, latest=latest, used=(*solution.used, constraint))


def _refuse(solution: Solution, constraint: Constraint) -> Solution:
    return replace(solution, refused=(*solution.refused, constraint))
