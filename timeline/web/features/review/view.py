"""The review: events that nobody has decided on, lowest confidence first, and those rejected."""

from collections.abc import Sequence

import numpy as np
from dash import html
from dash.development.base_component import Component

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
from timeline.wording.fields import value_in_words
from timeline.wording.strings import counted, text

MOST_REJECTED = 200
_KEYS = (
    ("c", "review.confirm-key"),
    ("x", "review.reject-key"),
    ("s", "review.skip-key"),
    ("e", "review.edit-key"),
)


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
    more = text("events.more", shown=f"{len(events):,}", events=counted(len(rows), "event"))
    left = len(rows) - len(events)
    return html.Div(
        [
            _head(collection, len(rows)),
            html.Ol(items, className="queue", **aria(label=text("review.list")))
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
    said = text("review.to-review", count=f"{count:,}", done=f"{done:,}")
    keys = html.Span(
        [part for key, name in _KEYS for part in (html.Kbd(key), text(name))],
        className="queue-keys",
    )
    start = action("review-first", text("review.start"), className="button", disabled=count == 0)
    return html.Div([html.P(said), keys, start, who_field("review")], className="queue-head")


def _done(collection: Collection) -> Component:
    if not len(collection.columns):
        return empty(text("review.nothing"), text("review.nothing-why"))
    return empty(text("review.all-done"), text("review.all-done-why"))


def _item(event: Event, words: str) -> Component:
    told = event.mentions[0].mention
    when = value_in_words("when", to_edtf(event.when)) if event.dated else text("review.undated")
    badge = html.Span(text("review.disputed"), className="badge badge-disputed")
    disputed = [badge] if event.conflicts else []
    title = hidden_words(text("review.which", title=event.title))
    confidence = text("review.confidence")
    return html.Li(
        [
            html.Span(f"{event.confidence:.0%}", className="queue-confidence", title=confidence),
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
                        "decide", [icon("tick"), html.Span([text("review.confirm"), title])],
                        do="confirm", event=event.id, className="button quiet",
                    ),
                    action(
                        "decide", [icon("close"), html.Span([text("review.reject"), title])],
                        do="reject", event=event.id, className="button quiet",
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
                    [text("review.reopen"), hidden_words(text("review.which", title=event.title))],
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
            [
                html.Summary(text("review.rejected", events=counted(len(events), "event"))),
                html.Ul(items),
            ],
            className="rejected",
            **data(key="rejected"),
        )
    ]
