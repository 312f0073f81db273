"""Events that are probably the same as the selected one, each joined or kept apart by a click."""

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import data
from timeline.web.page.pieces import action
from timeline.wording.dates import date_in_words
from timeline.wording.strings import counted, text


def likely(collection: Collection, event: Event) -> list[Component]:
    """Return what may be one with an event, folded up under a line that counts it."""
    found = [one.event for one in collection.probably_one(event)]
    if not found:
        return []
    every = [
        action(
            "join-events",
            text("evidence.join-all"),
            value=" ".join(one.id for one in found),
            whose=event.id,
            className="button quiet",
        )
    ]
    content = [
        html.P(text("evidence.likely-why"), className="muted"),
        html.Ul([_offer(event, one) for one in found]),
        *(every if len(found) > 1 else []),
    ]
    head = html.Summary(text("evidence.likely", events=counted(len(found), "event")))
    return [html.Details([head, html.Div(content)], className="likely", **data(key="likely"))]


def _offer(event: Event, other: Event) -> Component:
    told = counted(len(other.documents), "article")
    when = text("evidence.likely-when", date=date_in_words(other.when), articles=told)
    return html.Li(
        [
            action(
                "select",
                [html.Span(other.title, dir="auto"), html.Span(when, className="muted")],
                event=other.id,
                className="likely-event",
            ),
            action(
                "join-events",
                text("evidence.join"),
                value=other.id,
                whose=event.id,
                className="button quiet",
                aria_label=text("evidence.join-with", title=other.title),
            ),
            action(
                "keep-apart",
                text("evidence.apart"),
                value=other.id,
                whose=event.id,
                className="button quiet",
                aria_label=text("evidence.apart-from", title=other.title),
            ),
        ]
    )
