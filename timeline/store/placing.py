"""Places to order rows by, with gaps between them: what comes between moves no other row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

GAP = 2**32


def places(kept: Sequence[int | None]) -> tuple[list[int], bool]:
    """Return a place for each row in order, and whether rows that have one have to move.

    `kept` holds the place of each row that is there, None for one that is new. Places are moved,
    all of them, only where rows have changed their order, or where no number is left between two.
    """
    fixed = [place for place in kept if place is not None]
    if any(after <= before for before, after in pairwise(fixed)):
        return _from_nothing(len(kept)), True
    found = list(_between(kept))
    if any(after <= before for before, after in pairwise(found)):
        return _from_nothing(len(kept)), bool(fixed)
    return found, False


def _from_nothing(count: int) -> list[int]:
    return [number * GAP for number in range(1, count + 1)]


def _between(kept: Sequence[int | None]) -> Iterator[int]:
    """Yield the places, those of new rows spread over the gap that they come into."""
    before, waiting = 0, 0
    for place in kept:
        if place is None:
            waiting += 1
            continue
        yield from (before + (place - before) * n // (waiting + 1) for n in range(1, waiting + 1))
        yield place
        before, waiting = place, 0
    yield from (before + GAP * n for n in range(1, waiting + 1))
