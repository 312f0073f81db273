"""The window that a collection opens on: where most of what matters lies, not the outermost days.

One comment about the year 5000 must not make a bar of everything else.
"""

import numpy as np
from numpy.typing import NDArray

from timeline.query.event_columns import FAR_AHEAD, LONG_AGO, EventColumns, Mask, Rows

MIDDLE = 0.96  # of the weight
DAYS_IN_WEEK = 7
WORTH_IT = 2.0  # how many times as long all of it has to be, so that something is left out
LEAST_DAYS = 28
PADDING = 0.03  # of the days, on both sides
LEAST_PADDING = 2  # days
FEW = 60  # events that are all shown, wherever they lie
OPEN_DAYS = 36_525  # a century, as which a date with an open end weighs
Window = tuple[int, int]


def opening_window(events: EventColumns, kept: Mask) -> Window | None:
    """Return the shortest run of days with 96 % of the weight of the dated events that are kept.

    None where all of their time is not much longer, so that nothing has to be left out. An event
    weighs what it is worth and as much as it is important, and less the wider its date is: half
    where that is a week, next to nothing where one end of it is open.
    """
    rows = events.by_middle[kept[events.by_middle]]
    if len(rows) <= FEW:
        return None
    window, (begin, end) = _densest(events, rows), _span(events, rows)
    middle = max(window[1] - window[0] + 1, LEAST_DAYS)
    if end - begin + 1 <= WORTH_IT * middle:
        return None
    room = max(round(middle * PADDING), LEAST_PADDING)
    return window[0] - room, window[1] + room


def _densest(events: EventColumns, rows: Rows) -> Window:
    """Return the days of the first and the last event of the shortest run; rows by middle."""
    days, lengths = events.middles[rows], events.ends[rows] - events.begins[rows]
    is_open = (events.first[rows] == LONG_AGO) | (events.last[rows] == FAR_AHEAD)
    wide = np.where(is_open, OPEN_DAYS, lengths)
    weights = events.weights[rows] / (1 + wide / DAYS_IN_WEEK)
    sums = np.append(0.0, np.cumsum(weights))
    # Sums of many shares are not exact: a hair less, so that all of it is found to be enough.
    wanted = sums[:-1] + MIDDLE * sums[-1] * (1 - 1e-9)
    ends = np.searchsorted(sums, wanted) - 1
    starts = np.flatnonzero(ends < len(rows))
    spans = days[ends[starts]] - days[starts]
    best = starts[int(np.argmin(spans))]
    return int(days[best]), int(days[ends[best]])


def _span(events: EventColumns, rows: Rows) -> Window:
    """Return the first and last day that any of some dated events names."""
    named = np.concatenate((events.begins[rows], events.ends[rows]))
    return int(named.min()), int(named.max())


def outside(events: EventColumns, kept: Mask, window: Window) -> tuple[Rows, Rows]:
    """Return the dated events that are kept and lie wholly before a window, and behind it."""
    dated: NDArray[np.bool_] = kept & events.dated
    before, behind = dated & (events.last < window[0]), dated & (events.first > window[1])
    return np.flatnonzero(before), np.flatnonzero(behind)


def widened(events: EventColumns, rows: Rows, window: Window) -> Window:
    """Return a window that takes in events that lie outside of it."""
    begin, end = _span(events, rows)
    return min(begin, window[0]), max(end, window[1])
