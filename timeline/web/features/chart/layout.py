"""The timeline with its toolbar and legend, and the overview below it."""

from dash import html
from dash.development.base_component import Component

from timeline.drawing.plotly.config import CONFIG, OVERVIEW_CONFIG
from timeline.query.facets import LANES, lane_word
from timeline.web.page import ids
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.components import Drawing, Still
from timeline.web.page.pieces import action, hidden_words, icon

_ARIA = (
    "Timeline of events. Left and right arrow keys step through the events in time order, "
    "Enter reads the evidence. The same events are in the table below."
)
_OVERVIEW_ARIA = "Overview: events over the whole time. Drag to choose a window."


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
