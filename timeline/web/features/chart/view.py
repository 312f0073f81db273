"""What the chart shows of the state: the scene, and what stands beside it."""

from typing import Any

from dash.development.base_component import Component

from timeline.drawing.plotly.chrome import length_in_words
from timeline.drawing.scene.scene import Scene, Wish, compose
from timeline.web.data.collection import CollectionCache
from timeline.web.page.pieces import action
from timeline.web.page.state import read
from timeline.wording.strings import text

LEAST_WIDTH, MOST_WIDTH = 240, 10_000  # pixels that are drawn for


def scene_of(
    cache: CollectionCache, view: str, lanes: str, selected: str, width: int | None
) -> Scene:
    """Compose what the parts of the state ask for."""
    state, looks, collection = read(f"{view}&{selected}"), read(lanes), cache.collection()
    wish = Wish(
        lanes=looks.lanes,
        window=state.selection.window,
        certainly=state.selection.certainly,
        width=drawn_width(width),
        selected=state.event or None,
        first=looks.first,
        collapsed=looks.collapsed,
        folded=looks.folded,
        titles=collection.titles,
    )
    return compose(collection.columns, wish, collection.passing(state.selection))


def drawn_width(width: int | None) -> int:
    """Return the width to draw for, whatever the browser says."""
    return min(max(width or 0, LEAST_WIDTH), MOST_WIDTH)


def fold_offer(scene: Scene) -> Component | None:
    """Offer to fold up what is mostly empty."""
    if not scene.foldable:
        return None
    words = text("chart.fold", length=length_in_words(scene.foldable))
    return action("fold", words, value="yes", className="link-button")


def drawn_of(scene: Scene) -> dict[str, Any]:
    """Return what the scripts need: the window and folds drawn, and the selected mark's height."""
    first, last = scene.window
    marks = (mark for mark in scene.marks if mark.selected)
    at = next((round(scene.middle(mark.lane, mark.row)) for mark in marks), None)
    fold = scene.view.fold
    return {"first": first, "last": last, "at": at, "gaps": fold.gaps, "size": fold.size}
