"""One lane's marks in rows, with as much room for labels as its rows allow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.drawing.scene.labels import Titled, reserved
from timeline.drawing.scene.mark import SceneMark
from timeline.model.event import Event

GAP = 6.0  # pixels between neighbours in a row


@dataclass(frozen=True, slots=True)
class PackedLane:
    """A lane's marks, each in its row, and how many rows they take.

    `dense` says that its events are cells; then the only mark is that of the selected event.
    """

    titled: tuple[Titled, ...] = ()
    rows: int = 0
    dense: bool = False


def pack_lane(
    events: Sequence[Event], marks: Sequence[SceneMark], edges: tuple[float, float], most: int
) -> PackedLane:
    """Put the marks of a lane into rows.

    The weightiest events keep room for their labels, as many of them as fit into `most` rows;
    the others are packed by their marks alone, in more rows where they must.
    """
    weights = [weight(e, m) for e, m in zip(events, marks, strict=True)]
    order = sorted(range(len(marks)), key=lambda i: weights[i], reverse=True)
    wide = [reserved(m, e.title, edges) for e, m in zip(events, marks, strict=True)]

    def rows_with(labelled: int) -> tuple[int, ...]:
        roomy = set(order[:labelled])
        return pack([wide[i] if i in roomy else marks[i].extent for i in range(len(marks))])

    rows = rows_with(_most_labelled(rows_with, len(marks), most))
    placed = (replace(mark, row=row) for mark, row in zip(marks, rows, strict=True))
    titled = (Titled(m, e.title, w) for m, e, w in zip(placed, events, weights, strict=True))
    return PackedLane(tuple(titled), max(rows, default=-1) + 1)


def weight(event: Event, mark: SceneMark) -> tuple[float, ...]:
    """Return how much an event's label matters: selected, important in its collection, sure."""
    return (mark.selected, event.importance, mark.disputed, event.confidence)


def _most_labelled(rows_with: Callable[[int], tuple[int, ...]], count: int, most: int) -> int:
    """Find, by halving, how many labels can have room within `most` rows."""
    low, high = 0, count
    while low < high:
        middle = (low + high + 1) // 2
        if max(rows_with(middle), default=-1) < most:
            low = middle
        else:
            high = middle - 1
    return low


def pack(extents: Sequence[tuple[float, float]], gap: float = GAP) -> tuple[int, ...]:
    """Return for each stretch the first row that is free from its left end on.

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
