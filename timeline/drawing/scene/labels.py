"""Titles beside their marks: the weightiest first, none over another, none cut off."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.drawing.scene.mark import Label, LabelAnchor, MarkShape, SceneMark
from timeline.drawing.scene.plain import plain
from timeline.drawing.scene.text_width import shortened, text_width

BESIDE = 6.0  # pixels between a mark and its label
CLEAR = 6.0  # pixels between a label and what stands next to it
LONGEST_SHARE = 0.45  # of the width that there is
LONGEST = (190.0, 400.0)
MOST = 560.0  # where nothing else wants the room
SHORTEST = 84.0  # a title cut down further tells nothing
INSET = 18.0  # inside a bar: room for the category's symbol
HINT = 10.0  # at an edge: room for the wedge that says "goes on"
STUB = 64.0  # of a bar with an open end: the strong part, before it fades


@dataclass(frozen=True, slots=True)
class Titled:
    """A mark with its title and how much it matters; greater goes first."""

    mark: SceneMark
    title: str
    weight: tuple[float, ...]


def reserved(mark: SceneMark, title: str, edges: tuple[float, float]) -> tuple[float, float]:
    """Return the stretch that a mark takes with its label where it would stand best."""
    for label in _choices(mark, title, edges):
        return min(mark.extent[0], label.left), max(mark.extent[1], label.right)
    return mark.extent


def place_labels(
    titled: Sequence[Titled],
    edges: tuple[float, float],
    closed: Sequence[tuple[float, float]] = (),
) -> tuple[Label, ...]:
    """Return the labels that fit between the `edges` (pixels), the weightiest first.

    Nothing stands in stretches that are `closed`. A title that was cut down for the others' sake
    is given what room they have left it.
    """
    rows: defaultdict[tuple[int, int], Row] = defaultdict(lambda: Row(closed))
    for item in titled:
        rows[item.mark.lane, item.mark.row].add(item.mark.extent, item.mark.event_id)
    placed = []
    for item in sorted(titled, key=lambda t: t.weight, reverse=True):
        row = rows[item.mark.lane, item.mark.row]
        label = _first_free(item, row, edges)
        if label is not None:
            row.add((label.left, label.right), label.event_id)
            placed.append(label)
    items = {item.mark.event_id: item for item in titled}
    return tuple(
        _lengthened(label, items[label.event_id], rows[label.lane, label.row], edges)
        for label in placed
    )


def _lengthened(label: Label, item: Titled, row: "Row", edges: tuple[float, float]) -> Label:
    """The label with more of its title, where the row has room at its open end."""
    whole = plain(item.title)
    if label.text == whole:
        return label
    before, after = row.room(label.left, label.right, label.event_id)
    left, right = max(before + CLEAR, edges[0]), min(after - CLEAR, edges[1])
    if label.anchor is LabelAnchor.INSIDE:
        right = min(right, (_inside(item.mark) or edges)[1])
    room = label.right - left if label.anchor is LabelAnchor.LEFT else right - label.left
    text = shortened(whole, min(room, MOST))
    width = text_width(text)
    if width <= label.right - label.left:
        return label
    if label.anchor is LabelAnchor.LEFT:
        longer = replace(label, text=text, left=label.right - width)
    else:
        longer = replace(label, text=text, right=label.left + width)
    row.add((longer.left, longer.right), longer.event_id)
    return longer


class Row:
    """What stands in one row, by pixel."""

    def __init__(self, closed: Sequence[tuple[float, float]] = ()) -> None:
        """Take what is closed to all."""
        self._taken: list[tuple[float, float, str]] = [(*stretch, "") for stretch in sorted(closed)]

    def add(self, stretch: tuple[float, float], owner: str) -> None:
        """Take a stretch for an event's mark or label."""
        insort(self._taken, (*stretch, owner))

    def room(self, left: float, right: float, owner: str) -> tuple[float, float]:
        """Return the nearest ends of others on either side of a stretch (±inf without)."""
        others = [(a, b) for a, b, who in self._near(left, right) if who != owner]
        before = max((b for a, b in others if a < left), default=float("-inf"))
        after = min((a for a, b in others if a >= left), default=float("inf"))
        return before, after

    def _near(self, left: float, right: float) -> Iterator[tuple[float, float, str]]:
        """Neighbours of a stretch; as nothing overlaps, a few on each side are enough."""
        low = bisect_left(self._taken, (left, float("-inf"), ""))
        high = bisect_left(self._taken, (right, float("inf"), ""))
        yield from self._taken[max(low - 4, 0) : high + 4]


