"""Which days matter: by their voices, their publishers, their neighbours and their place in time.

Articles of one fortnight are one wave of news, in which each says less than the one before; what
is told again in the next ones is what people remember.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import fsum

from timeline.digest.voices import Voice

_WAVE, _DAMPED = 14, 0.75  # days that are one wave; the power by which its weight counts
_PUBLISHERS = 1.0  # added where all publishers tell of the day
_ECHO = 0.1  # of what a neighbour weighs, taken off, for it tells the same story a day apart
# Days farther than its own length from the time in which this share of the weight lies count half
# at most, and less the farther away they are: they are what a story reminds of.
_MASS, _OUTSIDE = 0.96, 0.5
_DIGITS = 9  # beyond which numbers differ by how they were added


def scores(voices: Mapping[int, Sequence[Voice]]) -> dict[int, float]:
    """Return how much each day matters; more is more."""
    publishers = frozenset(name for day in voices.values() for v in day for name in v.publishers)
    raw = {day: _weight(told, len(publishers)) for day, told in voices.items()}
    first, last = _mass(raw)
    placed = {day: w * _nearness(day, first, last) for day, w in raw.items()}
    return {day: round(w - _echo(day, placed), _DIGITS) for day, w in placed.items()}


def ranking(scored: Mapping[int, float]) -> list[int]:
    """Return the days, the most important first; of equal ones the earlier."""
    return sorted(scored, key=lambda day: (-scored[day], day))


def _weight(voices: Sequence[Voice], publishers: int) -> float:
    named = frozenset(name for voice in voices for name in voice.publishers)
    spread = max(0, len(named) - 1) / max(1, publishers - 1)
    waves: dict[int, list[float]] = defaultdict(list)
    for voice in voices:
        waves[voice.lag // _WAVE].append(voice.weight)
    weight = fsum(fsum(wave) ** _DAMPED for _, wave in sorted(waves.items()))
    return weight * (1 + _PUBLISHERS * spread)


def _nearness(day: int, first: int, last: int) -> float:
    """Return the share for which a day counts by its distance from the time of the collection."""
    length = last - first + 1
    away = max(first - day, day - last)
    return 1.0 if away <= length else _OUTSIDE * length / away


def _echo(day: int, weights: Mapping[int, float]) -> float:
    beside = max(weights.get(day - 1, 0.0), weights.get(day + 1, 0.0))
    return _ECHO * min(weights[day], beside)


def _mass(weights: Mapping[int, float]) -> tuple[int, int]:
    """Return the first and the last day of the shortest time in which most of the weight lies."""
    days = sorted(weights)
    if not days:
        return 0, 0
    sums = [0.0, *accumulate(weights[day] for day in days)]
    wanted = _MASS * sums[-1] * (1 - 1e-9)  # sums of many shares are not exact
    ends = (bisect_left(sums, begun + wanted) - 1 for begun in sums[:-1])
    runs = (
        (days[end] - first, first, days[end])
        for first, end in zip(days, ends, strict=True)
        if end < len(days)
    )
    _, first, last = min(runs)
    return first, last
