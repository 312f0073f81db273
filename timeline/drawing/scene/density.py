"""Events as counts per stretch of time, where single marks would be too many."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline.drawing.scene.fold import UNFOLDED, Fold
from timeline.drawing.scene.steps import Step, coarse_enough
from timeline.query.event_columns import FAR_AHEAD, LONG_AGO, Days

Stretch = tuple[int, int]
Counts = NDArray[np.float64]


def stretches(window: Stretch, most: int, fold: Fold = UNFOLDED) -> tuple[Stretch, ...]:
    """Divide a window into at most about `most` calendar steps, the outer ones cut to fit.

    What is folded up is left out.
    """
    step = coarse_enough(fold.folded(window[1] + 1) - fold.folded(window[0]), most)
    return tuple(bin_ for part in fold.open(window) for bin_ in _steps(step, part))


def _steps(step: Step, part: Stretch) -> Iterator[Stretch]:
    starts = (part[0], *step.starts(*part)[1:])
    ends = (*(start - 1 for start in starts[1:]), part[1])
    return zip(starts, ends, strict=True)


def spread(
    first: Days,
    last: Days,
    bins: Sequence[Stretch],
    group: NDArray[np.integer] | None = None,
    groups: int = 1,
) -> Counts:
    """Count dated events per group and stretch; they add up to the events that touch any.

    `first` and `last` are their days as `EventColumns` has them, `group` says which of `groups`
    each belongs to. Each event counts 1 in all, in equal shares for each of its possible days
    within the bins: an event of "some time in 2022" adds a twelfth to each month and makes no
    false peak in July. An open or unknown end counts as the known one, for where it ends nobody
    says; where the known one lies outside, the event counts in all of the bins alike.
    """
    starts = np.array([begin for begin, _ in bins])
    sizes = np.array([end - begin + 1 for begin, end in bins])
    begin, end, inside = _days_in(first, last, (bins[0][0], bins[-1][1]))
    offset = 0 if group is None else group[inside].astype(np.int64) * len(bins)
    share = 1 / (end - begin + 1)
    low = np.searchsorted(starts, begin, "right") - 1
    single = end < starts[low] + sizes[low]

    def added(cells: NDArray[np.int64], weights: Counts) -> Counts:
        found: Counts = np.bincount(cells, weights, groups * len(bins)).astype(np.float64)
        return found

    whole = added(low + offset, np.where(single, 1.0, share * (starts[low] + sizes[low] - begin)))
    if not single.all():
        wide = ~single
        begin, end, share, low = begin[wide], end[wide], share[wide], low[wide]
        offset = offset if isinstance(offset, int) else offset[wide]
        high = np.searchsorted(starts, end, "right") - 1
        whole += added(high + offset, share * (end - starts[high] + 1))
        # A rate that holds from the bin after the first one to the bin before the last one.
        steps = added(low + 1 + offset, share) - added(high + offset, share)
        rates = np.cumsum(steps.reshape(groups, -1), axis=1)
        whole += (np.maximum(rates, 0) * sizes).ravel()
    counts: Counts = whole.reshape(groups, -1)
    return counts


def _days_in(first: Days, last: Days, window: Stretch) -> tuple[Days, Days, NDArray[np.bool_]]:
    """Return the possible days within a window of those events that have any there, and which."""
    since, until = last == FAR_AHEAD, first == LONG_AGO
    begin = np.where(until, np.where(last > window[1], window[0], last), first)
    end = np.where(since, np.where(first < window[0], window[1], first), last)
    inside = (begin <= window[1]) & (end >= window[0])
    return (
        np.maximum(begin[inside], window[0]),
        np.minimum(end[inside], window[1]),
        inside,
    )
