"""A few dates side by side on an axis as wide as its panel."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from timeline.model.when import When
from timeline.web.page.attributes import aria
from timeline.web.page.pieces import action
from timeline.wording.dates import date_in_words, day_in_words

LEAST = 1.5  # per cent of the width: a day stays to be seen beside a century
MARGIN = 0.06  # of the span, on either side


@dataclass(frozen=True, slots=True)
class AxisDate:
    """A date with what it belongs to; with an event's id, a click selects it."""

    when: When
    words: str
    category: str = "other"
    event: str = ""


def small_axis(items: Sequence[AxisDate], label: str) -> list[Component]:
    """Return the axis, a row for each date that is known; nothing where none is."""
    known = [item for item in items if item.when.resolved]
    days = [day for i in known for day in (i.when.first, i.when.last) if day is not None]
    if not days:
        return []
    room = max((max(days) - min(days)) * MARGIN, 1)
    low, high = min(days) - room, max(days) + 1 + room
    rows = [html.Li(_bar(item, low, high)) for item in known]
    ends = [html.Span(day_in_words(min(days))), html.Span(day_in_words(max(days)))]
    shown = ends if min(days) != max(days) else ends[:1]
    return [
        html.Div(
            [html.Ul(rows, **aria(label=label)), html.Div(shown, className="small-axis-ends")],
            className="small-axis",
        )
    ]


def _bar(item: AxisDate, low: float, high: float) -> Component:
    first = low if item.when.first is None else item.when.first
    last = high if item.when.last is None else item.when.last + 1
    left, width = 100 * (first - low) / (high - low), 100 * (last - first) / (high - low)
    fading = "faded" if item.when.approximate or not item.when.bounded else item.when.kind.value
    place = {"left": f"{min(left, 100 - LEAST):.2f}%", "width": f"{max(width, LEAST):.2f}%"}
    said = f"{date_in_words(item.when)}: {item.words}"
    style = f"small-bar small-{fading} hue-{item.category}"
    if item.event:
        return action(
            "select",
            "",
            event=item.event,
            className=style,
            style=place,
            aria_label=said,
            title=said,
        )
    return html.Span(className=style, style=place, role="img", title=said, **aria(label=said))
