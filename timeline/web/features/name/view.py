"""A page for a name: its line of time, its events, whom it meets, where, and who says what."""

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.model.calendar import civil, day_number
from timeline.model.event import Event
from timeline.model.event_order import by_date
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.data.name_profile import FEW_DAYS, Met, NameProfile, profile
from timeline.web.features.name.sources import NumberedSources
from timeline.web.page.attributes import aria, data
from timeline.web.page.components import Field
from timeline.web.page.pieces import action, empty, icon, show_little
from timeline.wording.dates import date_in_words, day_in_words, days_in_words
from timeline.wording.strings import counted, text

MOST_EVENTS = 20
_EVERYTHING = Selection()
MOST_BARS = 120  # of the latest months


def name_view(collection: Collection, name: str, seen: Selection = _EVERYTHING) -> Component:
    """Return the page of a name; where no event has it, say so."""
    found = profile(collection, name, seen)
    if found is None:
        nothing = empty(text("name.none"), text("name.none-why"))
        return html.Article([_head(name, []), nothing], className="name-page")
    sources = NumberedSources(collection)
    sections = [
        _section("name.time", _time(found.days)),
        _section("name.events", _events(found.events)),
        _section("name.meets", _met(found, found.meets, "actor")),
        _section("name.where", _met(found, found.places, "place")),
        _section("name.publishers", _publishers(found, sources)),
        _section("name.spellings", _forms(found) if collection.may.change else ()),
        _section("name.quotes", [sources.quoted(told) for told in found.quotes]),
        _section("name.sources", [sources.listed()]),
    ]
    return html.Article(
        [_head(name, _facts(found)), *(one for one in sections if one is not None)],
        className="name-page",
    )


def _head(name: str, facts: Sequence[Component]) -> Component:
    tools = [
        action("print-name", text("name.print"), className="button quiet"),
        action("close-name", icon("close"), aria_label=text("name.close"), className="icon-button"),
    ]
    title = html.H2(name, id="name-title", tabIndex=-1, dir="auto")
    return html.Header([html.Div([title, *facts]), html.Div(tools, className="name-tools")])


def _facts(found: NameProfile) -> list[Component]:
    publishers = sum(bool(one.publisher) for one in found.publishers)
    told = [counted(len(found.events), "event")]
    told += [counted(publishers, "publisher")] if publishers else []
    lines: list[Component] = [html.P(text("name.separator").join(told), className="muted")]
    if found.hidden:
        hidden = text("filters.hidden", count=f"{found.hidden:,}")
        lines.append(html.P([hidden, show_little()], className="muted"))
    if found.forms:
        forms = text("name.comma").join(found.forms)
        lines.append(html.P(text("name.also", forms=forms), className="muted", dir="auto"))
    return lines


def _forms(found: NameProfile) -> list[Component]:
    """Return the ways to say that a form is another name, or that another name is this one."""
    parts = [
        html.Li(
            [
                html.Span(form, dir="auto"),
                action(
                    "part-name",
                    text("name.part"),
                    whose=found.name,
                    value=form,
                    className="button quiet",
                    aria_label=text("name.part-of", form=form, name=found.name),
                ),
            ]
        )
        for form in found.forms
    ]
    label = text("name.join-label", name=found.name)
    typed = Field(name="other", autoComplete="off", maxLength=200, **aria(label=label))
    send = html.Button(text("name.join"), type="submit", className="button quiet")
    form = html.Form(
        [html.Span(label, className="muted"), typed, send], **data(form="join", name=found.name)
    )
    return [html.Ul(parts, className="name-forms"), form] if parts else [form]


def _section(title: str, inner: Sequence[Component]) -> Component | None:
    return html.Section([html.H3(text(title)), *inner]) if inner else None


def _time(days: Sequence[int]) -> list[Component]:
    """Return a bar for each day or, over a longer time, for each month."""
    if not days:
        return []
    counts = _by_day(days) if days[-1] - days[0] <= FEW_DAYS else _by_month(days)
    most = max(count for _, _, count in counts)
    bars = [
        html.Span(
            className="name-bar",
            style={"height": f"{100 * count / most:.0f}%"},
            title=f"{days_in_words(first, last)}: {counted(count, 'event')}",
        )
        for first, last, count in counts
    ]
    first, last = counts[0][0], counts[-1][1]
    said = text("name.line", events=counted(len(days), "event"), time=days_in_words(first, last))
    ends = [html.Span(day_in_words(first)), html.Span(day_in_words(last))]
    chart = html.Div(bars, className="name-bars", role="img", **aria(label=said))
    return [chart, html.Div(ends, className="name-ends muted")]


def _by_day(days: Sequence[int]) -> list[tuple[int, int, int]]:
    counts = Counter(days)
    return [(day, day, counts[day]) for day in range(days[0], days[-1] + 1)]


def _by_month(days: Sequence[int]) -> list[tuple[int, int, int]]:
    counts: Counter[int] = Counter()
    for day in days:
        year, month, _ = civil(day)
        counts[year * 12 + month - 1] += 1
    latest = max(counts)
    months = range(max(min(counts), latest - MOST_BARS + 1), latest + 1)
    return [(_month(one), _month(one + 1) - 1, counts[one]) for one in months]


def _month(number: int) -> int:
    return day_number(number // 12, number % 12 + 1, 1)


def _events(events: Sequence[Event]) -> list[Component]:
    rows = [
        html.Li(
            [
                html.Span(date_in_words(event.when), className="name-when"),
                action("select", event.title, event=event.id, className="row-button", dir="auto"),
            ]
        )
        for event in sorted(events[:MOST_EVENTS], key=by_date)
    ]
    left = len(events) - MOST_EVENTS
    more = [html.P(text("name.more", events=counted(left, "event")), className="muted")]
    return [html.Ol(rows, className="name-events"), *(more if left > 0 else [])]


def _met(found: NameProfile, others: Sequence[Met], facet: str) -> list[Component]:
    """Return who or what stands in the same events; a click shows these."""
    rows = [
        html.Li(
            [
                action(
                    "filter-names", one.name, own=found.facet, whose=found.name, facet=facet,
                    value=one.name, className="link-button", dir="auto",
                    title=text("name.together", name=found.name, other=one.name),
                ),
                html.Span(counted(one.events, "event")),
                html.Span(_between(one), className="muted"),
            ]
        )
        for one in others
    ]  # fmt: skip
    return [html.Ul(rows, className="name-met")] if rows else []


def _between(one: Met) -> str:
    if one.first is None or one.last is None:
        return ""
    return days_in_words(one.first, one.last)


def _publishers(found: NameProfile, sources: NumberedSources) -> list[Component]:
    return [
        html.Div(
            [
                html.Strong(one.publisher or text("name.no-publisher"), dir="auto"),
                html.Span(counted(one.articles, "article"), className="muted"),
                sources.quoted(one.best),
            ],
            className="name-publisher",
        )
        for one in found.publishers
    ]
