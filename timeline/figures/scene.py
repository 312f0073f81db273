"""The one pure function from events to what is drawn: which marks, where, with which labels.

The same scene serves the screen, exports and tests; it knows no plotly.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.figures.density import spread, stretches
from timeline.figures.drafting import draft
from timeline.figures.labels import place_labels
from timeline.figures.lane_packing import Packed, pack_lane
from timeline.figures.lanes import LaneScheme, lane_category, lane_keys, lane_name, lane_of
from timeline.figures.mark import Cell, Label, Lane, Mark
from timeline.figures.text_width import text_width
from timeline.figures.view import View, padded, reaches, whole_span
from timeline.model.event import Event

MANY = 800  # marks in view, above which density is drawn
ROW_HEIGHT = 26
LOW_ROW_HEIGHT = 20  # where there are many rows
MANY_ROWS = 44
LANE_PADDING = 8
LANE_HEADER = 18  # on narrow screens the name stands above its rows
DENSITY_HEIGHT = 56
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
    that have a date, `undated` those without.
    """

    view: View
    width: int
    scheme: LaneScheme
    lanes: tuple[Lane, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    cells: tuple[Cell, ...] = ()
    in_view: int = 0
    dated: int = 0
    undated: int = 0
    names_above: bool = False
    row_height: int = ROW_HEIGHT
    notices: tuple[str, ...] = field(default=())

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
        """Say what is to be seen: "42 of 60 events", "1,255 events as density: zoom in"."""
        undated = f"{self.undated:,} without a date" if self.undated else ""
        return "; ".join(filter(None, (*self.notices, undated)))

    def middle(self, lane: int, row: int) -> float:
        """Give the height of a row's middle, in pixels below the top of the plot."""
        header = LANE_HEADER if self.names_above else 0
        return self.lanes[lane].top + header + LANE_PADDING + (row + 0.5) * self.row_height


def compose(
    events: Sequence[Event],
    *,
    lanes: str = "category",
    window: tuple[int, int] | None = None,
    width: int = 1000,
    selected: str | None = None,
) -> Scene:
    """Give the scene of events in a window of days (first and last, both included).

    Without a window all is in view. `lanes` is one of `LaneScheme`, `width` that of the figure in
    pixels, `selected` the id of an event to emphasise. Lanes are those of all dated events, so
    that they stay where they are while the window moves. Raises ValueError on other lanes and on
    a window that ends before it begins.
    """
    scheme = LaneScheme.named(lanes)
    dated = [event for event in events if event.when.resolved]
    keys = lane_keys(dated, scheme)
    names_above = width < NARROW
    view = _view(dated, window, max(width, LEAST_WIDTH), _names(keys, scheme), names_above)
    visible = [event for event in dated if reaches(event, (view.first, view.last))]
    groups = _grouped(visible, keys, scheme)
    packed = _packed(groups, view, selected)
    low = sum(one.rows for one in packed) > MANY_ROWS
    row_height = LOW_ROW_HEIGHT if low else ROW_HEIGHT
    header = LANE_HEADER if names_above else 0
    inner = [_inner(one, group, row_height) for one, group in zip(packed, groups, strict=True)]
    bands = _lanes(packed, groups, keys, scheme, [height + header for height in inner])
    titled = [item for lane in packed for item in lane.titled]
    bins = stretches((view.first, view.last), int((view.right - view.left) / CELL_WIDTH))
    return Scene(
        view=view,
        width=max(width, LEAST_WIDTH),
        scheme=scheme,
        lanes=bands,
        marks=tuple(item.mark for item in titled),
        labels=place_labels(titled, (view.left, view.right)),
        cells=tuple(_cells(groups, bands, bins)),
        in_view=len(visible),
        dated=len(dated),
        undated=len(events) - len(dated),
        names_above=names_above,
        row_height=row_height,
        notices=_notices(bands, len(visible), len(dated)),
    )


def _names(keys: Iterable[tuple[str, ...]], scheme: LaneScheme) -> list[str]:
    return [lane_name(key, scheme) for key in keys]


def _view(
    dated: Sequence[Event],
    window: tuple[int, int] | None,
    width: int,
    names: Sequence[str],
    names_above: bool,  # noqa: FBT001 - private
) -> View:
    span = whole_span(dated)
    first, last = window or (padded(span) if span else (1, 1))
    left = 10.0
    if not names_above:
        widest = max((text_width(name, NAME_SIZE) for name in names), default=0.0)
        left = min(widest * 1.06 + 28, WIDEST_GUTTER)
    return View(first, last, left, width - (10.0 if names_above else 18.0))


def _grouped(
    events: Iterable[Event], keys: Sequence[tuple[str, ...]], scheme: LaneScheme
) -> list[list[Event]]:
    index = {key: lane for lane, shared in enumerate(keys) for key in shared}
    groups: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        groups[index[lane_of(event, scheme)]].append(event)
    return [groups[lane] for lane in range(len(keys))]


def _packed(groups: Sequence[Sequence[Event]], view: View, selected: str | None) -> list[Packed]:
    """Pack every lane; empty, and so density, where there are too many for single marks."""
    if sum(map(len, groups)) > MANY:
        return [Packed() for _ in groups]
    most = max(6, ALL_LABELLED_ROWS // max(len(groups), 1))
    packed = []
    for lane, group in enumerate(groups):
        marks = [draft(e, view, lane, selected=e.id == selected) for e in group]
        one = pack_lane(group, marks, (view.left, view.right), most)
        packed.append(one if one.rows <= MOST_ROWS else Packed())
    return packed


def _inner(one: Packed, group: Sequence[Event], row_height: int) -> float:
    """Give the height of a lane's content."""
    if group and not one.titled:
        return DENSITY_HEIGHT
    return max(one.rows * row_height, ROW_HEIGHT)


def _lanes(
    packed: Sequence[Packed],
    groups: Sequence[Sequence[Event]],
    keys: Sequence[tuple[str, ...]],
    scheme: LaneScheme,
    heights: Sequence[float],
) -> tuple[Lane, ...]:
    top = 0.0
    lanes = []
    for one, group, key, height in zip(packed, groups, keys, heights, strict=True):
        dense = bool(group) and not one.titled
        name, category = lane_name(key, scheme), lane_category(key, scheme)
        whole = height + 2 * LANE_PADDING
        lanes.append(Lane(name, top, whole, one.rows, len(group), dense, category))
        top += whole
    return tuple(lanes)


def _cells(
    groups: Sequence[Sequence[Event]], lanes: Sequence[Lane], bins: Sequence[tuple[int, int]]
) -> Iterable[Cell]:
    for index, (group, lane) in enumerate(zip(groups, lanes, strict=True)):
        if lane.drawn_as_density:
            for (first, last), count in zip(bins, spread(group, bins), strict=True):
                if count > 0:
                    yield Cell(index, first, last, count)


def _notices(lanes: Sequence[Lane], in_view: int, dated: int) -> tuple[str, ...]:
    dense = [lane for lane in lanes if lane.drawn_as_density]
    if not dated:
        return ("No dated events",)
    if dense and sum(lane.total for lane in dense) == in_view:
        return (f"{in_view:,} events as density: zoom in",)
    shown = f"{dated:,} event{'s' if dated != 1 else ''}"
    if in_view != dated:
        shown = f"{in_view:,} of {shown} in view"
    return (shown, *(f"{x.name}: {x.total:,} events as density: zoom in" for x in dense))
