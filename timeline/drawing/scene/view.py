"""Which days lie at which pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.drawing.scene.fold import UNFOLDED, Fold
from timeline.query.event_columns import FAR_AHEAD, EventColumns, Mask, Rows

PADDING = 0.04  # of the span, on both sides of a whole collection
LEAST_PADDING = 3  # days


@dataclass(frozen=True, slots=True)
class View:
    """The days `first` to `last`, both whole, spread over the pixels `left` to `right`.

    Where stretches are folded up, the others share their room.

    A place in time is a day number with a fraction: 738000 is the beginning of that day and
    738000.5 its noon.
    """

    first: int
    last: int
    left: float
    right: float
    fold: Fold = UNFOLDED

    def __post_init__(self) -> None:
        """Refuse a view of no days or no pixels."""
        if self.last < self.first or self.right <= self.left:
            msg = f"no view of days {self.first}..{self.last} on {self.left}..{self.right} px"
            raise ValueError(msg)

    @property
    def days(self) -> float:
        """How many days are in view, the folded ones counted by the room they take."""
        return self.fold.folded(self.last + 1) - self.fold.folded(self.first)

    @property
    def per_day(self) -> float:
        """Pixels per day, wherever time is not folded."""
        return (self.right - self.left) / self.days

    def pixel(self, place: float) -> float:
        """Return the pixel of a place in time, also of one out of view."""
        fold = self.fold.folded
        return self.left + (fold(place) - fold(self.first)) * self.per_day

    @property
    def folds(self) -> Iterator[tuple[float, float]]:
        """Return the pixels between which each folded stretch lies."""
        return ((self.pixel(first), self.pixel(last + 1)) for first, last in self.fold.gaps)

    def place(self, pixel: float) -> float:
        """Return the place in time at a pixel; the inverse of `pixel`."""
        at = self.fold.folded(self.first) + (pixel - self.left) / self.per_day
        return self.fold.unfolded(at)


def span_of(events: EventColumns, kept: Mask | Rows) -> tuple[int, int] | None:
    """Return the first and last day that any of the kept dated events names; None without any."""
    first, last = events.first[kept], events.last[kept]
    known = [days[np.abs(days) < FAR_AHEAD] for days in (first, last)]
    present = [days for days in known if len(days)]
    if not present:
        return None
    return int(min(d.min() for d in present)), int(max(d.max() for d in present))


def padded(span: tuple[int, int], days: int | None = None) -> tuple[int, int]:
    """Return a window with some room around a span, of which so many days are in sight."""
    room = max(round((days or span[1] - span[0] + 1) * PADDING), LEAST_PADDING)
    return span[0] - room, span[1] + room
