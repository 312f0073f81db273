"""The days that matter: a line each, its best sentence, who tells of it, and what is disputed."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.digest import DigestDay
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import aria, data
from timeline.web.page.components import Field
from timeline.web.page.event_rows import nothing
from timeline.web.page.highlight import found_in
from timeline.web.page.pieces import action, empty, hidden_words
from timeline.web.page.state import LEAST_DAYS, MOST_DAYS, State
from timeline.wording.dates import day_in_words
from timeline.wording.json_text import json_text
from timeline.wording.labels import shortened
from timeline.wording.strings import counted, text

LONGEST = 280  # characters of a sentence


def days_view(collection: Collection, state: State) -> Component:
    """Return the days that matter under the filters, in the order of time, with their tools."""
    found = collection.days(state.selection, state.days).days
    if not collection.dated:
        return nothing(collection, listed=True)
    if not found:
        return empty(text("days.none"), text("days.none-why"))
    rows = [html.Li(_row(one, state.selection.words), **data(event=one.events[0])) for one in found]
    listing = html.Ol(rows, className="days", **aria(label=text("days.heading")))
    return html.Div([_head([one.events[0] for one in found], state), listing])


def _head(events: Sequence[str], state: State) -> Component:
    """Return the tools: how many days, and what is made of their best events."""
    slider = Field(
        id="days-slider",
        type="range",
        min=LEAST_DAYS,
        max=MOST_DAYS,
        defaultValue=state.days,
        className="days-slider",
        **aria(label=text("days.how-many")),
    )
    title = html.H2(text("days.count", days=counted(len(events), "day")))
    chronology = action(
        "chronology",
        [html.Span(text("days.chronology"))],
        value="docx",
        className="button quiet",
        title=text("days.chronology-what"),
    )
    story = action(
        "story-all",
        text("days.story"),
        value=json_text(list(events)),
        className="button quiet",
        title=text("days.story-what"),
    )
    return html.Div([title, slider, story, chronology], className="days-head")


def _row(one: DigestDay, words: str) -> list[Component]:
    why = html.Details(
        [
            html.Summary([text("days.why"), hidden_words(day_in_words(one.day))]),
            html.Ul([html.Li(_sentence(reason)) for reason in one.why]),
        ],
        className="day-why",
    )
    return [_day(one, words), why]


def _sentence(reason: str) -> str:
    return text("days.reason", reason=reason[:1].upper() + reason[1:])


def _day(one: DigestDay, words: str) -> Component:
    articles = counted(one.documents, "article")  # what copies another is counted with it
    copied = one.sources > one.documents
    told: list[str | Component] = [
        text("days.and-copies", articles=articles) if copied else articles
    ]
    if one.sources > 1:
        told.append(text("days.publishers", publishers=counted(one.sources, "publisher")))
    back = text("days.back", articles=f"{one.looking_back:,}") if one.looking_back else ""
    disputed = [html.Span(text("events.disputed"), className="badge badge-disputed")]
    return action(
        "select",
        [
            html.Span(day_in_words(one.day), className="day-date"),
            html.Span(found_in(one.title, words), className="day-title", dir="auto"),
            html.Q(
                found_in(shortened(one.sentence, LONGEST), words), className="day-said", dir="auto"
            ),
            html.Span(
                [*told, *(disputed if one.disputed else [])], className="day-told", title=back
            ),
        ],
        event=one.events[0],
        className="day-button row-button",
    )
