"""The events in view as a table: all that the chart shows, within reach of keyboard and ear."""

from collections.abc import Callable
from typing import Any

import numpy as np
from dash import html
from dash.development.base_component import Component

from timeline.model.event import Category, Event, Status
from timeline.query.event_columns import Rows
from timeline.query.facets import label
from timeline.web.data.collection import Collection, Permissions
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.page.edit_marks import mark_badges
from timeline.web.page.getting_started import getting_started
from timeline.web.page.highlight import found_in, sentence_found
from timeline.web.page.pieces import action, category_mark, empty, hidden_words, status_badge, tick
from timeline.web.page.state import SORTS, State
from timeline.wording.dates import date_in_words
from timeline.wording.strings import counted, text

_HEADS = {
    "date": "events.date",
    "title": "events.title",
    "status": "events.status",
    "category": "events.category",
    "sources": "events.sources",
}
DATE = SORTS[0]
_STATUS_ORDER = list(Status)
_CATEGORY_ORDER = list(Category)

_KEYS: dict[str, Callable[[Event], Any]] = {
    "title": lambda event: event.title.casefold(),
    "status": lambda event: _STATUS_ORDER.index(event.status),
    "category": lambda event: _CATEGORY_ORDER.index(event.category),
    "sources": lambda event: len(event.documents),
}


def ordered(collection: Collection, state: State) -> Rows:
    """Return the rows in view, by date or by the column that the viewer chose.

    What is wider than the window, such as a century, comes behind what lies in it.
    """
    rows = collection.listed(state.selection)
    if state.sort != DATE:
        rows = rows[np.argsort(_ranks(collection, state.sort)[rows], kind="stable")]
    return rows[::-1] if state.descending else rows


def _ranks(collection: Collection, key: str) -> Rows:
    """Return every event's place in the order of a column; kept, for it takes long to find."""
    known: dict[str, Rows] = collection.ranks
    if key not in known:
        keys = [_KEYS[key](event) for event in collection.columns]
        places = {value: place for place, value in enumerate(sorted(set(keys)))}
        known[key] = np.array([places[value] for value in keys], np.intp)
    return known[key]


def table(collection: Collection, state: State) -> Component:
    """Return the table of the events in view, or say why there are none."""
    found = ordered(collection, state)
    if not len(found):
        return nothing(collection, listed=True)
    words = state.selection.words
    rows = html.Table(
        [
            html.Caption(hidden_words(text("events.view"))),
            html.Thead(html.Tr([_tick_all(), *(_head(key, state) for key in SORTS)])),
            html.Tbody(
                [_row(event, words) for event in collection.columns.at(found[: state.rows])]
            ),
        ]
    )
    return html.Div([rows, *_more(len(found), state.rows)], **data(asof=collection.as_of))


def nothing(collection: Collection, *, listed: bool = False) -> Component:
    """Return the message that nothing matches, or that there is nothing yet, with a way out.

    The ways to a first timeline stand in the place of the chart, and not in a list below it.
    """
    if collection.dated:
        return empty(
            text("events.no-match"),
            text("events.no-match-why"),
            action("clear-all", text("events.clear-all"), className="button"),
        )
    if collection.undated:
        return empty(
            text("events.no-date"),
            text("events.no-date-way"),
            action("tab", text("events.see-undated"), tab="undated", className="button"),
        )
    if collection.documents:
        return empty(text("events.none"), text("events.none-why"))
    if listed:
        return empty(text("start.title"), text("start.what"))
    return getting_started(collection.may)


def add_button(may: Permissions) -> list[Component]:
    """Return the way to the first articles, where they may be added."""
    return [action("add", text("events.add"), className="button")] if may.add else []


def _head(key: str, state: State) -> Component:
    on = state.sort == key
    order = ("descending" if state.descending else "ascending") if on else "none"
    arrow = html.Span(className=f"sort-arrow sort-{order}", **HIDDEN_FROM_READERS)
    return html.Th(
        action("sort", [text(_HEADS[key]), arrow], sort=key, key=f"sort-{key}", className="sort"),
        scope="col",
        className=f"col-{key}",
        **aria(sort=order),
    )


def _tick_all() -> Component:
    return html.Th(tick("tick-all", text("events.tick-all")), className="col-tick")


def _row(event: Event, words: str) -> Component:
    disputed = (
        [html.Span(text("events.disputed"), className="badge badge-disputed")]
        if event.conflicts
        else []
    )
    sources = len(event.documents)
    title, quoted = found_in(event.title, words), sentence_found(event, words)
    return html.Tr(
        [
            html.Td(
                tick("tick", text("events.tick", title=event.title), event=event.id),
                className="col-tick",
            ),
            html.Td(date_in_words(event.when), className="col-date"),
            html.Td(
                [
                    action(
                        "select",
                        title,
                        event=event.id,
                        className="row-button",
                    ),
                    *disputed,
                    *mark_badges(event),
                    *([html.Span(quoted, className="muted")] if quoted else []),
                ],
                className="col-title",
            ),
            html.Td(status_badge(event.status.value), className="col-status"),
            html.Td(
                [category_mark(event.category.value), label("category", event.category.value)],
                className="col-category",
            ),
            html.Td([f"{sources:,}", *_publishers(event)], className="col-sources"),
        ],
        **data(event=event.id),
    )


def _publishers(event: Event) -> list[Component]:
    """Return how many publishers tell of an event, where any is known."""
    known = len(event.publishers)
    return [html.Div(counted(known, "publisher"), className="muted")] if known else []


def _more(count: int, shown: int) -> list[Component]:
    if count <= shown:
        return []
    words = text("events.more", shown=f"{shown:,}", events=counted(count, "event"))
    return [action("more-rows", words, rows=shown, className="button more-rows")]
