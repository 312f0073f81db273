"""What the menu of exports offers."""

from dash import html
from dash.development.base_component import Component

from timeline.export import FORMATS
from timeline.web.page.pieces import action


def export_menu() -> list[Component]:
    """Return what the menu of exports offers."""
    files = [
        action(
            "export",
            [
                html.Span(kind.name.upper(), className="format-name"),
                html.Span(kind.summary, className="format-summary"),
            ],
            value=kind.name,
            className="option format",
        )
        for kind in FORMATS.values()
    ]
    now = [
        html.Span("Screen", className="format-name"),
        html.Span("a picture of the timeline as it stands, PNG", className="format-summary"),
    ]
    picture = action("picture", now, className="option format")
    return [html.H2("What the filters keep, as"), *files, picture]
