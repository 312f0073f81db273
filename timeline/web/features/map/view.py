"""The map, the list of its places, and the names that are open with the way to settle them.

The server says where each place lies on the picture, and how many events it has; the scripts draw
it over the outlines. The list is what those read who see no picture.
"""

import json

import numpy as np
from dash import html
from dash.development.base_component import Component

from timeline.places import project, world
from timeline.query.event_columns import Mask
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.data.place_index import Spot
from timeline.web.features.map.open_names import open_names
from timeline.web.page.attributes import aria, data
from timeline.web.page.pieces import action, empty, icon
from timeline.wording.strings import counted, text

MOST_LISTED = 60


def map_view(collection: Collection, selection: Selection) -> Component:
    """Return the map of the events that pass the filters, that of places left out."""
    kept, chosen = _kept(collection, selection), set(selection.choice("place"))
    counts = collection.places.spot_counts(kept)
    order = [code for code in np.argsort(-counts, kind="stable").tolist() if counts[code]]
    spots = [(collection.places.spots[code], int(counts[code])) for code in order]
    listed = html.Section(_listed(collection, spots, chosen))
    side = [listed, *open_names(collection, kept)]
    return html.Div(
        [
            html.Div([_picture(spots, chosen), _tools(), _credit()], className="map-stage"),
            html.Div(side, className="map-side"),
        ],
    )


def places_count(collection: Collection, selection: Selection) -> str:
    """Return how many places are on the map, as the tab has it."""
    return f"{int((collection.places.spot_counts(_kept(collection, selection)) > 0).sum()):,}"


def _kept(collection: Collection, selection: Selection) -> Mask:
    return collection.columns.mask(selection.choose("place", ()))


def _picture(spots: list[tuple[Spot, int]], chosen: set[str]) -> Component:
    drawn = [
        [
            *(round(part, 1) for part in project(*spot.place.point)),
            count,
            spot.place.name,
            spot.names,
            not chosen.isdisjoint(spot.names),
        ]
        for spot, count in spots
    ]
    held = json.dumps(drawn, ensure_ascii=False, separators=(",", ":"))
    words = text("map.picture", places=counted(len(spots), "place"))
    return html.Div(
        className="map-picture",
        role="img",
        **aria(label=words),
        **data(places=held, outlines="assets/vendor/world-outlines.json"),
    )


def _tools() -> Component:
    buttons = [
        action("map-zoom-in", icon("plus"), **_labelled(text("map.zoom-in"))),
        action("map-zoom-out", icon("minus"), **_labelled(text("map.zoom-out"))),
        action("map-fit", icon("fit"), **_labelled(text("map.fit"))),
    ]
    area = action(
        "map-area",
        text("map.area"),
        className="button quiet",
        title=text("map.area-why"),
        aria_pressed="false",
    )
    return html.Div([*buttons, area], className="map-tools")


def _labelled(words: str) -> dict[str, str]:
    return {"className": "icon-button", "title": words, "aria_label": words}


def _credit() -> Component:
    return html.P(text("map.credit"), className="muted map-credit")


def _listed(
    collection: Collection, spots: list[tuple[Spot, int]], chosen: set[str]
) -> list[Component]:
    if not spots:
        return [empty(text("map.none"), text("map.none-why"))]
    title = html.H3(text("map.shown", places=counted(len(spots), "place")))
    items = [_item(collection, spot, count, chosen) for spot, count in spots[:MOST_LISTED]]
    left = len(spots) - MOST_LISTED
    more = text("map.more", places=counted(left, "place"))
    rest = [html.P(more, className="muted")] if left > 0 else []
    return [title, html.Ul(items, className="map-places"), *rest]


def _item(collection: Collection, spot: Spot, count: int, chosen: set[str]) -> Component:
    button = action(
        "map-place",
        [
            html.Span(world().words(spot.place), dir="auto"),
            html.Span(f"{count:,}", className="map-number"),
        ],
        names=json.dumps(spot.names, ensure_ascii=False),
        className="option",
        aria_pressed="false" if chosen.isdisjoint(spot.names) else "true",
        aria_label=text(
            "map.count", place=world().words(spot.place), events=counted(count, "event")
        ),
    )
    return html.Li([button, *(_forgetting(spot) if spot.chosen and collection.may.change else ())])


def _forgetting(spot: Spot) -> list[Component]:
    return [
        action(
            "map-forget",
            text("map.forget"),
            value=name,
            className="link-button",
            title=text("map.chosen"),
            aria_label=text("map.forget-name", name=name),
        )
        for name in spot.names
    ]
