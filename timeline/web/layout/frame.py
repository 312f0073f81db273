"""The whole page, with the features in their places."""

from dash import html
from dash.development.base_component import Component

from timeline.web.api.context import Editors
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.data.mount import Mount
from timeline.web.features.article import layout as article
from timeline.web.features.chart import layout as chart
from timeline.web.features.editing import layout as editing
from timeline.web.features.evidence import layout as evidence
from timeline.web.features.filters import layout as filters
from timeline.web.features.lists import layout as lists
from timeline.web.features.name import layout as name
from timeline.web.features.story import layout as story
from timeline.web.features.uploads import layout as uploads
from timeline.web.layout import header
from timeline.web.page import ids
from timeline.web.page.components import Values
from timeline.wording.strings import text


def layout(
    cache: CollectionCache,
    editors: Editors | None = None,
    *,
    private: bool = False,
    mount: Mount | None = None,
) -> Component:
    """Return the whole page, before the browser has said what it wants to see."""
    offered = editors is not None
    return html.Div(
        [
            html.A(text("page.skip"), href="#timeline-wrap", className="skip"),
            header.layout(cache.collection(), mount, private=private),
            uploads.strip(),
            html.Main(
                [
                    filters.layout(),
                    html.Div(
                        [
                            filters.chips_layout(),
                            chart.layout(),
                            lists.layout(cache.collection(), offered=offered),
                        ],
                        className="centre",
                    ),
                    evidence.layout(offered=offered),
                ],
                className="columns",
            ),
            name.layout(),
            article.layout(),
            story.layout(),
            *uploads.layout(cache.may),
            *editing.layout(editors),
            Values(ids.VALUES, **{ids.VERSION: cache.version()}),
        ],
        className="page",
        **(editing.default_name() if offered else {}),
    )
