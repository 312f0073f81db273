"""Which article the dialog shows."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.article.view import article
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.page.components import Still
from timeline.web.page.state import read


def register(app: Dash, cache: CollectionCache) -> None:
    """Fill the dialog and open it at the sentence."""

    @app.callback(
        Output(ids.ARTICLE_BODY, "children"),
        Input(ids.VALUES, ids.ARTICLE),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_article(address: str, _version: int) -> Component | None:
        document = read(address).article
        if not document:
            return None
        return Still(article(cache.collection(), document, cache.expressions(document)))

    run_script(app, "openArticle", [], Input(ids.ARTICLE_BODY, "children"))
