"""Chosen events as a sequence, to step through and to print with their sources."""

import json
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.model.event import DatedMention, Event
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import data
from timeline.web.page.little import little_mark
from timeline.web.page.pieces import action, category_mark, empty, icon, status_badge
from timeline.web.page.publication_form import published_words
from timeline.wording.dates import date_in_words
from timeline.wording.labels import undated_reason
from timeline.wording.strings import counted, text

MOST = 200  # events of one story


def chosen(collection: Collection, names: Sequence[str]) -> list[Event]:
    """Return the events of a story in its order; those that are gone are left out."""
    found = (collection.event(name) for name in names[:MOST])
    return [event for event in found if event is not None]


def story(collection: Collection, names: Sequence[str]) -> Component:
    """Return the list in which a story is put together."""
    events = chosen(collection, names)
    if not events:
        return empty(text("story.none"), text("story.none-why"))
    ids = [event.id for event in events]
    tools = [
        action("tell", text("story.step"), className="button"),
        action(
            "order-story",
            text("story.by-date"),
            value=_by_date(events),
            className="button quiet",
        ),
        action("print", text("story.print"), className="button quiet"),
        action("clear", text("story.clear"), facet="story", className="link-button"),
    ]
    items = [
        html.Li(_item(event, ids, place), **data(event=event.id), **little_mark(collection, event))
        for place, event in enumerate(events)
    ]
    return html.Div(
        [
            html.Div(
                [html.P(counted(len(events), "event"), className="muted"), *tools],
                className="story-tools",
            ),
            html.Ol(items, className="story-list"),
        ]
    )


def cards(collection: Collection, names: Sequence[str]) -> list[Component]:
    """Return the cards that are stepped through and printed."""
    events = chosen(collection, names)
    return [_card(collection, event, n, len(events)) for n, event in enumerate(events, 1)]


def _by_date(events: Sequence[Event]) -> str:
    def day(event: Event) -> tuple[bool, int]:
        first = event.when.last if event.when.first is None else event.when.first
        return first is None, first or 0

    return json.dumps([event.id for event in sorted(events, key=day)])


def _item(event: Event, ids: Sequence[str], place: int) -> list[Component]:
    def moved(by: int) -> str:
        names = [name for name in ids if name != event.id]
        names.insert(place + by, event.id)
        return json.dumps(names)

    title = event.title
    buttons = [
        action(
            "order-story", icon("up"), value=moved(-1),
            aria_label=text("story.earlier", title=title),
            className="icon-button", disabled=place == 0,
        ),
        action(
            "order-story", icon("down"), value=moved(1),
            aria_label=text("story.later", title=title),
            className="icon-button", disabled=place == len(ids) - 1,
        ),
        action(
            "clear", icon("close"), facet="story", value=event.id,
            aria_label=text("story.take-out", title=title), className="icon-button",
        ),
    ]  # fmt: skip
    when = html.Span(date_in_words(event.when), className="told-when")
    button = action("select", title, event=event.id, className="row-button", dir="auto")
    return [html.Div([when, button]), html.Div(buttons)]


def _card(collection: Collection, event: Event, number: int, count: int) -> Component:
    undated = text("story.undated", why=undated_reason(event))
    when = date_in_words(event.when) if event.dated else undated
    conflicts = [html.P(f"≠ {c.statement}", className="differs") for c in event.conflicts]
    return html.Article(
        [
            html.P(
                text("story.place", number=f"{number:,}", count=f"{count:,}"),
                className="muted card-place",
            ),
            html.P(
                [category_mark(event.category.value), when, status_badge(event.status.value)],
                className="card-when",
            ),
            html.H3(event.title, tabIndex=-1, dir="auto"),
            *conflicts,
            *(_quoted(collection, mention) for mention in event.mentions),
        ],
        className="card",
        **data(card=event.id),
    )


def _quoted(collection: Collection, mention: DatedMention) -> Component:
    told = mention.mention
    dated = collection.documents.get(told.document)
    about = [collection.title(told.document)]
    if dated is not None:
        about += [published_words(dated), *([dated.article.url] if dated.article.url else [])]
    read = "; ".join(mention.reading.explanation)
    return html.Figure(
        [
            html.Blockquote(told.sentence_text, dir="auto"),
            html.Figcaption(
                [
                    html.Span(" · ".join(about)),
                    html.Span([html.Q(told.expression.text), f": {read}" if read else ""]),
                ],
                className="muted",
            ),
        ],
        className="card-source",
    )
