"""The dialog to step through the story."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.components import Still
from timeline.web.page.pieces import action, icon
from timeline.wording.strings import text


def layout() -> Component:
    """Return the dialog in which a story is told, closed; it is what is printed, too."""
    close = action(
        "close-story", icon("close"), aria_label=text("story.close"), className="icon-button"
    )
    steps = [
        action("story-before", [icon("left"), text("story.before")], className="button quiet"),
        action("story-after", [text("story.after"), icon("right")], className="button"),
    ]
    return html.Dialog(
        [
            Still(html.Header([html.H2(text("story.heading"), id="story-title"), close])),
            html.Div(id=ids.STORY_CARDS, className="cards"),
            Still(html.Footer(steps, className="story-steps")),
        ],
        id="story-dialog",
        className="dialog story-dialog",
        **aria(labelledby="story-title"),
    )
