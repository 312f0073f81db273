"""What the chart shows of the state: the scene, and what stands beside it."""

from typing import Any

from dash.development.base_component import Component

from timeline.drawing.plotly.chrome import length_in_words
from timeline.drawing.plotly.timeline_figure import timeline_drawing
from timeline.drawing.scene.pins import KeyDay
from timeline.drawing.scene.scene import Scene, Wish, compose
from timeline.drawing.theme import LIGHT
from timeline.query.opening_window import Window, outside, widened
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.page.event_rows import table
from timeline.web.page.pieces import action
from timeline.web.page.seen import seen
from timeline.web.page.state import read
from timeline.wording.strings import text

LEAST_WIDTH, MOST_WIDTH = 240, 10_000  # pixels that are drawn for


def scene_of(cache: CollectionCache, view: str, lanes: str, shown: str, width: int | None) -> Scene:
    """Compose what the parts of the state ask for: filters, lanes, and what of it is `shown`.

    Where a collection opens on the days that matter, its timeline names them.
    """
    collection, looks = cache.collection(), read(lanes)
    state = seen(f"{view}&{shown}", collection)
    named = collection.days(state.selection, state.days).days if collection.opens_on_days else ()
    wish = Wish(
        lanes=looks.lanes,
        window=collection.window(state.selection),
        certainly=state.selection.certainly,
        width=drawn_width(width),
        selected=state.event or None,
        first=looks.first,
        collapsed=looks.collapsed,
        folded=looks.folded,
        titles=collection.titles,
        days=tuple(KeyDay(one.day, one.title, one.events[0], one.rank) for one in named),
    )
    return compose(collection.columns, wish, collection.passing(state.selection))


def first_screen(cache: CollectionCache) -> None:
    """Draw a collection as it opens, for what is kept of it: columns, days that matter, rows."""
    timeline_drawing(scene_of(cache, "", "", "", None), LIGHT)
    collection = cache.collection()
    table(collection, seen("", collection))


def drawn_width(width: int | None) -> int:
    """Return the width to draw for, whatever the browser says."""
    return min(max(width or 0, LEAST_WIDTH), MOST_WIDTH)


def fold_offer(scene: Scene) -> Component | None:
    """Offer to fold up what is mostly empty."""
    if not scene.foldable:
        return None
    words = text("chart.fold", length=length_in_words(scene.foldable))
    return action("fold", words, value="yes", className="link-button")


def around(collection: Collection, selection: Selection) -> list[Component]:
    """Return what lies outside of the window, before and behind it; a click takes it in.

    From a chosen window the way goes over the one that the filters open on to all that there is.
    """
    window = collection.window(selection)
    if window is None:
        return []
    opening = collection.opening(selection) or window
    before, behind = outside(collection.columns, collection.passing(selection), window)
    shown: list[Component] = []
    if len(before):
        whole = widened(collection.columns, before, window)
        first = opening[0] if opening[0] < window[0] else whole[0]
        words = text("chart.earlier-outside", count=f"{len(before):,}")
        shown.append(_widening(words, (first, window[1])))
    if len(behind):
        whole = widened(collection.columns, behind, window)
        last = opening[1] if opening[1] > window[1] else whole[1]
        words = text("chart.later-outside", count=f"{len(behind):,}")
        shown.append(_widening(words, (window[0], last)))
    return shown


def _widening(words: str, window: Window) -> Component:
    title = text("chart.widen")
    return action("widen", words, first=window[0], last=window[1], className="outside", title=title)


def overview_span(collection: Collection, selection: Selection) -> tuple[int, int] | None:
    """Return the days of the overview: those that the filters open on, and the window; else all."""
    opening, window = collection.opening(selection), selection.window
    if opening is None or window is None:
        return opening
    return min(opening[0], window[0]), max(opening[1], window[1])


def drawn_of(scene: Scene) -> dict[str, Any]:
    """Return what the scripts need: the window and folds drawn, and the selected mark's height."""
    first, last = scene.window
    marks = (mark for mark in scene.marks if mark.selected)
    at = next((round(scene.middle(mark.lane, mark.row)) for mark in marks), None)
    fold = scene.view.fold
    return {"first": first, "last": last, "at": at, "gaps": fold.gaps, "size": fold.size}
