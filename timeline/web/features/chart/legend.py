"""What the drawing means: the categories that occur, and how dates and statuses are drawn."""

from collections.abc import Container

from dash import html
from dash.development.base_component import Component

from timeline.drawing.theme import SIGNS
from timeline.model.event import Category
from timeline.query.facets import label
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.pieces import category_mark

_STYLES = (
    ("day", "day", "The day is known"),
    ("soft", "some time in", "Some time within these days; which of them is not said"),
    ("solid", "throughout", "It lasted from the first day to the last"),
    ("faded", "about", "Approximate: it may lie somewhat before or after"),
    ("open", "open end", "It goes on, or nobody says when it ended"),
    ("planned", "planned", "Announced, not yet happened when it was written"),
    (
        "claimed",
        " ".join(f"{status.value} {sign}" for status, sign in SIGNS.items()),
        "Not a plain fact: the sign says how it is told",
    ),
    ("fold", "folded", "A stretch of time without events, folded up; its length stands in it"),
    ("disputed", "disputed", "The sources give different dates or facts"),
    ("curated", "confirmed ★ pinned", "Somebody has looked at it and said so"),
)


def legend(found: Container[str]) -> list[Component]:
    """Return the legend for the categories that are found."""
    hues = [
        html.Li([category_mark(c.value), label("category", c.value)])
        for c in Category
        if c.value in found
    ]
    styles = [
        html.Li(
            [html.Span(className=f"sample sample-{name}", **HIDDEN_FROM_READERS), words],
            title=meaning,
        )
        for name, words, meaning in _STYLES
    ]
    return [
        html.Ul(styles, **aria(label="How dates and statuses are drawn")),
        html.Ul(hues, className="legend-hues", **aria(label="Categories")),
    ]
