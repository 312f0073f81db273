"""The events in view as a table: all that the chart shows, within reach of keyboard and ear."""

from collections.abc import Callable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Category, Event, Status
from timeline.model.words import date_in_words
from timeline.web.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.collection import Collection
from timeline.web.state import SORTS, State
from timeline.web.views.pieces import action, category_mark, empty, hidden_words, status_badge
from timeline.web.wording import counted, label

_HEADS = {
    "date": "Date",
    "title": "Event",
    "status": "Status",
    "category": "Category",
    "sources": "Articles",
}
_STATUS_ORDER = list(Status)
_CATEGORY_ORDER = list(Category)
EXTRACT_HINT = "Extract a folder of articles, and their events appear here by themselves: "
_FAR = 10**12  # a day after every other


def by_date(event: Event) -> tuple[int, int, str]:
    """Order events by their first possible day, then by their last."""
    first, last = event.when.first, event.when.last
    known_last = _FAR if last is None else last
    return (known_last if first is None else first, known_last, event.id)


_KEYS: dict[str, Callable[[Event], Any]] = {
    "date": by_date,
    "title": lambda event: event.title.casefold(),
    "status": lambda event: _STATUS_ORDER.index(event.status),
    "category": lambda event: _CATEGORY_ORDER.index(event.category),
    "sources": lambda event: len(event.documents),
}


def in_view(collection: Collection, state: State) -> list[Event]:
    """Give the dated events that pass the filters, by date."""
    return sorted(state.selection.of(collection.dated), key=by_date)


def ordered(events: Sequence[Event], state: State) -> list[Event]:
    """Order events, which come by date, by the column that the viewer chose."""
    return sorted(events, key=_KEYS[state.sort], reverse=state.descending)


def table(collection: Collection, state: State) -> Component:
    """Give the table of the events in view, or say why there are none."""
    events = in_view(collection, state)
    if not events:
        return nothing(collection)
    shown = ordered(events, state)[: state.rows]
    rows = html.Table(
        [
            html.Caption(hidden_words("Events in view")),
            html.Thead(html.Tr([_head(key, state) for key in SORTS])),
            html.Tbody([_row(event) for event in shown]),
        ]
    )
    return html.Div([rows, *_more(len(events), state.rows)])


def nothing(collection: Collection) -> Component:
    """Say that nothing matches, or that there is nothing yet, with a way out."""
    if collection.dated:
        return empty(
            "Nothing matches",
            "No dated event passes every filter that is on.",
            action("clear-all", "Clear all filters", className="button"),
        )
    if collection.undated:
        return empty(
            "No event has a date yet",
            "Give an article its publication date, and its events find their place.",
            action("tab", "See what is undated", tab="undated", className="button"),
        )
    if collection.documents:
        return empty("No events found", "The articles tell of nothing that has a date.")
    command = html.Code("timeline extract FOLDER --store STORE")
    return empty("No articles yet", [EXTRACT_HINT, command])


def _head(key: str, state: State) -> Component:
    on = state.sort == key
    order = ("descending" if state.descending else "ascending") if on else "none"
    arrow = html.Span(className=f"sort-arrow sort-{order}", **HIDDEN_FROM_READERS)
    return html.Th(
        action("sort", [_HEADS[key], arrow], sort=key, key=f"sort-{key}", className="sort"),
        scope="col",
        className=f"col-{key}",
        **aria(sort=order),
    )


def _row(event: Event) -> Component:
    disputed = [html.Span("disputed", className="badge badge-disputed")] if event.conflicts else []
    sources = len(event.documents)
    return html.Tr(
        [
            html.Td(date_in_words(event.when), className="col-date"),
            html.Td(
                [
                    action("select", event.title, event=event.id, className="row-button"),
                    *disputed,
                ],
                className="col-title",
            ),
            html.Td(status_badge(event.status.value), className="col-status"),
            html.Td(
                [category_mark(event.category.value), label("category", event.category.value)],
                className="col-category",
            ),
            html.Td(f"{sources:,}", className="col-sources"),
        ],
        **data(event=event.id),
    )


def _more(count: int, shown: int) -> list[Component]:
    if count <= shown:
        return []
    words = f"Show more ({shown:,} of {counted(count, 'event')})"
    return [action("more-rows", words, rows=shown, className="button more-rows")]
