"""How the timeline is drawn: certainly or possibly within the window, folds, order of lanes."""

import json

from dash import html
from dash.development.base_component import Component

from timeline.drawing.scene.scene import Scene
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria
from timeline.web.page.pieces import action, icon
from timeline.web.page.state import State
from timeline.wording.strings import text

WITHIN = {"": "chart.possibly", "certainly": "chart.certainly"}


def view_menu(state: State, scene: Scene) -> list[Component]:
    """Return the content of the menu for what is drawn now."""
    return [
        html.H2(text("chart.shown-are")),
        html.Div(
            [_within(value, text(name), state) for value, name in WITHIN.items()],
            role="radiogroup",
            **aria(label=text("chart.shown")),
        ),
        *([] if state.selection.window else [html.P(text("chart.all-in-view"), className="muted")]),
        html.H2(text("chart.time")),
        _tick("fold", text("chart.fold-empty"), "yes", chosen=state.folded),
        html.H2(text("chart.lanes")),
        html.Ol([_lane(scene, place) for place in range(len(scene.lanes))], className="lanes-list"),
    ]


def _tick(name: str, words: str, value: str, *, chosen: bool) -> Component:
    return action(
        name,
        [
            html.Span(className="tick", **HIDDEN_FROM_READERS),
            html.Span(words, className="option-name"),
        ],
        value=value,
        role="checkbox",
        aria_checked="true" if chosen else "false",
        className="option",
    )


def _within(value: str, words: str, state: State) -> Component:
    chosen = state.selection.certainly == bool(value)
    return action(
        "within",
        [html.Span(className="tick tick-round", **HIDDEN_FROM_READERS), words],
        value=value,
        role="radio",
        aria_checked="true" if chosen else "false",
        tabIndex=0 if chosen else -1,
        className="option",
    )


def _lane(scene: Scene, place: int) -> Component:
    keys, lane = [lane.key for lane in scene.lanes], scene.lanes[place]

    def moved(by: int) -> str:
        order = [key for key in keys if key != lane.key]
        order.insert(place + by, lane.key)
        return json.dumps(order)

    up = action(
        "order-lanes", icon("up"), value=moved(-1), aria_label=text("chart.up", lane=lane.name),
        className="icon-button", disabled=place == 0,
    )  # fmt: skip
    down = action(
        "order-lanes", icon("down"), value=moved(1), aria_label=text("chart.down", lane=lane.name),
        className="icon-button", disabled=place == len(keys) - 1,
    )  # fmt: skip
    shown = _tick("collapse", lane.name, lane.key, chosen=not lane.collapsed)
    return html.Li([shown, up, down])
