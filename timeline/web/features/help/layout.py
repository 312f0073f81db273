"""Help: what the keys do and how the drawing speaks."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page.pieces import action, icon
from timeline.wording.strings import text

KEYS = (
    (("←", "→"), "help.arrows"),
    (("Home", "End"), "help.ends"),
    (("Enter",), "help.enter"),
    (("+", "-"), "help.zoom"),
    (("[", "]"), "help.move"),
    (("0",), "help.fit"),
    (("↑", "↓"), "help.rows"),
    (("n",), "help.today"),
    (("a",), "help.story"),
    (("z",), "help.undo-message"),
    (("u",), "help.add"),
    (("c", "x"), "help.judge"),
    (("e", "p"), "help.edit"),
    (("r", "s"), "help.review"),
    (("Ctrl Z", "Ctrl ⇧ Z"), "help.undo"),
    (("/",), "help.search"),
    (("t",), "help.theme"),
    (("Esc",), "help.escape"),
    (("?",), "help.help"),
)


def guide() -> Component:
    """Return the content of the help dialog."""
    return html.Div(
        [
            html.Header(
                [
                    html.H2(text("help.heading"), id="help-title", tabIndex=-1),
                    action(
                        "close-help",
                        icon("close"),
                        aria_label=text("help.close"),
                        className="icon-button",
                    ),
                ]
            ),
            html.P(text("help.what")),
            html.P(text("help.dates")),
            html.H3(text("help.keys")),
            html.Dl([part for keys, name in KEYS for part in _pair(keys, name)]),
        ],
        className="help",
    )


def _pair(keys: tuple[str, ...], name: str) -> tuple[Component, Component]:
    return html.Dt([html.Kbd(key) for key in keys]), html.Dd(text(name))
