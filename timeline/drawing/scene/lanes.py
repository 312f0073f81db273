"""Which lane an event belongs to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from timeline.model.event import Category
from timeline.query.event_columns import EventColumns, Mask, Rows
from timeline.query.facets import LANES, NO_LANES, REGISTRY, Facet

NO_TITLES: Mapping[str, str] = MappingProxyType({})
NOBODY = "—"
MOST_LANES = 12


def lanes_by(name: str) -> Facet | None:
    """Return the facet that lanes stand for, None for no lanes; raise ValueError where none is."""
    if name not in LANES:
        msg = f"no lanes by {name!r}; there are {', '.join(LANES)}"
        raise ValueError(msg)
    return None if name == NO_LANES else REGISTRY[name]


@dataclass(frozen=True, slots=True)
class LaneColumn:
    """The lane of each event: a place among `values`, -1 for none (which is `NOBODY`'s lane)."""

    values: tuple[str, ...]
    codes: NDArray[np.int32]

    @classmethod
    def of(cls, events: EventColumns, scheme: Facet | None) -> "LaneColumn":
        """Read it: an event's first value."""
        if scheme is None:
            return cls((), np.full(len(events), -1, np.int32))
        facet = events.facet(scheme.key)
        return cls(facet.values, facet.first(len(events)))

    def counted(self, kept: Mask) -> Counter[str]:
        """Count the events of each lane among those that are kept."""
        counts = np.bincount(self.codes[kept] + 1, minlength=len(self.values) + 1)
        pairs = zip((NOBODY, *self.values), counts.tolist(), strict=True)
        return Counter({value: count for value, count in pairs if count})

    def lanes(self, keys: Sequence[tuple[str, ...]], rows: Rows) -> NDArray[np.int32]:
        """Return the number of the lane that each of some rows belongs to."""
        index = {key: lane for lane, shared in enumerate(keys) for key in shared}
        # The last place of the table is that of -1, of those in nobody's lane.
        table = [index.get(value, 0) for value in (*self.values, NOBODY)]
        return np.array(table, np.int32)[self.codes[rows]]


def lane_keys(
    counted: Mapping[str, int], scheme: Facet | None, first: Sequence[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return the lanes of counted events from top to bottom, each as the keys that share it.

    Values that are fixed keep their own order; documents go by name; the others go by how many
    events they have. Those that the viewer has put `first` lead. What exceeds
    `MOST_LANES` shares one lane, `NOBODY` comes last.
    """
    ahead = [key for key in dict.fromkeys(first) if key in counted]
    keys = [*ahead, *(key for key in _ordered(counted, scheme) if key not in ahead)]
    named = [key for key in keys if key != NOBODY]
    kept: list[tuple[str, ...]] = [(key,) for key in named]
    if len(named) > MOST_LANES:
        kept = [*kept[: MOST_LANES - 1], tuple(named[MOST_LANES - 1 :])]
    return (*kept, *([(NOBODY,)] if NOBODY in counted else []))


def lane_name(
    keys: tuple[str, ...], scheme: Facet | None, titles: Mapping[str, str] = NO_TITLES
) -> str:
    """Return what a lane holds, in plain text; an article's lane goes by its title."""
    if scheme is None:
        return "Events"
    if len(keys) > 1:
        return f"{len(keys):,} more {scheme.key}s"
    return keys[0].capitalize() if scheme.values else titles.get(keys[0], keys[0])


def lane_category(keys: tuple[str, ...], scheme: Facet | None) -> Category | None:
    """Return the category that a whole lane belongs to, None where there is none."""
    return Category(keys[0]) if scheme is not None and scheme.key == "category" else None


def _ordered(counted: Mapping[str, int], scheme: Facet | None) -> list[str]:
    if scheme is not None and scheme.values:
        return [value for value in scheme.values if value in counted]
    if scheme is not None and scheme.titled:
        return sorted(counted)
    return sorted(counted, key=lambda key: (-counted[key], key))
