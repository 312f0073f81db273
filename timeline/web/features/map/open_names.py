"""The names that are not on the map, why, and the way to settle each."""

import json

import numpy as np
from dash import html
from dash.development.base_component import Component

from timeline.places import Place, Placement, State, world, written
from timeline.query.event_columns import Mask
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import data
from timeline.web.page.components import Field
from timeline.web.page.pieces import action
from timeline.wording.strings import counted, text

MOST_LISTED = 40
_WHY = {
    State.AMBIGUOUS: "map.ambiguous",
    State.VAGUE: "map.vague",
    State.UNKNOWN: "map.unknown",
}


def open_names(collection: Collection, kept: Mask) -> list[Component]:
    """Return the names that are open among the events that are kept, the most frequent first."""
    counts = collection.places.open_counts(kept)
    order = [code for code in np.argsort(-counts, kind="stable").tolist() if counts[code]]
    if not order:
        return []
    may = collection.may.change
    found = [(collection.places.open[code], int(counts[code])) for code in order]
    items = [_item(one, count, may=may) for one, count in found[:MOST_LISTED]]
    summary = html.Summary(text("map.open", names=counted(len(order), "name")))
    why = html.P(text("map.open-why" if may else "map.open-only"), className="muted")
    left = len(order) - MOST_LISTED
    more = text("map.more", places=counted(left, "name"))
    rest = [html.P(more, className="muted")] if left > 0 else []
    return [html.Details([summary, why, html.Ul(items), *rest], open=True, className="map-open")]


def _item(found: Placement, count: int, *, may: bool) -> Component:
    head = html.Div(
        [
            action(
                "map-place",
                found.name,
                names=json.dumps([found.name], ensure_ascii=False),
                className="link-button",
                dir="auto",
            ),
            html.Span(f"{count:,}", className="map-number"),
            html.Span(text(_WHY[found.state]), className="muted"),
        ]
    )
    ways = [_candidate(found.name, place) for place in found.candidates] if may else []
    form = [_form(found.name)] if may else []
    return html.Li([head, *([html.Div(ways, className="map-ways")] if ways else []), *form])


def _candidate(name: str, place: Place) -> Component:
    words = world().words(place)
    return action(
        "map-choose",
        words,
        value=name,
        place=written(place),
        className="button quiet",
        aria_label=text("map.means", name=name, place=words),
    )


def _form(name: str) -> Component:
    field = Field(
        name="at",
        placeholder=text("map.at-example"),
        autoComplete="off",
        maxLength=60,
        **{"aria-label": f"{text('map.choose', name=name)}: {text('map.at')}"},
    )
    send = html.Button(text("map.place-it"), type="submit", className="button quiet")
    return html.Details(
        [
            html.Summary(text("map.choose", name=name)),
            html.Form([field, send], **data(form="place", name=name)),
        ]
    )
