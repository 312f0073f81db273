"""The one pure function from events to what is drawn: which marks, where, with which labels.

The same scene serves the screen, exports and tests; it knows no plotly.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from timeline.drawing.scene.density import spread, stretches
from timeline.drawing.scene.drafting import draft
from timeline.drawing.scene.fold import folding, length
from timeline.drawing.scene.labels import Titled, place_labels
from timeline.drawing.scene.lane_packing import PackedLane, pack_lane
from timeline.drawing.scene.lanes import (
    NO_TITLES,
    LaneColumn,
    lane_category,
    lane_keys,
    lane_name,
    lanes_by,
)
from timeline.drawing.scene.mark import Cell, Label, Lane, SceneMark
from timeline.drawing.scene.pins import DayPin, KeyDay, head_height, pinned
from timeline.drawing.scene.text_width import text_width
from timeline.drawing.scene.view import View, padded, span_of
from timeline.model.event import Category, Event
from timeline.query.event_columns import EventColumns, Mask, Rows
from timeline.query.facets import LANES, Facet

MANY = 800  # marks in view, above which density is drawn
ROW_HEIGHT = 26
LOW_ROW_HEIGHT = 20  # where there are many rows
MANY_ROWS = 44
LANE_PADDING = 8
LANE_HEADER = 18  # on narrow screens the name stands above its rows
DENSITY_HEIGHT = 56
COLLAPSED_HEIGHT = 12  # of a lane that the viewer has folded up
AXIS_HEIGHT = 46  # below the lanes
TOP = 6
NARROW = 640  # pixels; below, names stand above their lanes
LEAST_WIDTH = 240
NAME_SIZE = 13
WIDEST_GUTTER = 168
CELL_WIDTH = 7.0  # pixels, about
MOST_ROWS = 40  # of one lane, above which it is drawn as density
ALL_LABELLED_ROWS = 40  # shared by the lanes, to give labels room


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn. Heights and tops are pixels, marks and cells lie on days.

    `window` is the first and last day in view; `plot` the height of the lanes alone, `height`
    that of the whole figure. `in_view` counts the events that reach into the window, `dated` all
    that have a date, `undated` those without. `foldable` counts the days that folding would take
    away, where single marks are drawn and that is most of what is in view; else it is 0.
    """

    view: View
    width: int
    scheme: Facet | None
    lanes: tuple[Lane, ...] = ()
    marks: tuple[SceneMark, ...] = ()
    labels: tuple[Label, ...] = ()
    cells: tuple[Cell, ...] = ()
    in_view: int = 0
    dated: int = 0
    undated: int = 0
    foldable: int = 0
    names_above: bool = False
    row_height: int = ROW_HEIGHT
    notices: tuple[str, ...] = field(default=())
    pins: tuple[DayPin, ...] = ()

    @property
    def window(self) -> tuple[int, int]:
        """First and last day in view, both whole."""
        return self.view.first, self.view.last

    @property
    def plot(self) -> float:
        """Height of the lanes in pixels."""
        return max((lane.top + lane.height for lane in self.lanes), default=2.0 * ROW_HEIGHT)

    @property
    def height(self) -> int:
        """Height of the whole figure in pixels."""
        return round(self.plot) + TOP + AXIS_HEIGHT

    @property
    def density(self) -> bool:
        """Whether any lane shows counts in place of marks."""
        return bool(self.cells)

    @property
    def statement(self) -> str:
        """Return what is to be seen: "42 of 60 events", "1,255 events as density: zoom in"."""
        undated = f"{self.undated:,} undated" if self.undated else ""
        return "; ".join(filter(None, (*self.notices, undated)))

    def middle(self, lane: int, row: int) -> float:
        """Return the height of a row's middle, in pixels below the top of the plot."""
        header = LANE_HEADER if self.names_above else 0
        return self.lanes[lane].top + header + LANE_PADDING + (row + 0.5) * self.row_height