def _first_free(item: Titled, row: Row, edges: tuple[float, float]) -> Label | None:
    for label in _choices(item.mark, item.title, edges):
        if _free(label, row):
            return label
    return next((x for x in _cut_down(item, row, edges) if _free(x, row)), None)


def _free(label: Label, row: Row) -> bool:
    before, after = row.room(label.left, label.right, label.event_id)
    return before + CLEAR <= label.left and label.right <= after - CLEAR


def _choices(mark: SceneMark, title: str, edges: tuple[float, float]) -> Iterator[Label]:
    """The places for a whole title, best first, within the edges."""
    text = shortened(plain(title), _longest(edges))
    width = text_width(text)
    if width == 0:
        return
    inside = _inside(mark)
    if inside is not None and width <= inside[1] - inside[0]:
        yield _label(mark, text, LabelAnchor.INSIDE, inside[0])
    right = mark.extent[1] + BESIDE
    if right + width <= edges[1]:
        yield _label(mark, text, LabelAnchor.RIGHT, right)
    left = mark.extent[0] - BESIDE - width
    if left >= edges[0]:
        yield _label(mark, text, LabelAnchor.LEFT, left)


def _cut_down(item: Titled, row: Row, edges: tuple[float, float]) -> Iterable[Label]:
    """The same title shortened to the room there is, right, inside or left of the mark."""
    mark = item.mark
    before, after = row.room(*mark.extent, mark.event_id)
    spaces = [
        (LabelAnchor.RIGHT, mark.extent[1] + BESIDE, min(after - CLEAR, edges[1])),
        (LabelAnchor.LEFT, max(before + CLEAR, edges[0]), mark.extent[0] - BESIDE),
    ]
    inside = _inside(mark)
    if inside is not None:
        spaces.insert(0, (LabelAnchor.INSIDE, *inside))
    for anchor, left, right in spaces:
        room = min(right - left, _longest(edges))
        text = shortened(plain(item.title), room) if room >= SHORTEST else ""
        if text:
            start = right - text_width(text) if anchor is LabelAnchor.LEFT else left
            yield _label(mark, text, anchor, start)


def _longest(edges: tuple[float, float]) -> float:
    return min(max((edges[1] - edges[0]) * LONGEST_SHARE, LONGEST[0]), LONGEST[1])


def _inside(mark: SceneMark) -> tuple[float, float] | None:
    """The room for text in a bar; None in points, and in hatching, where it reads badly."""
    if mark.shape is MarkShape.POINT:
        return None
    left, right = mark.body
    signs = text_width(mark.signs) + BESIDE if mark.signs_at is LabelAnchor.INSIDE else 0.0
    if mark.x1 is None:
        return left + STUB + BESIDE, right - INSET - signs
    if mark.x0 is None:
        return left + INSET, right - STUB - BESIDE
    if mark.paint.hatch:
        return None
    if mark.flat:  # its symbol stands in the middle
        left = (left + right) / 2 - BESIDE
    left += HINT if mark.cut_left and not mark.flat else 0.0
    right -= HINT if mark.cut_right else 0.0
    return left + INSET, right - BESIDE - signs


def _label(mark: SceneMark, text: str, anchor: LabelAnchor, left: float) -> Label:
    return Label(mark.event_id, mark.lane, mark.row, text, anchor, left, left + text_width(text))
