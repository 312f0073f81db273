"""Which articles there are, or hold the words of a search."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.article_search import articles_found
from timeline.web.data.collection import CollectionCache
from timeline.web.features.articles.view import articles
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the list of articles and its count in step with the search."""

    @app.callback(
        Output(ids.ARTICLES, "children"),
        Output(ids.ARTICLES_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_articles(view: str, tab: str, _version: int) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{tab}", collection)
        words = state.selection.words
        hits = articles_found(cache, collection, words) if words else ()
        shown = Still(articles(collection, words, hits)) if state.tab == "articles" else None
        return shown, f"{len(hits if words else collection.documents):,}"
