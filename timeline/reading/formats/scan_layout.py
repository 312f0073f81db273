"""From the writing that was seen in a picture to the lines of a page, in reading order.

A page that was laid askew is straightened by the slant of its lines. Columns are told by a gap that
runs down through rows of long lines; what stands in one row otherwise, such as the cells of a
table, is one line.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from timeline.reading.formats.lost_blanks import with_blanks
from timeline.reading.formats.pdf_layout import PageLine
from timeline.reading.formats.recognition import Corner, Writing

SIDE = 842.0  # points: the longer side of A4, to which every picture is set
LETTERS = 0.75  # of a line's height: the size of its letters
SAME_SIZE = (0.7, 1.4)  # times the usual height: lines of letters of one size
GUTTER = 0.7  # of a line's height: the narrowest gap between two columns
COLUMN = 9.0  # heights of a line: narrower columns are those of a table
ROWS = 3  # the fewest of a column
SAME_ROW = 0.5  # of a height, by which the middles of a row differ at most


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of writing, upright, in points from the top left."""

    left: float
    right: float
    top: float
    bottom: float
    text: str
    certainty: float

    @property
    def height(self) -> float:
        """From its top to its bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


Row = list[Box]


def boxes_of(seen: Sequence[Writing], width: int, height: int) -> list[Box]:
    """Return what was seen as upright boxes on a page of the height of A4."""
    scale = SIDE / max(width, height, 1)
    slant = _slant(seen)
    return [_box(one, (width, height), slant, scale) for one in seen]


def lines_of(boxes: Sequence[Box]) -> list[PageLine]:
    """Return the lines of a page in reading order."""
    if not boxes:
        return []
    usual = median(box.height for box in boxes)
    foot = max(box.bottom for box in boxes) + usual
    return [_line(row, usual, foot) for row in _ordered(boxes, usual)]


def _slant(seen: Sequence[Writing]) -> float:
    """Return by how much the lines fall to the right, in radians: that of most of the writing."""
    angles = []
    for one in seen:
        (x0, y0), (x1, y1) = one.corners[0], one.corners[1]
        if x1 - x0 > 4 * abs(one.corners[3][1] - y0):
            angles.append(math.atan2(y1 - y0, x1 - x0))
    return median(angles) if angles else 0.0


def _box(one: Writing, size: tuple[int, int], slant: float, scale: float) -> Box:
    points = [_placed(corner, size, slant) for corner in one.corners]
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    return Box(
        scale * (xs[0] + xs[1]) / 2,
        scale * (xs[2] + xs[3]) / 2,
        scale * (ys[0] + ys[1]) / 2,
        scale * (ys[2] + ys[3]) / 2,
        one.text,
        one.certainty,
    )


def _placed(corner: Corner, size: tuple[int, int], slant: float) -> Corner:
    x, y = corner[0] - size[0] / 2, corner[1] - size[1] / 2
    x, y = (
        x * math.cos(slant) + y * math.sin(slant),
        y * math.cos(slant) - x * math.sin(slant),
    )
    return x + size[0] / 2, y + size[1] / 2


def _line(row: Row, usual: float, foot: float) -> PageLine:
    height = median(box.height for box in row)
    if SAME_SIZE[0] * usual <= height <= SAME_SIZE[1] * usual:
        height = usual  # a line without high or low letters is lower, and no other
    middle = sum(box.middle for box in row) / len(row)
    base = foot - middle - height / 2
    text = with_blanks(" ".join(box.text for box in row))
    return PageLine(text, row[0].left, row[-1].right, base, base, LETTERS * height)


def _ordered(boxes: Sequence[Box], usual: float) -> Iterator[Row]:
    """Yield rows in reading order: those of a column before those of the next."""
    rows = _rows(boxes)
    at = 0
    while at < len(rows):
        end, gutters = _columns(rows, at, usual)
        if not gutters:
            yield rows[at]
            at += 1
            continue
        inside = [box for row in rows[at:end] for box in row]
        for left, right in zip((-math.inf, *gutters), (*gutters, math.inf), strict=True):
            yield from _rows([box for box in inside if left <= box.left < right])
        at = end


def _rows(boxes: Sequence[Box]) -> list[Row]:
    """Group boxes by their height on the page, each row from left to right."""
    rows: list[Row] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        last = rows[-1] if rows else []
        same = last and all(
            abs(box.middle - other.middle) <= SAME_ROW * min(box.height, other.height)
            and (box.left >= other.right - other.height or box.right <= other.left + other.height)
            for other in last
        )
        if same:
            last.append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box.left) for row in rows]


def _columns(rows: Sequence[Row], at: int, usual: float) -> tuple[int, list[float]]:
    """Return how far the rows from a place on are set in columns, and where these begin."""
    found: tuple[int, list[float]] = (at, [])
    covered: list[tuple[float, float]] = []
    for end in range(at, len(rows)):
        for box in rows[end]:
            covered = _with(covered, box, GUTTER * usual)
        if len(covered) > 1:
            inside = [box for row in rows[at : end + 1] for box in row]
            if all(_is_column(inside, span, usual) for span in covered):
                found = (end + 1, [left for left, _ in covered[1:]])
        elif found[1]:
            break
    return found


def _with(
    covered: Sequence[tuple[float, float]], box: Box, gap: float
) -> list[tuple[float, float]]:
    """Return stretches of the page's width with a box; those with no gutter between are one."""
    left, right = box.left, box.right
    apart = []
    for one in covered:
        if one[1] + gap <= left or one[0] - gap >= right:
            apart.append(one)
        else:
            left, right = min(left, one[0]), max(right, one[1])
    return sorted([*apart, (left, right)])


def _is_column(boxes: Sequence[Box], span: tuple[float, float], usual: float) -> bool:
    inside = [box for box in boxes if span[0] <= box.left and box.right <= span[1]]
    return len(inside) >= ROWS and (
        median(box.right - box.left for box in inside) >= COLUMN * usual
    )
