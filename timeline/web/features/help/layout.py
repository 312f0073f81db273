"""Help: what the keys do and how the drawing speaks."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page.pieces import action, icon

_KEYS = (
    (("←", "→"), "on the timeline: the event before or after, in time order"),
    (("Home", "End"), "on the timeline: the first or the last event"),
    (("Enter",), "read the evidence of the selected event"),
    (("+", "-"), "zoom in and out"),
    (("[", "]"), "move the window earlier or later"),
    (("0",), "fit everything"),
    (("↑", "↓"), "in the table: the row above or below"),
    (("n",), "today"),
    (("a",), "add the selected event to the story, or take it out"),
    (("z",), "undo what the message at the bottom tells of"),
    (("u",), "add articles, where that is offered"),
    (("c", "x"), "confirm or reject the selected event; in the review the next one follows"),
    (("e", "p"), "edit or pin the selected event"),
    (("r", "s"), "review the events that nobody has decided on; skip one"),
    (("Ctrl Z", "Ctrl ⇧ Z"), "undo and redo your decisions"),
    (("/",), "search"),
    (("t",), "light or dark"),
    (("Esc",), "close what is open; then clear the selection"),
    (("?",), "this help"),
)


def guide() -> Component:
    """Return the content of the help dialog."""
    return html.Div(
        [
            html.Header(
                [
                    html.H2("Help", id="help-title", tabIndex=-1),
                    action(
                        "close-help",
                        icon("close"),
                        aria_label="Close the help",
                        className="icon-button",
                    ),
                ]
            ),
            html.P(
                "Every mark is an event that an article tells. Select one to see the sentence it "
                "rests on and, step by step, how its date was read. Drag the timeline to move, "
                "turn the wheel to zoom, drag over the overview to choose a window. The address "
                "of the page holds all that you have chosen: copy the link to share the view."
            ),
            html.P(
                "An article without a date of its own is dated by what it says, as closely as "
                "that allows. Set its publication date, and its events move at once."
            ),
            html.H3("Keys"),
            html.Dl([part for keys, text in _KEYS for part in _pair(keys, text)]),
        ],
        className="help",
    )


def _pair(keys: tuple[str, ...], text: str) -> tuple[Component, Component]:
    return html.Dt([html.Kbd(key) for key in keys]), html.Dd(text)
