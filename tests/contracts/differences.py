"""What several places say of one thing, compared: the sides of a contract and where they differ."""

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations


def differences(sides: Mapping[str, Iterable[Hashable]]) -> list[str]:
    """Return a line for each two sides that hold different things, order aside."""
    held = {side: set(things) for side, things in sides.items()}
    empty = [f"{side}: nothing was found" for side, things in held.items() if not things]
    pairs = combinations(held.items(), 2)
    return empty + [line for one, other in pairs for line in _apart(one, other)]


def missing(
    used: Iterable[Hashable], known: Iterable[Hashable], what: str = "not known"
) -> list[str]:
    """Return a line for each thing that is used and that nobody knows."""
    wanted = set(used)
    if not wanted:
        return ["nothing was found that is used"]
    return sorted(f"{thing}: {what}" for thing in wanted - set(known))


def contradictions(sides: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return a line for each two sides that give one key another value, or lack it."""
    lines = differences(sides)
    for (one, first), (other, second) in combinations(sides.items(), 2):
        lines += [
            f"{key}: {one} has {first[key]!r}, {other} has {second[key]!r}"
            for key in first
            if key in second and first[key] != second[key]
        ]
    return lines


def _apart(one: tuple[str, set[Hashable]], other: tuple[str, set[Hashable]]) -> Iterable[str]:
    for (here, mine), (there, theirs) in ((one, other), (other, one)):
        if lacking := mine - theirs:
            yield f"in {here} and not in {there}: {sorted(map(str, lacking))}"
