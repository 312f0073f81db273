"""Below the chart: the events in view, what is undated, the articles, the story."""

from dash import html
from dash.development.base_component import Component

from timeline.web.data.collection import Collection
from timeline.web.page import ids
from timeline.web.page.attributes import aria, data
from timeline.web.page.components import Still
from timeline.web.page.pieces import action, icon
from timeline.web.page.review_buttons import bulk_bar
from timeline.wording.strings import text

_TABS = (
    ("days", "lists.days", "", ids.DAYS_COUNT, ids.DAYS),
    ("events", "lists.events", "lists.in-view", ids.TABLE_COUNT, ids.TABLE),
    ("map", "lists.map", "", ids.MAP_COUNT, ids.MAP),
    ("sources", "lists.sources", "", ids.SOURCES_COUNT, ids.SOURCES),
    ("undated", "lists.undated", "", ids.UNDATED_COUNT, ids.UNDATED),
    ("articles", "lists.articles", "", ids.ARTICLES_COUNT, ids.ARTICLES),
    ("story", "lists.story", "", ids.STORY_COUNT, ids.STORY_LIST),
)
_DECIDING_TABS = (
    ("review", "lists.review", "", ids.REVIEW_COUNT, ids.REVIEW),
    ("history", "lists.history", "", ids.HISTORY_COUNT, ids.HISTORY),
)
# What the middle of the page shows alone, while its button is pressed.
_SIZES = (
    ("list", "up", "lists.list-alone"),
    ("chart", "down", "lists.chart-alone"),
)


def layout(collection: Collection, *, offered: bool = False) -> Component:
    """Return the tabs and their panels; the scripts show the one that the address names.

    Only the open one is filled: what nobody sees would cost the browser as much. Where deciding
    is `offered`, the lists for it stand beside the others.
    """
    shown = (*_TABS, *_DECIDING_TABS) if offered else _TABS
    known = {"articles": f"{len(collection.documents):,}"}
    tabs = [
        _tab(name, (title, more), count, known.get(name, ""))
        for name, title, more, count, _ in shown
    ]
    panels = [_panel(name, body) for name, *_, body in shown]
    tablist = html.Div(
        tabs, role="tablist", className="list-tabs", **aria(label=text("lists.lists"))
    )
    more = html.Details(
        [
            html.Summary(text("lists.more")),
            html.Div([_entry(name, title) for name, title, *_ in shown], className="menu"),
        ],
        className="has-menu tabs-more",
    )
    sizes = [
        action(
            "show",
            icon(sign),
            value=value,
            className="icon-button lists-size",
            title=text(words),
            aria_label=text(words),
            aria_pressed="false",
        )
        for value, sign, words in _SIZES
    ]
    add = action(
        "add-event",
        icon("plus"),
        className="icon-button add-event",
        title=text("lists.add-event"),
        aria_label=text("lists.add-event"),
    )
    beside = Still([*([add] if offered else []), *sizes])
    head = html.Div([tablist, Still(more), beside], className="lists-head")
    bulk = [Still(bulk_bar())] if offered else []
    usual = "days" if collection.opens_on_days else "events"
    return html.Section([head, *bulk, *panels], className="panel lists", **data(usual=usual))


def _tab(name: str, words: tuple[str, str], count: str, number: str) -> Component:
    return action(
        "tab",
        [
            text(words[0]),
            html.Span(text(words[1]) if words[1] else "", className="tab-words"),
            html.Span(number, id=count, className="tab-count"),
        ],
        tab=name,
        id=f"tab-{name}",
        role="tab",
        aria_controls=f"panel-{name}",
        aria_selected="false",
        className="list-tab",
    )


def _entry(name: str, title: str) -> Component:
    """Return the entry of a list in the menu of those whose tabs have no room."""
    words = html.Span(text(title), className="option-name")
    return action("tab", words, tab=name, className="option")


def _panel(name: str, body: str) -> Component:
    return html.Div(
        html.Div(id=body),
        id=f"panel-{name}",
        role="tabpanel",
        className="tab-panel",
        hidden=True,
        **aria(labelledby=f"tab-{name}"),
    )
