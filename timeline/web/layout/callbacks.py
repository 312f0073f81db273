"""The callbacks of all features, and the state that they hear."""

from dash import Dash, Input, Output

from timeline.web.api.context import Editors
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.article import callbacks as article
from timeline.web.features.articles import callbacks as articles
from timeline.web.features.chart import callbacks as chart
from timeline.web.features.days import callbacks as days
from timeline.web.features.evidence import callbacks as evidence
from timeline.web.features.exports import callbacks as exports
from timeline.web.features.filters import callbacks as filters
from timeline.web.features.lists import callbacks as lists
from timeline.web.features.map import callbacks as map_
from timeline.web.features.name import callbacks as name
from timeline.web.features.news import callbacks as news
from timeline.web.features.review import callbacks as review
from timeline.web.features.sources import callbacks as sources
from timeline.web.features.story import callbacks as story
from timeline.web.features.undated import callbacks as undated
from timeline.web.features.uploads import callbacks as uploads
from timeline.web.page import ids
from timeline.web.page.clientside import run_script
from timeline.web.uploads.queueing import Works

_PARTS = (
    ids.VIEW,
    ids.LANES,
    ids.SELECTED,
    ids.ARTICLE,
    ids.LISTING,
    ids.STORY,
    ids.COMPARISON,
    ids.TAB,
    ids.DIGEST,
    ids.NAMED,
    ids.THEME,
)


def register(app: Dash, cache: CollectionCache, editors: Editors | None, work: Works) -> None:
    """Register the callbacks of every feature, and those that split the state into its parts."""
    exports.register(app)
    for feature in (
        *(
            filters,
            chart,
            days,
            lists,
            map_,
            undated,
            articles,
            sources,
            story,
            article,
            name,
            news,
        ),
    ):
        feature.register(app, cache)
    parts = [Output(ids.VALUES, name) for name in _PARTS]
    run_script(app, "later", [Output(ids.VALUES, ids.LATER)], Input(ids.VALUES, ids.VIEW))
    run_script(app, "stands", [Output(ids.VALUES, ids.STANDS)], Input(ids.VALUES, ids.BOOT))
    run_script(app, "split", parts, Input(ids.VALUES, ids.STATE))
    review.register(app, cache, editors)
    evidence.register(app, cache, offered=editors is not None)
    uploads.register(app, work, cache.may)
