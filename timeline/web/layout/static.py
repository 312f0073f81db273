"""What stands in the page from the first byte and never changes: help, messages, the ear's voice.

It is written as HTML into the page and not rendered by scripts, so that the timeline stands sooner.
"""

from dash import html
from dash.development.base_component import Component

from timeline.web.features.help.layout import guide
from timeline.web.page.attributes import aria
from timeline.web.page.pieces import action, icon

_OFFLINE = (
    "The server does not answer. What you see stays; the page goes on by itself when it is back."
)


def layout() -> list[Component]:
    """Return the help dialog, the place of what is announced, and the messages, closed."""
    toast = [
        html.Span(id="toast-words"),
        action("undo", "Undo", id="toast-undo", hidden=True, className="link-button"),
        action(
            "hide-toast",
            icon("close"),
            id="toast-close",
            hidden=True,
            aria_label="Close the message",
        ),
    ]
    return [
        html.Dialog(guide(), id="help-dialog", className="dialog", **aria(labelledby="help-title")),
        html.Div(id="announce", className="visually-hidden", role="status"),
        html.Div(_OFFLINE, className="offline", role="alert"),
        html.Div(toast, id="toast", className="toast", role="region", **aria(label="Message")),
    ]
