"""The review: events that nobody has decided on, lowest confidence first, and those rejected."""

from collections.abc import Sequence

import numpy as np
from dash import html
from dash.development.base_component import Component

from timeline.editing.disagreements import value_in_words
from timeline.model.edit import EditMark
from timeline.model.edtf import to_edtf
from timeline.model.event import Event
from timeline.query.event_columns import Rows
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import aria, data
from timeline.web.page.edit_marks import mark_badges
from timeline.web.page.event_form import who_field
from timeline.web.page.highlight import found_in
from timeline.web.page.pieces import action, empty, hidden_words, icon
from timeline.web.page.state import State
from timeline.wording.labels import counted

MOST_REJECTED = 200


def waiting(collection: Collection, state: State) -> Rows:
    """Return the rows of the events that pass the filters and that nobody has decided on."""
    columns = collection.columns
    open_ = columns.facet("curation").having((EditMark.WAITING,), len(columns))
    rows: Rows = np.flatnonzero(open_ & columns.mask(state.selection))
    return rows


def review(collection: Collection, state: State, rejected: Sequence[Event]) -> Component:
    """Return the queue with its keys, and below it what was rejected."""
    rows = waiting(collection, state)
    events = _least_confident(collection, rows, state.rows)
    items = [_item(event, state.selection.words) for event in events]
    more = f"Show more ({len(events):,} of {counted(len(rows), 'event')})"
    left = len(rows) - len(events)
    return html.Div(
        [
            _head(collection, len(rows)),
            html.Ol(items, className="queue", **aria(label="Events to review"))
            if items
            else _done(collection),
            *(
                [action("more-rows", more, rows=state.rows, className="button more-rows")]
                * bool(left)
            ),
            *_rejected(rejected),
        ],
        **data(asof=collection.as_of),
    )


def _least_confident(collection: Collection, rows: Rows, most: int) -> list[Event]:
    events = collection.columns.at(rows)
    confidence = np.fromiter((event.confidence for event in events), np.float64, len(events))
    agreed = np.fromiter((not event.conflicts for event in events), np.bool_, len(events))
    return [events[place] for place in np.lexsort((agreed, confidence))[:most].tolist()]


def _head(collection: Collection, count: int) -> Component:
    done = len(collection.columns) - collection.totals["curation"][EditMark.WAITING]
    said = f"{count:,} to review, lowest confidence first; {done:,} done."
    keys = html.Span(
        [html.Kbd("c"), " confirm ", html.Kbd("x"), " reject ", html.Kbd("s"), " skip ",
         html.Kbd("e"), " edit"],
        className="queue-keys",
    )  # fmt: skip
    start = action("review-first", "Start", className="button", disabled=count == 0)
    return html.Div([html.P(said), keys, start, who_field("review")], className="queue-head")


def _done(collection: Collection) -> Component:
    if not len(collection.columns):
        return empty("Nothing to review", "There are no events yet.")
    return empty("All reviewed", "Nobody's word is missing on what the filters keep.")


def _item(event: Event, words: str) -> Component:
    told = event.mentions[0].mention
    when = value_in_words("when", to_edtf(event.when)) if event.dated else "undated"
    disputed = [html.Span("disputed", className="badge badge-disputed")] if event.conflicts else []
    title = hidden_words(f" {event.title}")
    return html.Li(
        [
            html.Span(f"{event.confidence:.0%}", className="queue-confidence", title="Confidence"),
            html.Div(
                [
                    html.Span(when, className="told-when"),
                    action(
                        "select", found_in(event.title, words), event=event.id,
                        className="row-button",
                    ),
                    *disputed,
                    *mark_badges(event),
                    html.Span(told.sentence_text, className="queue-quote", dir="auto"),
                ],
                className="queue-told",
            ),
            html.Div(
                [
                    action(
                        "decide", [icon("tick"), html.Span(["Confirm", title])], do="confirm",
                        event=event.id, className="button quiet",
                    ),
                    action(
                        "decide", [icon("close"), html.Span(["Reject", title])], do="reject",
                        event=event.id, className="button quiet",
                    ),
                ],
                className="queue-buttons",
            ),
        ],
        **data(event=event.id, queued=event.id),
    )  # fmt: skip


def _rejected(events: Sequence[Event]) -> list[Component]:
    if not events:
        return []
    items = [
        html.Li(
            [
                html.Span(event.title, dir="auto"),
                action(
                    "decide",
                    ["Reopen", hidden_words(f" {event.title}")],
                    do="reopen",
                    event=event.id,
                    className="link-button",
                ),
            ]
        )
        for event in events[:MOST_REJECTED]
    ]
    return [
        html.Details(
            [html.Summary(f"{counted(len(events), 'event')} rejected"), html.Ul(items)],
            className="rejected",
            **data(key="rejected"),
        )
    ]
