"""Sources beside events: who reports what and when, who disagrees, is alone, or says nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from dash import html
from dash.development.base_component import Component

from timeline.model.event import DatedMention, Event
from timeline.query.event_columns import Mask, Rows
from timeline.query.facets import facet_values
from timeline.web.data.collection import Collection
from timeline.web.features.sources.days import days_by_publisher
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.page.pieces import action, empty, hidden_words
from timeline.web.page.state import State
from timeline.wording.dates import date_in_words
from timeline.wording.labels import shortened
from timeline.wording.strings import counted, text

ARTICLE, PUBLISHER = "document", "source"
MOST_SOURCES = 8
MOST_SILENT = 6
LONGEST_TITLE = 44
TOLD = {
    "": "sources.all",
    "shared": "sources.shared",
    "disputed": "sources.disputed-only",
    "alone": "sources.alone-only",
}


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """Who tells what in view: for every source and event the number of tellings behind it."""

    rows: Rows  # of the events in view, by date
    sources_of: Rows  # how many sources each event of the collection has
    totals: dict[str, int]  # events in view that a source tells
    alone: dict[str, int]  # ... and nobody else does
    facet: str  # by which sources are told apart: publishers, or articles one level below


def telling(collection: Collection, state: State) -> SourceCounts:
    """Count who tells what of the events in view."""
    rows = collection.in_view(state.selection)
    level = level_of(collection, state)
    facet = collection.columns.facet(level)
    kept = np.zeros(len(collection.columns), bool)
    kept[rows] = True
    sources_of: Rows = np.bincount(facet.rows, minlength=len(kept))
    single: Mask = kept & (sources_of == 1)
    return SourceCounts(
        rows, sources_of, dict(facet.counted(kept)), dict(facet.counted(single)), level
    )


def level_of(collection: Collection, state: State) -> str:
    """Return the facet of the sources: publishers where there are several, else their articles.

    The articles of one publisher are shown where it alone is chosen, and those that are compared.
    """
    publishers = collection.columns.facet(PUBLISHER).values
    alone = len(state.selection.choice(PUBLISHER)) == 1 or len(publishers) <= 1
    compares_articles = any(name in collection.documents for name in state.compare)
    return ARTICLE if alone or compares_articles else PUBLISHER


def sources(collection: Collection, state: State) -> Component:
    """Return the table of events in view by sources: the busiest, or those that are compared."""
    if not collection.documents:
        return empty(text("sources.none"), text("sources.none-why"))
    told = telling(collection, state)
    known = collection.columns.facet(told.facet).values
    every = collection.documents if told.facet == ARTICLE else known
    compared = [name for name in state.compare if name in every]
    busiest = sorted(told.totals, key=lambda name: (-told.totals[name], name))
    shown = (
        compared if len(compared) > 1 else [*compared, *(b for b in busiest if b not in compared)]
    )
    shown = shown[:MOST_SOURCES]
    rows = _asked(collection, state, told, compared if len(compared) > 1 else ())
    events = collection.columns.at(rows[: state.rows])
    by_day = collection.opens_on_days and told.facet == PUBLISHER and not compared
    return html.Div(
        [
            *(days_by_publisher(collection, state) if by_day else ()),
            _head_line(collection, state, told, compared),
            html.Div(
                html.Table(
                    [
                        html.Caption(hidden_words(text("sources.caption"))),
                        html.Thead(html.Tr(_heads(collection, told, shown, compared))),
                        html.Tbody([_row(event, shown, told.facet) for event in events]),
                    ],
                    className="matrix",
                ),
                className="matrix-wrap",
            ),
            *_rest(len(rows), state.rows),
            *_silent(collection, told),
        ]
    )


def _asked(
    collection: Collection, state: State, told: SourceCounts, compared: Sequence[str]
) -> Rows:
    """The rows that are wanted: those of the compared sources, shared, disputed, or alone."""
    rows = told.rows
    if compared:
        rows = _having(collection, rows, told.facet, compared)
    if state.told == "disputed":
        return _having(collection, rows, "disputed", ("disputed",))
    if state.told:
        rows = rows[(told.sources_of[rows] > 1) == (state.told == "shared")]
    return rows


def _having(collection: Collection, rows: Rows, facet: str, values: Sequence[str]) -> Rows:
    kept: Rows = rows[collection.columns.facet(facet).having(values, len(collection.columns))[rows]]
    return kept


def _head_line(
    collection: Collection, state: State, told: SourceCounts, compared: Sequence[str]
) -> Component:
    choices = [
        action(
            "told",
            text(name),
            value=value,
            role="radio",
            aria_checked="true" if state.told == value else "false",
            className="segment",
            tabIndex=0 if state.told == value else -1,
        )
        for value, name in TOLD.items()
    ]
    says = _comparison(collection, told, compared) if len(compared) > 1 else _summary(told)
    end = text("sources.end-comparison")
    clear = [action("clear", end, facet="compare", className="link-button")]
    return html.Div(
        [
            html.Div(
                choices,
                className="segments",
                role="radiogroup",
                **aria(label=text("sources.told-by-which")),
            ),
            html.P(says, className="muted"),
            *(clear if compared else []),
        ],
        className="matrix-line",
    )


def _summary(told: SourceCounts) -> str:
    shared = int((told.sources_of[told.rows] > 1).sum())
    return text(
        "sources.summary",
        events=counted(len(told.rows), "event"),
        shared=f"{shared:,}",
        alone=f"{len(told.rows) - shared:,}",
    )


def _comparison(collection: Collection, told: SourceCounts, compared: Sequence[str]) -> str:
    """Return what two sources share and where they differ."""
    columns = collection.columns
    one, other = (columns.facet(told.facet).having((n,), len(columns)) for n in compared[:2])
    disputed = columns.facet("disputed").having(("disputed",), len(columns))
    both, rows = one & other, told.rows
    return text(
        "sources.comparison",
        both=f"{int(both[rows].sum()):,}",
        first=f"{int((one & ~other)[rows].sum()):,}",
        second=f"{int((other & ~one)[rows].sum()):,}",
        disputed=f"{int((both & disputed)[rows].sum()):,}",
    )


def _heads(
    collection: Collection, told: SourceCounts, shown: Sequence[str], compared: Sequence[str]
) -> list[Component]:
    return [
        html.Th(text("sources.date"), scope="col"),
        html.Th(text("sources.event"), scope="col"),
        *(_source_head(collection, told, name, name in compared) for name in shown),
        html.Th(text("sources.told-by"), scope="col"),
    ]


def _source_head(
    collection: Collection,
    told: SourceCounts,
    name: str,
    chosen: bool,  # noqa: FBT001
) -> Component:
    title = collection.title(name) if told.facet == ARTICLE else name
    alone, events = told.alone.get(name, 0), counted(told.totals.get(name, 0), "event")
    tick = html.Span(className="tick", **HIDDEN_FROM_READERS)
    return html.Th(
        [
            action(
                "compare",
                [tick, html.Span(shortened(title, LONGEST_TITLE), dir="auto")],
                value=name,
                role="checkbox",
                aria_checked="true" if chosen else "false",
                className="option source-option",
                title=text("sources.compare", title=title),
            ),
            html.Span(text("sources.count", events=events, alone=f"{alone:,}"), className="muted"),
        ],
        scope="col",
        className="source-head",
    )


def _row(event: Event, shown: Sequence[str], facet: str) -> Component:
    tellers = facet_values(event, facet)
    conflicting = {key for conflict in event.conflicts for key in conflict.keys}
    return html.Tr(
        [
            html.Td(date_in_words(event.when), className="col-date"),
            html.Td(
                action("select", event.title, event=event.id, className="row-button", dir="auto"),
                className="col-title",
            ),
            *(_cell(event, name, conflicting, facet) for name in shown),
            html.Td(_standing(event, len(tellers)), className="col-status"),
        ],
        **data(event=event.id),
    )


def _cell(event: Event, name: str, conflicting: set[str], facet: str) -> Component:
    told = [mention for mention in event.mentions if _teller(mention, facet) == name]
    if not told:
        return html.Td(
            [html.Span("·", **HIDDEN_FROM_READERS), hidden_words(text("sources.silent"))],
            className="silent",
        )
    said = [_said(event, mention, mention.mention.key in conflicting) for mention in told]
    return html.Td(said, className="says")


def _teller(told: DatedMention, facet: str) -> str | None:
    return told.mention.document if facet == ARTICLE else told.publisher


def _said(event: Event, mention: DatedMention, differs: bool) -> Component:  # noqa: FBT001
    words = date_in_words(mention.when) if mention.when.resolved else text("sources.no-date")
    status = mention.mention.status
    told_as = [html.Span(status.value, className="muted")] if status is not event.status else []
    sign = [html.Span("≠ ", className="differs"), hidden_words(text("sources.differs"))]
    return html.Div([*(sign if differs else []), words, *told_as])


def _standing(event: Event, sources_count: int) -> list[Component]:
    badge = html.Span(text("sources.disputed"), className="badge badge-disputed")
    several = text("sources.several", count=f"{sources_count:,}")
    words = text("sources.one-alone") if sources_count == 1 else several
    return [html.Span(words, className="badge"), *([badge] if event.conflicts else [])]


def _rest(count: int, shown: int) -> list[Component]:
    if not count:
        return [empty(text("sources.no-such"), text("sources.no-such-why"))]
    if count <= shown:
        return []
    words = text("events.more", shown=f"{shown:,}", events=counted(count, "event"))
    return [action("more-rows", words, rows=shown, className="button more-rows")]


def _silent(collection: Collection, told: SourceCounts) -> list[Component]:
    """Name the sources that tell nothing of what is in view, and those that are not analysed."""
    failed = [name for name, dated in collection.documents.items() if dated.problem]
    lines = [_named(collection, text("sources.failed"), failed)] if failed else []
    if told.facet == PUBLISHER:
        return lines
    unsaid = (name for name in collection.documents if name not in told.totals)
    silent = [name for name in unsaid if not collection.documents[name].problem]
    if silent and len(told.rows):
        lines.append(_named(collection, text("sources.silent-ones"), silent))
    return lines


def _named(collection: Collection, what: str, names: Sequence[str]) -> Component:
    named = ", ".join(shortened(collection.title(n), LONGEST_TITLE) for n in names[:MOST_SILENT])
    more = len(names) - MOST_SILENT
    said = "sources.named-more" if more > 0 else "sources.named"
    words = text(said, what=what, names=named, count=f"{more:,}")
    return html.P(words, className="muted matrix-silent")
