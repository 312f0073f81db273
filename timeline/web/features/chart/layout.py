"""The timeline with its toolbar and legend, and the overview below it."""

from dash import html
from dash.development.base_component import Component

from timeline.drawing.plotly.config import CONFIG, OVERVIEW_CONFIG
from timeline.query.facets import LANES, lane_word
from timeline.web.page import ids
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.components import Drawing, Still
from timeline.web.page.pieces import action, hidden_words, icon
from timeline.wording.strings import text

_TOOLS = (  # with the sign of each, its name, and the key that does the same
    ("earlier", "left", "chart.earlier", "["),
    ("zoom-out", "minus", "chart.zoom-out", "-"),
    ("zoom-in", "plus", "chart.zoom-in", "+"),
    ("later", "right", "chart.later", "]"),
    ("today", "today", "chart.today", "n"),
    ("fit", "fit", "chart.fit", "0"),
)


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
                **aria(label=text("chart.timeline"), roledescription=text("chart.role")),
            ),
            html.Div(id=ids.AROUND, className="around"),
            html.Div(
                [
                    html.Div(
                        Drawing(ids.OVERVIEW, OVERVIEW_CONFIG, className="graph"),
                        role="img",
                        **aria(label=text("chart.overview")),
                    ),
                    html.Div(id=ids.FOLD_OFFER, className="fold-offer"),
                ],
                className="overview-wrap",
            ),
            html.Div(id=ids.LEGEND, className="legend"),
        ],
        className="panel chart",
        **aria(label=text("chart.heading")),
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
    group = html.Div(
        lanes, className="segments", role="radiogroup", **aria(label=text("chart.lanes-by"))
    )
    name = html.Span(text("chart.lanes"), className="toolbar-name", **HIDDEN_FROM_READERS)
    return html.Div(
        [
            Still([name, group]),
            html.P(id=ids.TIMELINE_NOTE, className="muted toolbar-note", role="status"),
            html.Div([_menu(), Still([_tool(*tool) for tool in _TOOLS])], className="tools"),
        ],
        className="toolbar",
    )


def _menu() -> Component:
    head = html.Summary(
        [icon("view"), hidden_words(text("chart.how"))],
        className="icon-button",
        title=text("chart.how"),
    )
    menu = html.Div(id=ids.VIEW_MENU, className="menu")
    return html.Details([Still(head), menu], className="has-menu")


def _tool(name: str, sign: str, words: str, key: str) -> Component:
    return action(
        name,
        icon(sign),
        title=text("chart.with-key", name=text(words), key=key),
        aria_label=text(words),
        className="icon-button",
    )
