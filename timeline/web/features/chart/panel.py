"""The timeline with its toolbar and legend, and the overview below it."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from timeline.drawing.plotly.chrome import length_in_words
from timeline.drawing.plotly.config import CONFIG, OVERVIEW_CONFIG
from timeline.drawing.plotly.overview import overview_drawing
from timeline.drawing.plotly.timeline_figure import timeline_drawing
from timeline.drawing.scene.scene import NARROW, Scene, Wish, compose
from timeline.query.facets import LANES, lane_word
from timeline.web.data.collection import Shelf
from timeline.web.features.chart.legend import legend
from timeline.web.features.chart.vertical import vertical
from timeline.web.features.chart.view_menu import view_menu
from timeline.web.page import ids
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Drawing, Still
from timeline.web.page.event_rows import nothing
from timeline.web.page.look import look
from timeline.web.page.pieces import action, hidden_words, icon
from timeline.web.page.state import read

_ARIA = (
    "Timeline of events. Left and right arrow keys step through the events in time order, "
    "Enter reads the evidence. The same events are in the table below."
)
_OVERVIEW_ARIA = "Overview: events over the whole time. Drag to choose a window."
LEAST_WIDTH, MOST_WIDTH = 240, 10_000  # pixels that are drawn for


def layout() -> Component:
    """Return the panel of the chart."""
    return html.Section(
        [
            _toolbar(),
            html.Div(
                [
                    Drawing(ids.TIMELINE, CONFIG, className="graph"),
                    html.Div(id="axis-copy", className="axis-copy", **HIDDEN_FROM_READERS),
                    html.Div(id=ids.VERTICAL, className="vertical-wrap"),
                    html.Div(id=ids.TIMELINE_EMPTY, className="chart-empty"),
                ],
                id="timeline-wrap",
                className="timeline-wrap",
                tabIndex=0,
                role="group",
                **aria(label=_ARIA, roledescription="timeline"),
            ),
            html.Div(
                [
                    html.Div(
                        Drawing(ids.OVERVIEW, OVERVIEW_CONFIG, className="graph"),
                        role="img",
                        **aria(label=_OVERVIEW_ARIA),
                    ),
                    html.Div(id=ids.FOLD_OFFER, className="fold-offer"),
                ],
                className="overview-wrap",
            ),
            html.Div(id=ids.LEGEND, className="legend"),
        ],
        className="panel chart",
        **aria(label="Timeline"),
    )


def _toolbar() -> Component:
    lanes = [
        action(
            "lanes",
            lane_word(name),
            value=name,
            role="radio",
            aria_checked="false",
            className="segment",
        )
        for name in LANES
    ]
    group = html.Div(lanes, className="segments", role="radiogroup", **aria(label="Lanes by"))
    return html.Div(
        [
            Still([html.Span("Lanes", className="toolbar-name", **HIDDEN_FROM_READERS), group]),
            html.P(id=ids.TIMELINE_NOTE, className="muted toolbar-note", role="status"),
            html.Div([_menu(), Still([_tool(*tool) for tool in _TOOLS])], className="tools"),
        ],
        className="toolbar",
    )


def _menu() -> Component:
    head = html.Summary(
        [icon("view"), hidden_words("How the timeline is drawn")],
        className="icon-button",
        title="How the timeline is drawn",
    )
    menu = html.Div(id=ids.VIEW_MENU, className="menu")
    return html.Details([Still(head), menu], className="has-menu")


_TOOLS = (
    ("earlier", "left", "Earlier ([)"),
    ("zoom-out", "minus", "Zoom out (-)"),
    ("zoom-in", "plus", "Zoom in (+)"),
    ("later", "right", "Later (])"),
    ("today", "today", "Today (n)"),
    ("fit", "fit", "Fit everything (0)"),
)


def _tool(name: str, sign: str, words: str) -> Component:
    return action(
        name,
        icon(sign),
        title=words,
        aria_label=words.split(" (", maxsplit=1)[0],
        className="icon-button",
    )


def scene_of(shelf: Shelf, view: str, lanes: str, selected: str, width: int | None) -> Scene:
    """Compose what the parts of the state ask for."""
    state, looks, collection = read(f"{view}&{selected}"), read(lanes), shelf.collection()
    wish = Wish(
        lanes=looks.lanes,
        window=state.selection.window,
        certainly=state.selection.certainly,
        width=_drawn_width(width),
        selected=state.event or None,
        first=looks.first,
        collapsed=looks.collapsed,
        folded=looks.folded,
        titles=collection.titles,
    )
    return compose(collection.columns, wish, collection.passing(state.selection))


def _drawn_width(width: int | None) -> int:
    return min(max(width or 0, LEAST_WIDTH), MOST_WIDTH)


def fold_offer(scene: Scene) -> Component | None:
    """Offer to fold up what is mostly empty."""
    if not scene.foldable:
        return None
    words = f"Fold {length_in_words(scene.foldable)} without events"
    return action("fold", words, value="yes", className="link-button")


def drawn_of(scene: Scene) -> dict[str, Any]:
    """Return the scripts the window and folds that are drawn, and the selected mark's height."""
    first, last = scene.window
    marks = (mark for mark in scene.marks if mark.selected)
    at = next((round(scene.middle(mark.lane, mark.row)) for mark in marks), None)
    fold = scene.view.fold
    return {"first": first, "last": last, "at": at, "gaps": fold.gaps, "size": fold.size}


