"""What a scene consists of: lanes, marks, labels and density cells, in days and pixels."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.drawing.style import Look, Paint, paint_of
from timeline.model.event import Category


class MarkShape(StrEnum):
    """How an event lies in its time."""

    POINT = "point"  # a known day
    SOFT = "soft"  # some time within
    SOLID = "solid"  # throughout


class End(StrEnum):
    """How one end of a mark is drawn."""

    SHARP = "sharp"
    FADED = "faded"  # approximate, or nobody says where it ends
    ARROW = "arrow"  # stated to be open


class LabelAnchor(StrEnum):
    """Where a label or a sign stands."""

    RIGHT = "right"  # of its mark
    INSIDE = "inside"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class SceneMark:
    """One event as it is drawn.

    `x0` and `x1` are day numbers: the beginning of its first day and the beginning of the day
    after its last, None where that end is open or unknown. `drawn` is what is drawn of it, as
    places in time: widened to the least width, and cut not far beyond the view. `body` is the same
    in pixels within the view, `extent` with fading ends and signs. `cut_left` and `cut_right` say
    that it goes on beyond the view. `told` are lines of plain text (not markup) for the hover.
    """

    event_id: str
    lane: int
    row: int
    x0: int | None
    x1: int | None
    drawn: tuple[float, float]
    body: tuple[float, float]
    extent: tuple[float, float]
    shape: MarkShape
    look: Look
    category: Category
    starts: End = End.SHARP
    ends: End = End.SHARP
    signs: str = ""
    signs_at: LabelAnchor = LabelAnchor.RIGHT
    approximate: bool = False
    disputed: bool = False
    selected: bool = False
    cut_left: bool = False
    cut_right: bool = False
    told: tuple[str, ...] = ()

    @property
    def paint(self) -> Paint:
        """How its look is painted."""
        return paint_of(self.look)

    @property
    def flat(self) -> bool:
        """Whether each day between two known ones is as likely as any other."""
        return self.shape is MarkShape.SOFT and self.x0 is not None and self.x1 is not None

    @property
    def centre(self) -> float:
        """The place in time at the middle of what is drawn; for a point, the point."""
        return (self.drawn[0] + self.drawn[1]) / 2


@dataclass(frozen=True, slots=True)
class Label:
    """A title beside its mark: `left` and `right` are pixels, `text` is plain, not markup."""

    event_id: str
    lane: int
    row: int
    text: str
    anchor: LabelAnchor
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the chart: `top` and `height` in pixels below the top of the plot.

    `total` counts its events in view, `drawn_as_density` says that they are cells, not marks:
    `cells_height` pixels high, at its bottom. `key` is the value that it stands for, the first
    where several share it.
    """

    name: str
    top: float
    height: float
    rows: int
    total: int
    drawn_as_density: bool = False
    category: Category | None = None
    key: str = ""
    collapsed: bool = False
    cells_height: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of time in a lane, days `first` to `last`, and how many events fall to it.

    Every event counts 1 in all, in equal shares for the days that it may lie on.
    """

    lane: int
    first: int
    last: int
    count: float
