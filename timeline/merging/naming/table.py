"""The table of names that a collection yields, and what in it is only proposed."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.merging.naming.decisions import Pair, pair_of
from timeline.merging.naming.relations import Relation


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one; `why` says what in them agrees, `likeness` that of contexts."""

    name: str
    other: str
    why: Relation
    likeness: float

    @property
    def pair(self) -> Pair:
        """The two names in the order in which pairs are kept."""
        return pair_of(self.name, self.other)


@dataclass(frozen=True, slots=True)
class Table:
    """Groups of names that are one, by the form that is shown, and what is only proposed."""

    groups: Mapping[str, tuple[str, ...]]
    proposals: tuple[Proposal, ...] = ()
