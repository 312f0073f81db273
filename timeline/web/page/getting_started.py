"""The ways to a first timeline, where the collection is empty."""

from dash import html
from dash.development.base_component import Component

from timeline.web.data.collection import Permissions
from timeline.web.page.pieces import action
from timeline.wording.strings import text

EXTRACT = "timeline extract FOLDER "
DEMO = "timeline demo"


def getting_started(may: Permissions) -> Component:
    """Return the ways in: articles of one's own on the page or in a folder, or a sample."""
    ways = [
        _way(
            text("start.folder"),
            text("start.folder-what"),
            html.Code([EXTRACT, html.Span(text("start.into"))]),
        ),
    ]
    sample = action("sample", text("start.sample-add"), className="button quiet")
    how = sample if may.add else html.Code(DEMO)
    ways.append(_way(text("start.sample"), text("start.sample-what"), how))
    if may.add:
        add = [
            action("add", text("start.add"), className="button"),
            action("paste", text("start.paste"), className="button quiet"),
        ]
        ways.insert(0, _way(text("start.drop"), text("start.drop-what"), *add))
    return html.Div(
        [
            html.P(text("start.title"), className="empty-title"),
            html.P(text("start.what")),
            html.Ol(ways, className="ways"),
        ],
        className="empty start",
    )


def _way(title: str, what: str, *how: Component) -> Component:
    return html.Li(
        [
            html.H3(title),
            html.P(what),
            html.Div(list(how), className="way-how"),
        ]
    )
