"""The days that matter, named above the lanes, so that no label lies over another one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.drawing.scene.mark import LabelAnchor
from timeline.drawing.scene.plain import plain
from timeline.drawing.scene.text_width import shortened, text_width
from timeline.drawing.scene.view import View

ROWS = 6  # of labels
ROW_HEIGHT = 17.0
ROOM = 10.0  # pixels below the labels, where the dots of days stand that have none
DOT = 4.0  # pixels from a day's line to the edges of its dot
GAP = 6.0  # pixels between two labels
BOLD = 1.09  # as wide as plain letters
WIDTHS = (220.0, 150.0, 96.0)  # pixels of a label, the best first


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that matters: what it is called, by which event it is selected, and its rank from 1."""

    day: int
    title: str
    event_id: str
    rank: int


@dataclass(frozen=True, slots=True)
class DayPin:
    """A day's line and label: its row from the top, its text, and what both take, in pixels.

    The line runs down from `top`, at the pixel `at`. Without a text there was no room for one.
    """

    day: int
    title: str
    event_id: str
    row: int
    at: float
    top: float
    text: str
    anchor: LabelAnchor
    left: float
    right: float

    @property
    def place(self) -> float:
        """The place in time of its line, the noon of the day."""
        return self.day + 0.5


def pinned(days: Sequence[KeyDay], view: View) -> tuple[DayPin, ...]:
    """Return the pins of the days in view, those of the highest rank labelled first.

    Labels are as wide as they can be with as many of them as there can be.
    """
    seen = [one for one in sorted(days, key=lambda d: d.rank) if view.first <= one.day <= view.last]
    tried = [_placed(seen, view, widest) for widest in WIDTHS]
    placed, bare = min(tried, key=lambda found: len(found[1]))
    for place, pin in enumerate(placed):
        placed[place] = _lengthened(pin, [o for o in placed if o is not pin], view)
    foot = max((pin.row + 1 for pin in placed), default=0)
    pins = [*placed, *(_bare(day, view, foot) for day in bare)]
    return tuple(sorted(pins, key=lambda pin: pin.day))


def _placed(days: Sequence[KeyDay], view: View, widest: float) -> tuple[list[DayPin], list[KeyDay]]:
    """Return the pins with labels of a width at most, and the days that have no room for one."""
    placed: list[DayPin] = []
    bare: list[KeyDay] = []
    for day in days:
        pin = next((pin for pin in _choices(day, view, widest) if _free(pin, placed)), None)
        placed += [pin] if pin is not None else []
        bare += [day] if pin is None else []
    return placed, bare


def head_height(pins: Sequence[DayPin]) -> float:
    """Return how much room the pins take above the lanes."""
    rows = max((pin.row + 1 for pin in pins if pin.text), default=0)
    return rows * ROW_HEIGHT + ROOM if pins else 0.0


def _choices(day: KeyDay, view: View, widest: float) -> Iterator[DayPin]:
    """Yield the places of a label, the best first."""
    at = view.pixel(day.day + 0.5)
    text = shortened(plain(day.title), widest / BOLD)
    width = text_width(text) * BOLD
    for row in range(ROWS if text else 0):
        for anchor in (LabelAnchor.RIGHT, LabelAnchor.LEFT):
            right_of = anchor is LabelAnchor.RIGHT
            left = max(view.left, at - DOT) if right_of else at - 2 * DOT - width
            right = at + 2 * DOT + width if right_of else min(at + DOT, view.right)
            if view.left <= left and right <= view.right:
                top = (row + 0.5) * ROW_HEIGHT
                yield DayPin(
                    day.day, day.title, day.event_id, row, at, top, text, anchor, left, right
                )


def _lengthened(pin: DayPin, others: Sequence[DayPin], view: View) -> DayPin:
    """Return a pin with more of its title, where its row has the room."""
    day = KeyDay(pin.day, pin.title, pin.event_id, 0)
    longer = (
        one
        for widest in range(int(WIDTHS[0]), int(WIDTHS[-1]), -20)
        for one in _choices(day, view, widest)
        if (one.row, one.anchor) == (pin.row, pin.anchor) and _free(one, others)
    )
    return max((pin, *longer), key=lambda one: one.right - one.left)


def _free(pin: DayPin, placed: Sequence[DayPin]) -> bool:
    """Whether a label lies over no other of its row."""
    others = (other for other in placed if other.row == pin.row)
    return all(pin.right + GAP <= o.left or o.right + GAP <= pin.left for o in others)


def _bare(day: KeyDay, view: View, rows: int) -> DayPin:
    """Return the pin of a day without a label: a dot below those of the others."""
    at, top = view.pixel(day.day + 0.5), rows * ROW_HEIGHT + ROOM / 2
    anchor = LabelAnchor.RIGHT
    return DayPin(day.day, day.title, day.event_id, rows, at, top, "", anchor, at - DOT, at + DOT)
