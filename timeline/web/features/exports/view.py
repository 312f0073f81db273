"""What the menu of exports offers."""

from dash import html
from dash.development.base_component import Component

from timeline.export import FORMATS
from timeline.export.format import Format
from timeline.web.page.pieces import action
from timeline.wording.strings import text

CHRONOLOGIES = ("docx", "pdf", "markdown", "html", "json")


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
        html.Span(text("exports.screen"), className="format-name"),
        html.Span(text("exports.screen-what"), className="format-summary"),
    ]
    picture = action("picture", now, className="option format")
    return [
        html.H2(text("exports.chronology")),
        *(_chronology(FORMATS[name]) for name in CHRONOLOGIES),
        html.H2(text("exports.heading")),
        html.P(text("exports.only-shown"), className="muted"),
        *files,
        picture,
    ]


def _chronology(kind: Format) -> Component:
    """Return the entry of the days that matter as a document."""
    words = [
        html.Span(kind.name.upper(), className="format-name"),
        html.Span(text("exports.chronology-what"), className="format-summary"),
    ]
    return action("chronology", words, value=kind.name, className="option format")
