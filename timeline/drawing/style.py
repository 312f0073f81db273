"""The one table of how events are marked: by status, by category, and by what people said.

A status has a look, and a sign where it is no plain fact; a look says how bars and points are
painted. Chart, picture, exported page, both legends and the style sheet are drawn from here; the
colours are those of a theme (`theme.py`). Nothing is told by colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from timeline.model.event import Category, Status

DISPUTED = "≠"
CONFIRMED = "✓"
PINNED = "★"


class Look(StrEnum):
    """How a mark is painted; each has its `Paint` below."""

    FILLED = "filled"
    HATCHED = "hatched"
    OUTLINED = "outlined"


class PointPaint(StrEnum):
    """How the symbol of a known day is drawn."""

    FILLED = "filled"
    DOTTED = "dotted"  # an outline with a dot in it
    RING = "ring"  # an outline


@dataclass(frozen=True, slots=True)
class Hatch:
    r"""Lines over a clear ground; `lean` is one of `/`, `\`, `|`, `-`, `x` and `+`.

    `gap` is from line to line, `line` the thickness of one, both in pixels.
    """

    lean: str = "/"
    gap: float = 6.0
    line: float = 1.6

    def __post_init__(self) -> None:
        """Refuse lines that lean in no known way."""
        if self.lean not in LEANS:
            raise ValueError(f"no hatching leans {self.lean!r}; there are {' '.join(LEANS)}")

    @property
    def angle(self) -> int:
        """Degrees, clockwise, by which upright lines are turned."""
        return LEANS[self.lean][0]

    @property
    def crossed(self) -> bool:
        """Whether a second set of lines stands across the first."""
        return LEANS[self.lean][1]

    @property
    def share(self) -> float:
        """The share of the ground that lines cover, as plotly asks for it."""
        return 0.9 * self.line / self.gap


LEANS: Mapping[str, tuple[int, bool]] = MappingProxyType(
    {
        "/": (45, False),
        "\\": (-45, False),
        "|": (0, False),
        "-": (90, False),
        "x": (45, True),
        "+": (0, True),
    }
)


@dataclass(frozen=True, slots=True)
class Paint:
    """How a look is painted.

    `tint` is the share of the category's colour in the ground of a bar, None where the bar has the
    colour itself, in the shades of its shape. `outline` is the line around it in pixels. `sample`
    names the look in the page's legend, `meaning` explains it there; `drawn` is how the legend of
    pictures begins to tell it.
    """

    point: PointPaint = PointPaint.FILLED
    tint: float | None = None
    hatch: Hatch | None = None
    outline: float = 0.0
    sample: str = ""
    meaning: str = ""
    drawn: str = ""

    @property
    def solid(self) -> bool:
        """Whether bars have the category's colour itself."""
        return self.tint is None and self.hatch is None


@dataclass(frozen=True, slots=True)
class Style:
    """How a status is marked: its look, and the sign beside it."""

    look: Look = Look.FILLED
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The shape of a category.

    `name` is plotly's. `outline` is an SVG path around 0,0, some 12 pixels wide; `clip` the same
    shape for CSS. `scale` makes symbols of one size equally heavy.
    """

    name: str
    outline: str
    clip: str = ""
    scale: float = 1.0


PAINTS: Mapping[Look, Paint] = MappingProxyType(
    {
        Look.FILLED: Paint(
            sample="signed", meaning="The sign says how it is told", drawn="In full colour"
        ),
        Look.HATCHED: Paint(
            point=PointPaint.DOTTED,
            hatch=Hatch(),
            outline=1.3,
            sample="planned",
            meaning="Announced, not yet happened when it was written",
            drawn="Hatched",
        ),
        Look.OUTLINED: Paint(
            point=PointPaint.RING,
            tint=0.08,
            outline=1.6,
            sample="claimed",
            meaning="Not a plain fact: the sign says how it is told",
            drawn="An outline",
        ),
    }
)
STYLES: Mapping[Status, Style] = MappingProxyType(
    {
        Status.HAPPENED: Style(),
        Status.ONGOING: Style(),
        Status.PLANNED: Style(Look.HATCHED),
        Status.ALLEGED: Style(Look.OUTLINED, "?"),
        Status.THREATENED: Style(Look.OUTLINED, "!"),
        Status.DENIED: Style(Look.OUTLINED, "×"),
        Status.HYPOTHETICAL: Style(Look.OUTLINED, "if"),
        Status.CANCELLED: Style(Look.OUTLINED, "⊘"),
    }
)
SHAPES: Mapping[Category, Symbol] = MappingProxyType(
    {
        Category.CONFLICT: Symbol(
            "diamond", "M0-6 6 0 0 6-6 0Z", "50% 0, 100% 50%, 50% 100%, 0 50%"
        ),
        Category.DIPLOMACY: Symbol(
            "circle", "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z", "circle"
        ),
        Category.POLITICS: Symbol("square", "M-5-5H5V5H-5Z", scale=0.88),
        Category.LAW: Symbol("triangle-up", "M0-5.5 6 4.5H-6Z", "50% 0, 100% 100%, 0 100%"),
        Category.DISASTER: Symbol(
            "star",
            "M0-6.5 1.6-2H6.3L2.5.8 3.9 5.5 0 2.7-3.9 5.5-2.5.8-6.3-2H-1.6Z",
            "50% 0, 62% 36%, 100% 38%, 70% 60%, 81% 98%, 50% 76%, 19% 98%, 30% 60%, 0 38%, 38% 36%",
            scale=1.08,
        ),
        Category.STATEMENT: Symbol("triangle-down", "M0 5.5 6-4.5H-6Z", "0 0, 100% 0, 50% 100%"),
        Category.ECONOMY: Symbol(
            "hexagon",
            "M0-6 5.2-3V3L0 6-5.2 3V-3Z",
            "25% 4%, 75% 4%, 100% 50%, 75% 96%, 25% 96%, 0 50%",
            scale=1.02,
        ),
        Category.OTHER: Symbol(
            "cross",
            "M-2-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z",
            "34% 0, 66% 0, 66% 34%, 100% 34%, 100% 66%, 66% 66%, 66% 100%, 34% 100%, 34% 66%, "
            "0 66%, 0 34%, 34% 34%",
            scale=0.98,
        ),
    }
)
SYMBOLS: Mapping[Category, str] = MappingProxyType({c: s.name for c, s in SHAPES.items()})
OUTLINES: Mapping[str, str] = MappingProxyType({s.name: s.outline for s in SHAPES.values()})
SIGNS: Mapping[Status, str] = MappingProxyType({s: st.sign for s, st in STYLES.items() if st.sign})


def look_of(status: Status) -> Look:
    """Return the look of a status."""
    return STYLES[status].look


def paint_of(look: Look) -> Paint:
    """Return how a look is painted."""
    return PAINTS[look]


def explained(look: Look) -> tuple[Status, ...]:
    """Return the statuses of a look that are drawn otherwise than a plain fact."""
    return tuple(s for s, style in STYLES.items() if style.look is look and style != Style())
