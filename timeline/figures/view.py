"""Which days lie at which pixels."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.event import Event

PADDING = 0.04  # of the span, on both sides of a whole collection
LEAST_PADDING = 3  # days


@dataclass(frozen=True, slots=True)
class View:
    """The days `first` to `last`, both whole, spread over the pixels `left` to `right`.

    A place in time is a day number with a fraction: 738000 is the beginning of that day and
    738000.5 its noon.
    """

    first: int
    last: int
    left: float
    right: float

    def __post_init__(self) -> None:
        """Refuse a view of no days or no pixels."""
        if self.last < self.first or self.right <= self.left:
            msg = f"no view of days {self.first}..{self.last} on {self.left}..{self.right} px"
            raise ValueError(msg)

    @property
    def days(self) -> int:
        """How many days are in view."""
        return self.last - self.first + 1

    @property
    def per_day(self) -> float:
        """Pixels per day."""
        return (self.right - self.left) / self.days

    def pixel(self, place: float) -> float:
        """Give the pixel of a place in time, also of one out of view."""
        return self.left + (place - self.first) * self.per_day

    def place(self, pixel: float) -> float:
        """Give the place in time at a pixel; the inverse of `pixel`."""
        return self.first + (pixel - self.left) / self.per_day


def reaches(event: Event, window: tuple[int, int]) -> bool:
    """Tell whether an event may lie in a window of days, in part at least; open ends reach on."""
    first, last = event.when.first, event.when.last
    return (first is None or first <= window[1]) and (last is None or last >= window[0])


def whole_span(events: Iterable[Event]) -> tuple[int, int] | None:
    """Give the first and last day that any dated event names; None without any."""
    known = [
        day for event in events for day in (event.when.first, event.when.last) if day is not None
    ]
    return (min(known), max(known)) if known else None


def padded(span: tuple[int, int]) -> tuple[int, int]:
    """Give a window with some room around a span."""
    room = max(round((span[1] - span[0] + 1) * PADDING), LEAST_PADDING)
    return span[0] - room, span[1] + room