def register(app: Dash, shelf: Shelf) -> None:
    """Draw the scene of the present state; the scripts hear zoom, brush and clicks themselves."""
    _register_timeline(app, shelf)
    _register_vertical(app, shelf)
    _register_overview(app, shelf)
    run_script(app, "keep", [], Input(ids.VALUES, ids.ORDER), Input(ids.VALUES, ids.DRAWN))
    run_script(app, "measure", [Output(ids.VALUES, ids.WIDTH)], Input(ids.VALUES, ids.BOOT))


def _register_timeline(app: Dash, shelf: Shelf) -> None:
    @app.callback(
        Output(ids.TIMELINE, "figure"),
        Output(ids.TIMELINE, "style"),
        Output(ids.TIMELINE, "className"),
        Output(ids.TIMELINE_EMPTY, "children"),
        Output(ids.TIMELINE_NOTE, "children"),
        Output(ids.FOLD_OFFER, "children"),
        Output(ids.VALUES, ids.DRAWN),
        Output(ids.VIEW_MENU, "children"),
        Input(ids.VALUES, ids.VIEW),
        Input(ids.VALUES, ids.LANES),
        Input(ids.VALUES, ids.SELECTED),
        Input(ids.VALUES, ids.THEME),
        Input(ids.VALUES, ids.WIDTH),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def draw(
        view: str, lanes: str, selected: str, theme: str, width: int | None, _version: int
    ) -> tuple[Any, ...]:
        scene = scene_of(shelf, view, lanes, selected, width)
        return (
            timeline_drawing(scene, look(theme)),
            {"height": f"{scene.height}px"},
            "graph" if scene.dated else "graph graph-empty",
            None if scene.dated else Still(nothing(shelf.collection())),
            scene.statement,
            Still(fold_offer(scene)),
            drawn_of(scene),
            Still(view_menu(read(f"{view}&{lanes}"), scene)),
        )


def _register_vertical(app: Dash, shelf: Shelf) -> None:
    @app.callback(
        Output(ids.VERTICAL, "children"),
        Input(ids.VALUES, ids.VIEW),
        Input(ids.VALUES, ids.LISTING),
        Input(ids.VALUES, ids.WIDTH),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def draw_vertical(view: str, listing: str, width: int | None, _version: int) -> Component:
        narrow = width is not None and 0 < width < NARROW
        shown = vertical(shelf.collection(), read(f"{view}&{listing}")) if narrow else None
        return Still(shown)


def _register_overview(app: Dash, shelf: Shelf) -> None:
    @app.callback(
        Output(ids.OVERVIEW, "figure"),
        Output(ids.LEGEND, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.THEME),
        Input(ids.VALUES, ids.WIDTH),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def draw_overview(
        view: str, theme: str, width: int | None, _version: int
    ) -> tuple[Any, Component]:
        selection, collection = read(view).selection, shelf.collection()
        kept = collection.passing(selection)
        # Where all is in view there is no brush, so that dragging draws one anywhere.
        drawing = overview_drawing(
            collection.columns, selection.window, look(theme), _drawn_width(width), kept
        )
        return drawing, Still(legend(collection.columns.facet("category").counted(kept)))
