"""When the chart is drawn: for each part of the state that it shows."""

from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.drawing.plotly.overview import overview_drawing
from timeline.drawing.plotly.timeline_figure import timeline_drawing
from timeline.drawing.scene.scene import NARROW
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.chart.legend import legend
from timeline.web.features.chart.vertical import vertical
from timeline.web.features.chart.view import (
    around,
    drawn_of,
    drawn_width,
    fold_offer,
    overview_span,
    scene_of,
)
from timeline.web.features.chart.view_menu import view_menu
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.event_rows import nothing
from timeline.web.page.look import theme_named
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Draw the scene of the present state; the scripts hear zoom, brush and clicks themselves."""
    _register_timeline(app, cache)
    _register_vertical(app, cache)
    _register_overview(app, cache)
    run_script(app, "keep", [], Input(ids.VALUES, ids.ORDER), Input(ids.VALUES, ids.DRAWN))
    run_script(app, "measure", [Output(ids.VALUES, ids.WIDTH)], Input(ids.VALUES, ids.BOOT))


def _register_timeline(app: Dash, cache: CollectionCache) -> None:
    @app.callback(
        Output(ids.TIMELINE, "figure"),
        Output(ids.TIMELINE, "style"),
        Output(ids.TIMELINE, "className"),
        Output(ids.TIMELINE_EMPTY, "children"),
        Output(ids.TIMELINE_NOTE, "children"),
        Output(ids.FOLD_OFFER, "children"),
        Output(ids.AROUND, "children"),
        Output(ids.VALUES, ids.DRAWN),
        Output(ids.VIEW_MENU, "children"),
        Input(ids.VALUES, ids.VIEW),
        Input(ids.VALUES, ids.LANES),
        Input(ids.VALUES, ids.SELECTED),
        Input(ids.VALUES, ids.DIGEST),
        Input(ids.VALUES, ids.THEME),
        Input(ids.VALUES, ids.WIDTH),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def draw(*parts: Any) -> tuple[Any, ...]:  # noqa: ANN401 - each of its own type
        view, lanes, selected, how_many, theme, width, _version = parts
        collection = cache.collection()
        scene = scene_of(cache, view, lanes, f"{selected}&{how_many}", width)
        return (
            timeline_drawing(scene, theme_named(theme)),
            {"height": f"{scene.height}px"},
            "graph" if scene.dated else "graph graph-empty",
            None if scene.dated else Still(nothing(collection)),
            scene.statement,
            Still(fold_offer(scene)),
            Still(around(collection, seen(view, collection).selection)),
            drawn_of(scene),
            Still(view_menu(seen(f"{view}&{lanes}", collection), scene)),
        )


def _register_vertical(app: Dash, cache: CollectionCache) -> None:
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
        if not narrow:
            return Still(None)
        collection = cache.collection()
        return Still(vertical(collection, seen(f"{view}&{listing}", collection)))


def _register_overview(app: Dash, cache: CollectionCache) -> None:
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
        collection = cache.collection()
        selection = seen(view, collection).selection
        kept = collection.passing(selection)
        # Where all is in view there is no brush, so that dragging draws one anywhere.
        drawing = overview_drawing(
            collection.columns,
            selection.window,
            theme_named(theme),
            drawn_width(width),
            kept,
            span=overview_span(collection, selection),
        )
        return drawing, Still(legend(collection.columns.facet("category").counted(kept)))