@dataclass(frozen=True, slots=True)
class Wish:
    """How a viewer wants events to be drawn.

    `lanes` is one of `LANES`; `first` are the keys of lanes that lead, `collapsed` of those
    that are folded up. Without a window all is in view; with `certainly`, only what lies in the
    window whole. `width` is that of the figure in pixels, `selected` the id of an event to
    emphasise, `folded` folds up empty stretches of time, `titles` are names for the
    lanes of documents, `days` those that are named above the lanes at any zoom.
    """

    lanes: str = LANES[0]
    window: tuple[int, int] | None = None
    certainly: bool = False
    width: int = 1000
    selected: str | None = None
    first: tuple[str, ...] = ()
    collapsed: Collection[str] = ()
    folded: bool = False
    titles: Mapping[str, str] = field(default_factory=lambda: NO_TITLES)
    days: tuple[KeyDay, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """The events of one lane that are in view, by row."""

    keys: tuple[str, ...]
    rows: Rows
    collapsed: bool
    category: Category | None


def compose(events: Sequence[Event], wish: Wish = Wish(), kept: Mask | None = None) -> Scene:
    """Return the scene of events, or of those that are `kept`, as a viewer wishes it.

    Lanes are those of all dated events, so that they stay where they are while the window moves.
    Raises ValueError on other lanes and on a window that ends before it begins.
    """
    columns = EventColumns.over(events)
    asked = np.ones(len(columns), bool) if kept is None else kept
    dated = asked & columns.dated
    scheme = lanes_by(wish.lanes)
    column = LaneColumn.of(columns, scheme)
    keys = lane_keys(column.counted(dated), scheme, wish.first)
    names = [lane_name(key, scheme, wish.titles) for key in keys]
    view = _view(span_of(columns, dated), wish, names)
    visible = np.flatnonzero(dated & columns.within(view.first, view.last, wish.certainly))
    if wish.folded:
        view = _folded(columns, visible, view, tight=wish.window is None)
    groups = _grouped(visible, column, keys, wish)
    packed = _packed(columns, groups, view, wish.selected)
    low = sum(one.rows for one in packed) > MANY_ROWS
    row_height = LOW_ROW_HEIGHT if low else ROW_HEIGHT
    pins = pinned(wish.days, view)
    heights = (head_height(pins), row_height, LANE_HEADER if wish.width < NARROW else 0)
    bands = _lanes(packed, groups, names, heights)
    titled = [item for lane in packed for item in lane.titled]
    return Scene(
        view=view,
        width=max(wish.width, LEAST_WIDTH),
        scheme=scheme,
        lanes=bands,
        marks=tuple(item.mark for item in titled),
        labels=place_labels(titled, (view.left, view.right), tuple(view.folds)),
        cells=tuple(_cells(columns, groups, bands, view)),
        in_view=len(visible),
        dated=int(dated.sum()),
        undated=int(asked.sum() - dated.sum()),
        foldable=0 if wish.folded or len(visible) > MANY else _foldable(columns, visible, view),
        names_above=wish.width < NARROW,
        row_height=row_height,
        notices=_notices(bands, len(visible), int(dated.sum())),
        pins=pins,
    )


def _view(span: tuple[int, int] | None, wish: Wish, names: Sequence[str]) -> View:
    first, last = wish.window or (padded(span) if span else (1, 1))
    width = max(wish.width, LEAST_WIDTH)
    if wish.width < NARROW:
        return View(first, last, 10.0, width - 10.0)
    widest = max((text_width(name, NAME_SIZE) for name in names), default=0.0)
    return View(first, last, min(widest * 1.06 + 28, WIDEST_GUTTER), width - 18.0)


def _folded(events: EventColumns, rows: Rows, view: View, *, tight: bool) -> View:
    """Fold up what is empty in a view; a tight one has as much room around as that asks for."""
    pixels, window = view.right - view.left, (view.first, view.last)
    fold = folding(events, rows, window, pixels)
    span = span_of(events, rows) if tight and fold.gaps else None
    if span is not None:
        open_days = sum(map(length, fold.open(span)))
        window = padded(span, open_days)
        fold = folding(events, rows, window, pixels)
    return replace(view, first=window[0], last=window[1], fold=fold)


def _foldable(events: EventColumns, rows: Rows, view: View) -> int:
    """How many empty days there are to fold up; 0 where that is less than half of the view."""
    fold = folding(events, rows, (view.first, view.last), view.right - view.left)
    empty = sum(map(length, fold.gaps))
    return empty if 2 * empty > view.last + 1 - view.first else 0


def _grouped(
    rows: Rows, column: LaneColumn, keys: Sequence[tuple[str, ...]], wish: Wish
) -> list[_Group]:
    scheme = lanes_by(wish.lanes)
    lanes = column.lanes(keys, rows)
    return [
        _Group(key, rows[lanes == lane], key[0] in wish.collapsed, lane_category(key, scheme))
        for lane, key in enumerate(keys)
    ]


def _packed(
    events: EventColumns, groups: Sequence[_Group], view: View, selected: str | None
) -> list[PackedLane]:
    """Pack every lane; as density where there are too many for single marks."""
    most = max(6, ALL_LABELLED_ROWS // max(len(groups), 1))
    many = sum(len(group.rows) for group in groups if not group.collapsed) > MANY
    chosen = events.row_of(selected) if selected else -1
    packed = []
    for lane, group in enumerate(groups):
        one = PackedLane(dense=True)
        if not many and not group.collapsed:
            found = events.at(group.rows)
            marks = [draft(e, view, lane, selected=e.id == selected) for e in found]
            one = pack_lane(found, marks, (view.left, view.right), most)
        if one.dense or one.rows > MOST_ROWS:
            one = (
                _dense(events[chosen], view, lane)
                if chosen in group.rows
                else PackedLane(dense=True)
            )
        packed.append(one)
    return packed


def _dense(selected: Event, view: View, lane: int) -> PackedLane:
    """Return a lane of cells with the mark of the selected event above them."""
    mark = draft(selected, view, lane, selected=True)
    return PackedLane((Titled(mark, selected.title, ()),), rows=1, dense=True)


def _lanes(
    packed: Sequence[PackedLane],
    groups: Sequence[_Group],
    names: Sequence[str],
    heights: tuple[float, int, int],
) -> tuple[Lane, ...]:
    """Stack the lanes below what stands above them; heights of that, of a row, of a header."""
    top, row_height, header = heights
    lanes = []
    for one, group, name in zip(packed, groups, names, strict=True):
        dense = one.dense and len(group.rows) > 0
        cells = _cells_height(group) if dense else 0.0
        rows = one.rows * row_height
        inner = rows + cells if dense else max(rows, 0 if group.collapsed else ROW_HEIGHT)
        whole = inner + 2 * LANE_PADDING + header
        lanes.append(
            Lane(
                name,
                top,
                whole,
                one.rows,
                len(group.rows),
                drawn_as_density=dense,
                category=group.category,
                key=group.keys[0],
                collapsed=group.collapsed,
                cells_height=cells,
            )
        )
        top += whole
    return tuple(lanes)


def _cells_height(group: _Group) -> float:
    return COLLAPSED_HEIGHT if group.collapsed else DENSITY_HEIGHT


def _cells(
    events: EventColumns, groups: Sequence[_Group], lanes: Sequence[Lane], view: View
) -> Iterable[Cell]:
    dense = [index for index, lane in enumerate(lanes) if lane.drawn_as_density]
    if not dense:
        return
    bins = stretches((view.first, view.last), int((view.right - view.left) / CELL_WIDTH), view.fold)
    rows = np.concatenate([groups[index].rows for index in dense])
    group = np.repeat(np.arange(len(dense)), [len(groups[index].rows) for index in dense])
    counts = spread(events.first[rows], events.last[rows], bins, group, len(dense))
    for index, line in zip(dense, counts.tolist(), strict=True):
        for (first, last), count in zip(bins, line, strict=True):
            if count > 0:
                yield Cell(index, first, last, count)


def _notices(lanes: Sequence[Lane], in_view: int, dated: int) -> tuple[str, ...]:
    dense = [lane for lane in lanes if lane.drawn_as_density and not lane.collapsed]
    if not dated:
        return ("No dated events",)
    if dense and sum(lane.total for lane in lanes if lane.drawn_as_density) == in_view:
        return (f"{in_view:,} events as density: zoom in",)
    shown = f"{dated:,} event{'s' if dated != 1 else ''}"
    if in_view != dated:
        shown = f"{in_view:,} of {shown} in view"
    return (shown, *(f"{x.name}: {x.total:,} events as density: zoom in" for x in dense))
