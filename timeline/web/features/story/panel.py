"""The story: its dialog to step through, and its place among the lists."""

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from timeline.web.data.collection import Shelf
from timeline.web.features.story.view import cards, chosen, story
from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.pieces import action, icon
from timeline.web.page.state import read


def dialog() -> Component:
    """Return the dialog in which a story is told, closed; it is what is printed, too."""
    close = action(
        "close-story", icon("close"), aria_label="Close the story", className="icon-button"
    )
    steps = [
        action("story-before", [icon("left"), "Before"], className="button quiet"),
        action("story-after", ["After", icon("right")], className="button"),
    ]
    return html.Dialog(
        [
            Still(html.Header([html.H2("Story", id="story-title"), close])),
            html.Div(id=ids.STORY_CARDS, className="cards"),
            Still(html.Footer(steps, className="story-steps")),
        ],
        id="story-dialog",
        className="dialog story-dialog",
        **aria(labelledby="story-title"),
    )


def register(app: Dash, shelf: Shelf) -> None:
    """Keep the list and the cards in step with the address."""

    @app.callback(
        Output(ids.STORY_LIST, "children"),
        Output(ids.STORY_COUNT, "children"),
        Output(ids.STORY_CARDS, "children"),
        Input(ids.VALUES, ids.STORY),
        Input(ids.VALUES, ids.VERSION),
        Input(ids.VALUES, ids.STANDS),
        prevent_initial_call=True,
    )
    def show_story(
        address: str, _version: int, _stands: object
    ) -> tuple[Component, str, Component]:
        collection, names = shelf.collection(), read(address).story
        count = len(chosen(collection, names))
        shown, told = story(collection, names), cards(collection, names)
        return Still(shown), f"{count:,}", Still(told)

    run_script(app, "markStory", [], Input(ids.VALUES, ids.STORY))
