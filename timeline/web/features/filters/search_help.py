"""What a search can be, shown where one types: examples, made of what the collection holds."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from timeline.model.calendar import civil
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.pieces import action
from timeline.wording.strings import text


def search_help(collection: Collection) -> Component:
    """Return the examples, each of which a click searches for."""
    rows = [
        html.Li(
            action(
                "search-for",
                [html.Code(example), html.Span(text(name), className="muted")],
                value=example,
                className="option search-example",
            )
        )
        for example, name in _examples(collection)
    ]
    return html.Div(
        [html.H2(text("filters.examples")), html.Ul(rows)],
        id=ids.SEARCH_HELP,
        className="search-help",
        role="group",
        **aria(label=text("filters.examples")),
    )


def _examples(collection: Collection) -> Iterator[tuple[str, str]]:
    """Yield searches that find something here, and the names of what they mean."""
    actor = _most(collection, "actor", text("filters.some-actor"))
    place = _most(collection, "place", text("filters.some-place"))
    opening = collection.opening(Selection())
    year = text("filters.some-year") if opening is None else f"{civil(opening[0])[0]:04d}"
    yield f"{actor} OR {place}", "filters.example-or"
    yield f"{place} -{actor}", "filters.example-minus"
    yield text("filters.some-phrase"), "filters.example-phrase"
    yield f"actor:{actor} status:planned", "filters.example-field"
    yield f"place:{place} after:{year}", "filters.example-date"


def _most(collection: Collection, facet: str, otherwise: str) -> str:
    """Return the most frequent name, in quotation marks where it has several words."""
    counts = collection.totals[facet]
    name = counts.most_common(1)[0][0] if counts else otherwise
    name = name.replace('"', "")
    return f'"{name}"' if " " in name else name
