"""What stands around the marks: axis, grid, lane bands and lane names."""

from typing import Any

from timeline.drawing.plotly.axis import TimeAxis
from timeline.drawing.plotly.config import REMOVED_BUTTONS
from timeline.drawing.scene.plain import markup
from timeline.drawing.scene.scene import NAME_SIZE, Scene
from timeline.drawing.scene.steps import DAYS_IN_YEAR
from timeline.drawing.scene.text_width import shortened
from timeline.drawing.scene.ticks import folded_ticks, year_ticks
from timeline.drawing.theme import FONT_FAMILY, Theme

TICK_FONT = 12
DATE_TICK_ROOM = 74.0
HOUR, WEEKS = 3_600_000, 2_419_200_000  # milliseconds: an hour, four weeks
NAME_ROOM = 24
COUNT_SIZE = 11
# Plotly repeats what stands after the line break only where it changes.
TICK_FORMATS = [
    {"dtickrange": [None, 12 * HOUR], "value": "%H:%M\n%-d %b %-Y"},
    {"dtickrange": [12 * HOUR, WEEKS], "value": "%-d %b\n%-Y"},
    {"dtickrange": ["M1", "M11"], "value": "%b\n%-Y"},
    {"dtickrange": ["M12", None], "value": "%-Y"},
]
ONE_LINE_FORMATS = [
    {"dtickrange": [None, 12 * HOUR], "value": "%H:%M"},
    {"dtickrange": [12 * HOUR, WEEKS], "value": "%-d %b"},
    {"dtickrange": ["M1", "M11"], "value": "%b %-Y"},
    {"dtickrange": ["M12", None], "value": "%-Y"},
]


def base_layout(theme: Theme) -> dict[str, Any]:
    """Return what every figure shares: colours, type, hover label, no legend."""
    return {
        "template": {},  # plotly's own would come along, and restyle what is left open
        "paper_bgcolor": theme.background,
        "plot_bgcolor": theme.background,
        "font": {"family": FONT_FAMILY, "size": TICK_FONT, "color": theme.text},
        "showlegend": False,
        "hovermode": "closest",
        "modebar": {"remove": list(REMOVED_BUTTONS)},
        "hoverlabel": {
            "bgcolor": theme.background,
            "bordercolor": theme.muted,
            "font": {"family": FONT_FAMILY, "size": 12.5, "color": theme.text},
            "align": "left",
            "namelength": 0,
        },
    }


def time_axis(
    window: tuple[int, int], pixels: float, axis: TimeAxis, theme: Theme
) -> dict[str, Any]:
    """Return the x axis of a window of days, all of its last day included."""
    shared = {
        "range": [axis.at(window[0]), axis.at(window[1] + 1)],
        "showgrid": True,
        "gridcolor": theme.grid,
        "gridwidth": 1,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.grid,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": theme.grid,
        "tickfont": {"size": TICK_FONT, "color": theme.muted},
        "tickangle": 0,
        "automargin": False,
    }
    if axis.dates:
        most = max(int(pixels / DATE_TICK_ROOM), 3)
        return shared | {"type": "date", "nticks": most, "tickformatstops": TICK_FORMATS}
    fold = axis.fold
    ticks = folded_ticks(window, pixels, fold) if fold.gaps else year_ticks(window, pixels)
    return shared | {
        "type": "linear",
        "tickmode": "array",
        "tickvals": [axis.at(tick.day) for tick in ticks],
        "ticktext": [f"{tick.text}<br>{tick.below}" if tick.below else tick.text for tick in ticks],
    }


def lane_bands(scene: Scene, theme: Theme) -> list[dict[str, Any]]:
    """Return the ground of the lanes, every other one shaded."""
    return [
        {
            "type": "rect",
            "xref": "paper",
            "yref": "y",
            "x0": 0,
            "x1": 1,
            "y0": lane.top,
            "y1": lane.top + lane.height,
            "fillcolor": theme.band if index % 2 == 0 else theme.background,
            "line": {"width": 0},
            "layer": "below",
        }
        for index, lane in enumerate(scene.lanes)
    ]


def fold_bands(axis: TimeAxis, theme: Theme) -> list[dict[str, Any]]:
    """Return the torn edges of the stretches of time that are folded up."""
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": axis.at(first),
            "x1": axis.at(last + 1),
            "y0": 0,
            "y1": 1,
            "fillcolor": theme.paper,
            "line": {"width": 1, "dash": "dot", "color": theme.muted},
            "layer": "below",
        }
        for first, last in axis.fold.gaps
    ]


def fold_names(axis: TimeAxis, theme: Theme) -> list[dict[str, Any]]:
    """Return how long each folded stretch is."""
    return [
        {
            "text": f"{length_in_words(last - first + 1)} empty",
            "textangle": -90,
            "xref": "x",
            "yref": "y",
            "x": axis.at((first + last + 1) / 2),
            "y": 4,
            "yanchor": "top",
            "bgcolor": theme.paper,
            "showarrow": False,
            "font": {"size": COUNT_SIZE, "color": theme.muted, "family": FONT_FAMILY},
        }
        for first, last in axis.fold.gaps
    ]


def length_in_words(days: int) -> str:
    """Write a length of time roughly: "41 days", "7 months", "1,977 years"."""
    years, months = days / DAYS_IN_YEAR, days * 12 / DAYS_IN_YEAR
    if years >= 2:  # noqa: PLR2004 - below, months tell more
        return f"{years:,.0f} years"
    return f"{months:.0f} months" if months >= 3 else f"{days:,} days"  # noqa: PLR2004 - as above


def lane_names(scene: Scene, theme: Theme) -> list[dict[str, Any]]:
    """Return the names of the lanes with their counts: beside them, or above on a narrow screen."""
    return [_lane_name(scene, index, theme) for index in range(len(scene.lanes))]


def _lane_name(scene: Scene, index: int, theme: Theme) -> dict[str, Any]:
    lane = scene.lanes[index]
    above = scene.names_above
    room = scene.view.right - 60 if above else scene.view.left - NAME_ROOM
    name = markup(shortened(lane.name, room / 1.06, NAME_SIZE))
    colour = theme.colour(lane.category) if lane.category else theme.text
    count = f'<span style="color:{theme.muted};font-size:{COUNT_SIZE}px">{lane.total:,}</span>'
    return {
        "text": f"<b>{name}</b>{'  ' if above else '<br>'}{count}",
        "xref": "paper",
        "yref": "y",
        "x": 0,
        "y": lane.top + (4 if above else lane.height / 2),
        "xanchor": "left" if above else "right",
        "yanchor": "top" if above else "middle",
        "xshift": 0 if above else -12,
        "align": "left" if above else "right",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": NAME_SIZE, "color": colour, "family": FONT_FAMILY},
    }
