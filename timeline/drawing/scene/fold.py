"""Time with its empty stretches folded up: places in time, and places on the folded axis."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.query.event_columns import FAR_AHEAD, LONG_AGO, EventColumns, Rows

WIDTH = 30.0  # pixels that a folded stretch takes
WORTH = 0.1  # of the days in view: a stretch without events that is worth folding
MARGIN = 0.03  # of the days that stay, left open beside each event
MOST = 8  # folds in one view: more would be read as noise

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fold:
    """Stretches of whole days, first to last, each drawn as `size` days; none without a gap.

    Before the first stretch folded places are places in time; later ones lie closer.
    """

    gaps: tuple[Stretch, ...] = ()
    size: float = 0.0

    def folded(self, place: float) -> float:
        """Return where a place in time lies on the folded axis."""
        saved = 0.0
        for first, last in self.gaps:
            if place <= first:
                break
            whole = last + 1 - first
            share = min((place - first) / whole, 1.0)
            saved += share * (whole - self.size)
        return place - saved

    def unfolded(self, at: float) -> float:
        """Return the place in time at a place of the folded axis; the inverse of `folded`."""
        starts = [self.folded(first) for first, _ in self.gaps]
        index = bisect_right(starts, at) - 1
        if index < 0:
            return at
        first, last = self.gaps[index]
        beyond = at - starts[index]
        if beyond < self.size:
            return first + beyond / self.size * (last + 1 - first)
        return last + 1 + beyond - self.size

    def open(self, window: Stretch) -> Iterator[Stretch]:
        """Yield the stretches of a window of days that are not folded."""
        start = window[0]
        for first, last in self.gaps:
            if start <= first - 1:
                yield start, first - 1
            start = last + 1
        if start <= window[1]:
            yield start, window[1]


UNFOLDED = Fold()


def folding(events: EventColumns, rows: Rows, window: Stretch, pixels: float) -> Fold:
    """Fold what lies empty between the events of a window that is so many pixels wide."""
    total = window[1] - window[0] + 1
    empty = [gap for gap in _empty(events, rows, window) if length(gap) >= total * WORTH][:MOST]
    margin = max(round((total - sum(map(length, empty))) * MARGIN), 1)
    gaps = tuple((first + margin, last - margin) for first, last in sorted(empty))
    if not gaps or min(map(length, gaps)) < 1:
        return UNFOLDED
    visible = total - sum(map(length, gaps))
    per_day = max(pixels - WIDTH * len(gaps), pixels / 2) / visible
    return Fold(gaps, WIDTH / per_day)


def length(stretch: Stretch) -> int:
    """Return the number of days from first to last."""
    return stretch[1] - stretch[0] + 1


def _empty(events: EventColumns, rows: Rows, window: Stretch) -> Sequence[Stretch]:
    """The stretches between events in a window, the longest first; open ends reach nowhere."""
    first, last = events.first[rows], events.last[rows]
    begin = np.where(first == LONG_AGO, last, first).clip(*window)
    end = np.where(last == FAR_AHEAD, first, last).clip(*window)
    order = np.argsort(begin, kind="stable")
    begin, end = begin[order], np.maximum.accumulate(end[order]) if len(order) else end
    found = np.flatnonzero(begin[1:] - end[:-1] > 1)
    gaps = [(int(end[at]) + 1, int(begin[at + 1]) - 1) for at in found.tolist()]
    return sorted(gaps, key=length, reverse=True)
