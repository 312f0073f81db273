"""Which events are of the story."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.story.view import cards, chosen, story
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.state import read


def register(app: Dash, cache: CollectionCache) -> None:
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
        collection, names = cache.collection(), read(address).story
        count = len(chosen(collection, names))
        shown, told = story(collection, names), cards(collection, names)
        return Still(shown), f"{count:,}", Still(told)

    run_script(app, "markStory", [], Input(ids.VALUES, ids.STORY))
