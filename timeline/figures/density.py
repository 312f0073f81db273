"""Events as counts per stretch of time, where single marks would be too many."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from timeline.figures.steps import Step, coarse_enough
from timeline.model.event import Event

Stretch = tuple[int, int]


def stretches(window: Stretch, most: int) -> tuple[Stretch, ...]:
    """Divide a window into at most about `most` calendar steps, the outer ones cut to fit."""
    step = coarse_enough(window[1] - window[0] + 1, most)
    starts = _starts(step, window)
    ends = (*(start - 1 for start in starts[1:]), window[1])
    return tuple(zip(starts, ends, strict=True))


def spread(events: Iterable[Event], bins: Sequence[Stretch]) -> tuple[float, ...]:
    """Count events per stretch; the counts add up to the number of events that touch any.

    Each event counts 1 in all, in equal shares for each of its possible days within the bins: an
    event of "some time in 2022" adds a twelfth to each month and makes no false peak in July. An
    open or unknown end counts as the known one, for where it ends nobody says; where the known
    one lies outside, the event counts at the edge that it reaches in by.
    """
    starts = [first for first, _ in bins]
    window = (bins[0][0], bins[-1][1])
    whole = [0.0] * len(bins)  # shares of single bins
    per_day = [0.0] * (len(bins) + 1)  # differences of a rate that holds from a bin on
    for event in events:
        days = _days_in(event, window)
        if days is None:
            continue
        first, last = days
        share = 1 / (last - first + 1)
        low = bisect_right(starts, first) - 1
        high = bisect_right(starts, last) - 1
        if low == high:
            whole[low] += 1
            continue
        whole[low] += share * (bins[low][1] - first + 1)
        whole[high] += share * (last - bins[high][0] + 1)
        per_day[low + 1] += share
        per_day[high] -= share
    rates = accumulate(per_day)
    return tuple(
        one + max(rate, 0.0) * (last - first + 1)
        for one, rate, (first, last) in zip(whole, rates, bins, strict=False)
    )


def _starts(step: Step, window: Stretch) -> tuple[int, ...]:
    return (window[0], *step.starts(*window)[1:])


def _days_in(event: Event, window: Stretch) -> Stretch | None:
    """The possible days of an event within a window; None where it has none there."""
    first, last = event.when.first, event.when.last
    if first is None:
        if last is None:
            return None
        first = last = min(last, window[1])
    elif last is None:
        first = last = max(first, window[0])
    if first > window[1] or last < window[0]:
        return None
    return max(first, window[0]), min(last, window[1])
