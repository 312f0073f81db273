"""Filters with live counts, and chips of those that are on."""

import heapq
from collections import Counter

from dash import html
from dash.development.base_component import Component

from timeline.query.facets import REGISTRY, Facet
from timeline.query.selection import Selection
from timeline.query.worth import LITTLE, WORTH
from timeline.web.data.collection import Collection
from timeline.web.features.filters.search_chips import search_chips, search_notes
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.page.pieces import about_name, action, category_mark, hidden_words, icon
from timeline.wording.dates import days_in_words
from timeline.wording.labels import shortened
from timeline.wording.strings import counted, text

ALWAYS_SHOWN = 6
MOST_SHOWN = 60
NAMED = ("actor", "place")  # facets whose values have a page


def facets(collection: Collection, selection: Selection) -> list[Component]:
    """Return every facet that the collection has values for.

    With counts under all other filters.
    """
    counts = collection.counts(selection)
    blocks = (_facet(collection, selection, one, counts[one.key]) for one in REGISTRY.values())
    found = [block for block in blocks if block is not None]
    return found or [html.P(text("filters.none-yet"), className="facet-none")]


def _facet(
    collection: Collection, selection: Selection, facet: Facet, counts: Counter[str]
) -> Component | None:
    totals, chosen = collection.totals[facet.key], selection.choice(facet.key)
    values = _values(totals, counts, chosen, facet)
    if not values or (values == [facet.idle] and not chosen):
        return None
    options = [
        _option(collection, facet, value, counts[value], value in chosen) for value in values
    ]
    first = [o for o, v in zip(options, values, strict=True) if v in chosen or v in _top(values)]
    rest = [o for o in options if o not in first]
    more = [_more(rest, len(totals) - len(values), facet.name)] if rest else []
    return html.Section(
        [html.H3([facet.name, *_clear(facet, chosen)]), html.Div([*first, *more])],
        className="facet",
        role="group",
        **aria(label=text("filters.by", facet=facet.name.lower())),
    )


def _values(
    totals: Counter[str], counts: Counter[str], chosen: tuple[str, ...], facet: Facet
) -> list[str]:
    """The values on offer: in their own order, or those first that are frequent in view."""
    if facet.values:
        return [value for value in facet.values if totals[value]]
    ranked = heapq.nsmallest(
        MOST_SHOWN, totals, key=lambda value: (-counts[value], -totals[value], value.casefold())
    )
    return [*ranked, *(value for value in chosen if value in totals and value not in ranked)]


def _top(values: list[str]) -> list[str]:
    return values if len(values) <= ALWAYS_SHOWN + 2 else values[:ALWAYS_SHOWN]


def _more(options: list[Component], beyond: int, name: str) -> Component:
    note = text("filters.rarer", count=f"{beyond:,}")
    return html.Details(
        [
            html.Summary(text("filters.more", count=f"{len(options) + beyond:,}")),
            html.Div(options),
            *([html.P(note, className="facet-none")] if beyond > 0 else []),
        ],
        className="facet-more",
        **data(key=f"more-{name}"),
    )


def _clear(facet: Facet, chosen: tuple[str, ...]) -> list[Component]:
    if not chosen:
        return []
    which = hidden_words(text("filters.clear-which", facet=facet.name.lower()))
    words: list[str | Component] = [text("filters.clear"), which]
    return [action("clear", words, facet=facet.key, className="link-button")]


def _option(
    collection: Collection,
    facet: Facet,
    value: str,
    count: int,
    chosen: bool,  # noqa: FBT001
) -> Component:
    name = collection.title(value) if facet.titled else facet.label(value)
    count_words: list[str | Component] = [f"{count:,}", hidden_words(text("filters.events"))]
    parts: list[str | Component] = [
        html.Span(className="tick", **HIDDEN_FROM_READERS),
        *([category_mark(value)] if facet.key == "category" else []),
        html.Span(name, className="option-name"),
        html.Span(count_words, className="option-count"),
    ]
    option = action(
        "toggle",
        parts,
        facet=facet.key,
        value=value,
        key=f"{facet.key}-{value}",
        role="checkbox",
        aria_checked="true" if chosen else "false",
        className="option" if count or chosen else "option option-none",
        title=text("filters.value-title", name=name, value=value) if facet.titled else name,
    )
    if facet.key not in NAMED:
        return option
    return html.Div([option, about_name(value)], className="option-line")


def chips(collection: Collection, selection: Selection) -> list[Component]:
    """Return a chip for every filter that is on; none where all is shown."""
    found = [
        _chip(
            text("filters.chip", facet=facet.name, value=_name(collection, facet, value)),
            facet.key,
            value,
        )
        for facet, values in ((REGISTRY[key], values) for key, values in selection.chosen)
        for value in values
    ]
    found += search_chips(selection.words)
    if selection.window:
        found.append(_chip(days_in_words(*selection.window), "window", ""))
    if found:
        found.append(action("clear-all", text("filters.clear-all"), className="link-button"))
    return [*found, *search_notes(selection.words)]


def _name(collection: Collection, facet: Facet, value: str) -> str:
    return shortened(collection.title(value), 32) if facet.titled else facet.label(value)


def _chip(name: str, facet: str, value: str) -> Component:
    return action(
        "clear",
        [name, icon("close")],
        facet=facet,
        value=value,
        className="chip",
        aria_label=text("filters.remove", name=name),
    )


def counts_line(collection: Collection) -> str:
    """Return how much the collection holds: "21 events from 5 articles · 3 undated".

    What is hidden by default is counted apart.
    """
    little = collection.totals[WORTH][LITTLE] if collection.hides_little else 0
    events = counted(len(collection.columns) - little, "event")
    articles = counted(len(collection.documents), "article")
    counts = text("filters.counts", events=events, articles=articles)
    if little:
        counts = text(
            "filters.counts-hiding", events=events, little=f"{little:,}", articles=articles
        )
    if not collection.undated:
        return counts
    return counts + text("filters.undated", count=f"{collection.undated:,}")
