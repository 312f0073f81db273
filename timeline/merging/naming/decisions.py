"""What people decided on names: which are one, and which are not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of names that are one, and pairs that are not; they hold before all else."""

    same: frozenset[Pair] = field(default=frozenset())
    different: frozenset[Pair] = field(default=frozenset())

    @classmethod
    def of(cls, decided: Mapping[Pair, bool]) -> "Decisions":
        """Take what was decided of each pair."""
        return cls(
            frozenset(pair for pair, same in decided.items() if same),
            frozenset(pair for pair, same in decided.items() if not same),
        )


def pair_of(one: str, other: str) -> Pair:
    """Return two names in the order in which pairs are kept."""
    return (one, other) if one <= other else (other, one)


NO_DECISIONS = Decisions()
