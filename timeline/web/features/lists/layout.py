"""Below the chart: the events in view, what is undated, the articles, the story."""

from dash import html
from dash.development.base_component import Component

from timeline.web.data.collection import Collection
from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.components import Still
from timeline.web.page.pieces import action, icon
from timeline.web.page.review_buttons import bulk_bar

_TABS = (
    ("events", "Events", " in view", ids.TABLE_COUNT, ids.TABLE),
    ("sources", "Sources", "", ids.SOURCES_COUNT, ids.SOURCES),
    ("undated", "Undated", "", ids.UNDATED_COUNT, ids.UNDATED),
    ("articles", "Articles", "", ids.ARTICLES_COUNT, ids.ARTICLES),
    ("story", "Story", "", ids.STORY_COUNT, ids.STORY_LIST),
)
_DECIDING_TABS = (
    ("review", "Review", "", ids.REVIEW_COUNT, ids.REVIEW),
    ("history", "History", "", ids.HISTORY_COUNT, ids.HISTORY),
)
# What the middle of the page shows alone, while its button is pressed.
_SIZES = (
    ("list", "up", "Show the list alone, without the timeline"),
    ("chart", "down", "Show the timeline alone, without the list"),
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
    tablist = html.Div(tabs, role="tablist", className="list-tabs", **aria(label="Lists"))
    sizes = [
        action(
            "show",
            icon(sign),
            value=value,
            className="icon-button lists-size",
            title=words,
            aria_label=words,
            aria_pressed="false",
        )
        for value, sign, words in _SIZES
    ]
    add = action(
        "add-event",
        icon("plus"),
        className="icon-button add-event",
        title="Add an event",
        aria_label="Add an event",
    )
    beside = Still([*([add] if offered else []), *sizes])
    head = html.Div([tablist, beside], className="lists-head")
    bulk = [Still(bulk_bar())] if offered else []
    return html.Section([head, *bulk, *panels], className="panel lists")


def _tab(name: str, words: tuple[str, str], count: str, number: str) -> Component:
    return action(
        "tab",
        [
            words[0],
            html.Span(words[1], className="tab-words"),
            html.Span(number, id=count, className="tab-count"),
        ],
        tab=name,
        id=f"tab-{name}",
        role="tab",
        aria_controls=f"panel-{name}",
        aria_selected="false",
        className="list-tab",
    )


def _panel(name: str, body: str) -> Component:
    return html.Div(
        html.Div(id=body),
        id=f"panel-{name}",
        role="tabpanel",
        className="tab-panel",
        hidden=True,
        **aria(labelledby=f"tab-{name}"),
    )
