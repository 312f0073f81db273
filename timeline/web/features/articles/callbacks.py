"""Which articles there are, or hold the words of a search."""

from dash import Dash

from timeline.web.data.article_search import articles_found
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.articles.view import articles
from timeline.web.page import ids
from timeline.web.page.state import State
from timeline.web.page.tabs import Drawn, Tab, register_tab

TAB = Tab("articles", ids.ARTICLES, ids.ARTICLES_COUNT, (ids.LATER,))


def register(app: Dash, cache: CollectionCache) -> None:
    """Keep the list of articles and its count in step with the search."""

    def look(collection: Collection, state: State) -> Drawn:
        words = state.selection.words
        hits = articles_found(cache, collection, words) if words else ()
        count = len(hits if words else collection.documents)
        return lambda: articles(collection, words, hits), f"{count:,}"

    register_tab(app, cache, TAB, look)
