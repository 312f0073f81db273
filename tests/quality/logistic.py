"""A logistic regression in which the sign of every weight is given, and small weights are cheap.

Where a hundred examples meet thirty properties, an unbounded fit takes accidents for rules: a
property that should speak against gets a weight that speaks for. So each weight may only grow away
from zero in the direction that its meaning says. Newton's method on the weights that are free.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

STEPS = 80
RARE = 0.15  # least spread: what few examples show gets no great weight
_CLOSE = 1e-8
_FREE = 1e-6  # the penalty of the start, which is none, but keeps the matrix regular


@dataclass(frozen=True, slots=True)
class Example:
    """What is known of one thing, whether it is one, and how much it counts."""

    shows: Mapping[str, float]
    yes: bool
    counts: float = 1.0


def fit(
    examples: Sequence[Example], directions: Mapping[str, int], penalty: float
) -> tuple[float, dict[str, float]]:
    """Return start and weights; `penalty` is on squared weights of properties scaled to spread 1.

    `directions` says for each property whether it speaks for (1) or against (-1).
    """
    names = tuple(directions)
    signs = np.array([directions[name] for name in names], float)
    table = np.array([[e.shows.get(name, 0.0) for name in names] for e in examples])
    spread = table.std(0)
    spread = np.maximum(spread, RARE)
    scaled = np.c_[np.ones(len(table)), table / spread * signs]
    sizes = _newton(
        scaled,
        np.array([e.yes for e in examples], float),
        np.array([e.counts for e in examples]),
        np.array([_FREE, *[penalty] * len(names)]),
    )
    weights = sizes[1:] * signs / spread
    return float(sizes[0]), {n: float(w) for n, w in zip(names, weights, strict=True)}


def _newton(table: np.ndarray, yes: np.ndarray, counts: np.ndarray, cost: np.ndarray) -> np.ndarray:
    sizes = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ sizes))
        slope = table.T @ (counts * (yes - chance)) - cost * sizes
        free = (sizes > 0) | (slope > 0)
        free[0] = True
        part = table[:, free]
        bend = (part.T * (counts * chance * (1 - chance))) @ part + np.diag(cost[free])
        step = np.zeros_like(sizes)
        step[free] = np.linalg.solve(bend, slope[free])
        after = sizes + step
        after[1:] = np.maximum(after[1:], 0)
        if np.abs(after - sizes).max() < _CLOSE:
            return after
        sizes = after
    return sizes
