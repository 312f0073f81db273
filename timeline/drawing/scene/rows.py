"""Packing stretches of a line into rows so that none overlap."""

from collections.abc import Sequence

GAP = 6.0  # pixels between neighbours in a row


def pack(extents: Sequence[tuple[float, float]], gap: float = GAP) -> tuple[int, ...]:
    """Give each stretch the first row that is free from its left end on.

    Stretches are pixels, left and right; the result is in their order, the fewest rows there can
    be. Ties go by order, so that equal input gives equal rows.
    """
    rows = [0] * len(extents)
    ends: list[float] = []
    for index in sorted(range(len(extents)), key=lambda i: (extents[i][0], i)):
        left, right = extents[index]
        row = next((r for r, end in enumerate(ends) if end + gap <= left), len(ends))
        if row == len(ends):
            ends.append(right)
        else:
            ends[row] = right
        rows[index] = row
    return tuple(rows)
