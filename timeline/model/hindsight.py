"""Looking back: what is told again later matters more than what is only reported at once."""

from math import log1p

LOOKING_BACK = 3  # days after an event from which on an article looks back on it
_MOST = 30  # days after which more of them say nothing more


def hindsight(days: int) -> float:
    """Return how far an article looks back that came out days after, from 0 to 1.

    It grows with the logarithm: the second day says more than the twentieth.
    """
    return min(1.0, log1p(max(0, days)) / log1p(_MOST))
