"""Below the chart: the events in view, what is undated, and the articles."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from timeline.web.data.collection import Collection, Shelf
from timeline.web.features.articles.view import articles
from timeline.web.features.sources.view import sources, telling
from timeline.web.features.undated.view import undated, undated_count
from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.components import Still
from timeline.web.page.event_rows import table
from timeline.web.page.neighbours import neighbours
from timeline.web.page.pieces import action, icon
from timeline.web.page.review_buttons import bulk_bar
from timeline.web.page.state import read

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


def register(app: Dash, shelf: Shelf) -> None:
    """Keep the list that is open, and the counts of all, in step with the filters."""

    @app.callback(
        Output(ids.TABLE, "children"),
        Output(ids.TABLE_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.LISTING),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_table(
        view: str, listing: str, tab: str, _version: int
    ) -> tuple[Component | None, str]:
        collection, state = shelf.collection(), read(f"{view}&{listing}&{tab}")
        shown = Still(table(collection, state)) if state.tab == "events" else None
        return shown, f"{len(collection.in_view(state.selection)):,}"

    @app.callback(
        Output(ids.VALUES, ids.ORDER),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.SELECTED),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_order(view: str, selected: str, _version: int) -> dict[str, Any]:
        state = read(f"{view}&{selected}")
        return neighbours(shelf.collection(), state.selection, state.event)

    _register_others(app, shelf)


def _register_others(app: Dash, shelf: Shelf) -> None:
    """Keep what is undated, the articles and the sources in step."""

    @app.callback(
        Output(ids.UNDATED, "children"),
        Output(ids.UNDATED_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_undated(view: str, tab: str, _version: int) -> tuple[Component | None, str]:
        collection, state = shelf.collection(), read(f"{view}&{tab}")
        selection = state.selection
        shown = Still(undated(collection, selection)) if state.tab == "undated" else None
        return shown, f"{undated_count(collection, selection):,}"

    @app.callback(
        Output(ids.ARTICLES, "children"),
        Output(ids.ARTICLES_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_articles(view: str, tab: str, _version: int) -> tuple[Component | None, str]:
        collection, state = shelf.collection(), read(f"{view}&{tab}")
        words = state.selection.words
        hits = shelf.search(words) if words else ()
        shown = Still(articles(collection, words, hits)) if state.tab == "articles" else None
        return shown, f"{len(hits if words else collection.documents):,}"

    @app.callback(
        Output(ids.SOURCES, "children"),
        Output(ids.SOURCES_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.LISTING),
        Input(ids.VALUES, ids.COMPARISON),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_sources(
        view: str, listing: str, comparison: str, tab: str, _version: int
    ) -> tuple[Component | None, str]:
        collection, state = shelf.collection(), read(f"{view}&{listing}&{comparison}&{tab}")
        shown = Still(sources(collection, state)) if state.tab == "sources" else None
        return shown, f"{len(telling(collection, state).totals):,}"
