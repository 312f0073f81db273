"""The timeline of a narrow screen: down instead of across, with what lies between left out."""

from itertools import pairwise

from dash import html
from dash.development.base_component import Component

from timeline.drawing.scene.drafting import signs_of
from timeline.model.calendar import civil
from timeline.model.event import Event
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.page.highlight import found_in
from timeline.web.page.pieces import action, category_mark, status_badge
from timeline.web.page.state import State
from timeline.wording.dates import MONTHS, date_in_words, year_in_words
from timeline.wording.strings import counted, text

DAYS_IN_YEAR = 365.2425
LONG_WINDOW = 3 * DAYS_IN_YEAR  # days; beyond, the headings are years
GAP = 0.06  # of the window: a stretch without events that is worth a word
LEAST_GAP = 45  # days


def vertical(collection: Collection, state: State) -> Component | None:
    """Return the events in view from top to bottom, under headings of years or months."""
    rows = collection.listed(state.selection)
    events = collection.columns.at(rows[: state.rows])
    if not events:
        return None
    span = _day(events[-1]) - _day(events[0])
    parts: list[Component] = []
    for before, event in pairwise([None, *events]):
        parts += _between(before, event, span) if event is not None else []
        parts += [_item(event, state.selection.words)] if event is not None else []
    more = len(rows) - len(events)
    words = text("events.more", shown=f"{len(events):,}", events=counted(len(rows), "event"))
    button = [action("more-rows", words, rows=state.rows, className="button more-rows")]
    return html.Div(
        [
            html.Ol(parts, className="vertical", **aria(label=text("chart.in-time"))),
            *(button if more else []),
        ]
    )


def _day(event: Event) -> int:
    first = event.when.last if event.when.first is None else event.when.first
    return first or 0


def _between(before: Event | None, event: Event, span: int) -> list[Component]:
    """Return the heading where a new year or month begins, after a word on a long gap."""
    heading = _heading(event, span)
    if before is None:
        return [html.Li(heading, className="vertical-heading")]
    reached = max(_day(before), before.when.last or _day(before))
    gap = _day(event) - reached
    parts: list[Component] = []
    if gap > max(span * GAP, LEAST_GAP):
        parts.append(html.Li(_length(gap), className="vertical-gap"))
    if heading != _heading(before, span):
        parts.append(html.Li(heading, className="vertical-heading"))
    return parts


def _heading(event: Event, span: int) -> str:
    year, month, _ = civil(_day(event))
    if span > LONG_WINDOW:
        return year_in_words(year)
    return text("chart.month", month=MONTHS[month - 1], year=year_in_words(year))


def _length(days: int) -> str:
    years, months = round(days / DAYS_IN_YEAR), round(days * 12 / DAYS_IN_YEAR)
    if years > 1:
        return text("chart.years-without", years=f"{years:,}")
    return text("chart.months-without", months=counted(max(months, 1), "month"))


def _item(event: Event, words: str) -> Component:
    signs = signs_of(event)
    sign = [html.Span(f" {signs}", className="differs", **HIDDEN_FROM_READERS)] if signs else []
    title = [*found_in(event.title, words), *sign]
    # What lasts is a bar, what is known to a day is a mark alone.
    length = "point" if event.when.days == 1 else event.when.kind.value
    return html.Li(
        action(
            "select",
            [
                category_mark(event.category.value),
                html.Span(date_in_words(event.when), className="vertical-date"),
                html.Span(title, className="vertical-title", dir="auto"),
                status_badge(event.status.value),
            ],
            event=event.id,
            className="vertical-button",
        ),
        className=f"vertical-event vertical-{length} hue-{event.category.value}",
        **data(event=event.id),
    )
