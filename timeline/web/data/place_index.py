"""The places of a collection's events as columns, so that a view counts them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.model.event import Event
from timeline.places import Locator, Place, Placement, fold

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, the names by which events have it, and whether a person chose it."""

    place: Place
    names: tuple[str, ...]
    chosen: bool


class PlaceIndex:
    """Which event is where, and which names are open. It never changes."""

    def __init__(self, events: Sequence[Event], locator: Locator) -> None:
        """Place the names of all events."""
        spots: dict[Place, int] = {}
        opens: dict[str, int] = {}
        names: list[dict[str, None]] = []
        by_hand: list[bool] = []
        self.open: list[Placement] = []
        placed: list[tuple[int, int]] = []
        left: list[tuple[int, int]] = []
        for row, event in enumerate(events):
            for found in locator.placements(event) if event.places else ():
                if found.place is None:
                    code = opens.setdefault(fold(found.name) or found.name, len(opens))
                    if code == len(self.open):
                        self.open.append(found)
                    left.append((row, code))
                    continue
                code = spots.setdefault(found.place, len(spots))
                if code == len(names):
                    names.append({})
                    by_hand.append(False)
                names[code][found.name] = None
                by_hand[code] |= found.chosen
                placed.append((row, code))
        self.spots = tuple(
            Spot(place, tuple(names[code]), by_hand[code]) for place, code in spots.items()
        )
        self._placed, self._open = _pairs(placed), _pairs(left)

    def spot_counts(self, kept: Mask) -> NDArray[np.int64]:
        """Count the events that are kept at each spot."""
        return _counted(self._placed, kept, len(self.spots))

    def open_counts(self, kept: Mask) -> NDArray[np.int64]:
        """Count the events that are kept under each name that is open."""
        return _counted(self._open, kept, len(self.open))


def _pairs(pairs: list[tuple[int, int]]) -> NDArray[np.int64]:
    unique = dict.fromkeys(pairs)  # an event may have a place under two of its names
    return np.array(list(unique), np.int64).reshape(-1, 2)


def _counted(pairs: NDArray[np.int64], kept: Mask, length: int) -> NDArray[np.int64]:
    counts: NDArray[np.int64] = np.bincount(pairs[kept[pairs[:, 0]], 1], minlength=length)
    return counts
