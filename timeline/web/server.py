"""The whole page: its layout, its callbacks and its server."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Response

from timeline import pipeline
from timeline.curation import CuratedSource
from timeline.curation.desk import Desk
from timeline.curation.who import whoever
from timeline.model.timeline import Timeline
from timeline.store import Store
from timeline.web import ids
from timeline.web.attributes import aria
from timeline.web.collection import Shelf, Source
from timeline.web.compression import compress
from timeline.web.deciding import Desks
from timeline.web.exporting import serve_exports
from timeline.web.looks import style_sheet
from timeline.web.panels import (
    article,
    chart,
    curation,
    evidence,
    filters,
    guide,
    header,
    lists,
    publishing,
    review,
    story,
)
from timeline.web.panels.publishing import Foresee, Publish
from timeline.web.scripts import run_script
from timeline.web.security import secure
from timeline.web.views.pieces import action, icon

ASSETS = Path(__file__).parents[2] / "assets"
_PARTS = (
    ids.VIEW,
    ids.LANES,
    ids.SELECTED,
    ids.ARTICLE,
    ids.LISTING,
    ids.STORY,
    ids.COMPARISON,
    ids.TAB,
    ids.THEME,
)
_STORES = (
    *(
        ids.BOOT,
        ids.STATE,
        *_PARTS,
        ids.LATER,
        ids.WHO,
        ids.WIDTH,
        ids.ORDER,
        ids.DRAWN,
        ids.SPOKEN,
    ),
    *(ids.SINK_SELECTED, ids.SINK_ARTICLE, ids.SINK_ANSWER, ids.SINK_SPOKEN),
    *(ids.SINK_ZOOM, ids.SINK_BRUSH, ids.SINK_KEPT, ids.SINK_STORY),
)


_OFFLINE = (
    "The server does not answer. What you see stays; the page goes on by itself when it is back."
)


class Page(Dash):
    """Dash with the outline of the page in place of the word "Loading"."""

    def interpolate_index(self, *parts: Any, **named: Any) -> str:  # noqa: ANN401 - as Dash has it
        """Put the outline where the application will render."""
        outline = files("timeline.web").joinpath("skeleton.html").read_text("utf-8")
        named["app_entry"] = outline
        return str(super().interpolate_index(*parts, **named))  # type: ignore[no-untyped-call]


def create_app(store: Store, clock: Callable[[], str]) -> Dash:
    """Make the page over a store, with what people decided; `clock` gives the moment of an edit."""
    source = CuratedSource(store)

    def publish(document: str, text: str | None, by: str | None) -> object:
        return pipeline.publish(store, document, text, clock(), by)

    def foresee(document: str, text: str) -> Timeline:
        return source.over(pipeline.foresee(store, document, text))

    def desk(by: str) -> Desk:
        return Desk(store, whoever(by), clock, source)

    return make_page(source, publish, foresee, desk)


def make_page(
    source: Source, publish: Publish, foresee: Foresee, desks: Desks | None = None
) -> Dash:
    """Make the page over anything that gives a timeline and its version.

    `publish(document, text, by)` sets a publication date, or takes it back where the text is None;
    `foresee` gives the timeline as it would be then, without setting anything. `desks` gives the
    desk of a person by their name; without it events can be looked at and not decided on.
    """
    app = Page(
        __name__,
        title="Timeline",
        update_title="",  # the title stays while callbacks run
        assets_folder=str(ASSETS),
        assets_ignore=r"^theme\.js$",
        serve_locally=True,
        index_string=files("timeline.web").joinpath("index.html").read_text("utf-8"),
    )
    shelf = Shelf(source)
    app.layout = lambda: layout(shelf, desks)
    _register(app, shelf, publish, foresee)
    for deciding in (curation, review):
        deciding.register(app, shelf, desks)
    evidence.register(app, shelf, offered=desks is not None)
    _serve_colours(app)
    secure(app.server, app.csp_hashes())
    serve_exports(app.server, shelf)
    compress(app.server)
    return app


def layout(shelf: Shelf, desks: Desks | None = None) -> Component:
    """Give the whole page, before the browser has said what it wants to see."""
    offered = desks is not None
    return html.Div(
        [
            html.A("Skip to the timeline", href="#timeline-wrap", className="skip"),
            header.layout(shelf.collection()),
            html.Main(
                [
                    filters.layout(),
                    html.Div(
                        [
                            filters.chips_layout(),
                            chart.layout(),
                            lists.layout(shelf.collection(), offered=offered),
                        ],
                        className="centre",
                    ),
                    evidence.layout(offered=offered),
                ],
                className="columns",
            ),
            article.layout(),
            guide.layout(),
            story.dialog(),
            html.Div(id="announce", className="visually-hidden", role="status"),
            html.Div(_OFFLINE, className="offline", role="alert"),
            html.Div(
                [
                    html.Span(id="toast-words"),
                    action("undo", "Undo", id="toast-undo", hidden=True, className="link-button"),
                    action(
                        "hide-toast",
                        icon("close"),
                        id="toast-close",
                        hidden=True,
                        aria_label="Close the message",
                    ),
                ],
                id="toast",
                className="toast",
                role="region",
                **aria(label="Message"),
            ),
            *publishing.layout(shelf.version()),
            *curation.layout(desks),
            *(dcc.Store(id=name) for name in _STORES),
        ],
        className="page",
        **(curation.default_name() if offered else {}),
    )


def _register(app: Dash, shelf: Shelf, publish: Publish, foresee: Foresee) -> None:
    for panel in (header, filters, chart, lists, story, article):
        panel.register(app, shelf)
    publishing.register(app, shelf, publish, foresee)
    run_script(app, "boot", [Output(ids.STATE, "data")], Input(ids.BOOT, "data"))
    parts = [Output(name, "data") for name in _PARTS]
    run_script(app, "later", [Output(ids.LATER, "data")], Input(ids.VIEW, "data"))
    run_script(app, "split", [*parts, Output(ids.SEARCH, "value")], Input(ids.STATE, "data"))


def _serve_colours(app: Dash) -> None:
    sheet = style_sheet()

    def colours() -> Response:
        return Response(sheet, mimetype="text/css")

    app.server.add_url_rule("/colours.css", "colours", colours)
