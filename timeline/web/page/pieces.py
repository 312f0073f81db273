"""Small components that several views share."""

import json
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from timeline.query.worth import WORTHS
from timeline.web.page.attributes import HIDDEN_FROM_READERS
from timeline.wording.strings import text

Children = str | Component | Sequence["str | Component"]


def action(name: str, children: Children, **details: Any) -> html.Button:  # noqa: ANN401 - any attribute
    """Return a button that the scripts act on: `data-action`, and `data-…` for each detail.

    Details named in `_ATTRIBUTES` stay attributes, and those that begin with `aria_` become
    `aria-…`.
    """
    attributes = {"data-action": name} | {
        _attribute(key): value if key in _ATTRIBUTES else str(value)
        for key, value in details.items()
    }
    return html.Button(children, type="button", **attributes)


_ATTRIBUTES = (
    "className", "title", "id", "role", "tabIndex", "hidden", "disabled", "style", "dir",
)  # fmt: skip


def _attribute(key: str) -> str:
    if key in _ATTRIBUTES:
        return key
    return key.replace("_", "-") if key.startswith("aria_") else f"data-{key}"


def show_little() -> html.Button:
    """Return the button that shows what is hidden for its little worth."""
    words = text("filters.show-little")
    return action("show-little", words, value=json.dumps(WORTHS), className="link-button")


def icon(name: str) -> html.Span:
    """Return a drawn sign; the words beside it or its button's label say what it means."""
    return html.Span(className=f"icon icon-{name}", **HIDDEN_FROM_READERS)


def about_name(name: str) -> html.Button:
    """Return the small button that opens the page of an actor or a place."""
    words = text("name.open", name=name)
    return action(
        "open-name", "›", value=name, className="about-name", title=words, aria_label=words
    )


def hidden_words(words: str) -> html.Span:
    """Return words for screen readers only."""
    return html.Span(words, className="visually-hidden")


def category_mark(category: str) -> html.Span:
    """Return the colour and shape that stand for a category on the chart."""
    return html.Span(className=f"dot dot-{category}", **HIDDEN_FROM_READERS)


def status_badge(status: str) -> html.Span:
    """Return a status as a badge; its outline differs as well as its word."""
    return html.Span(status, className=f"badge badge-{status}")


def tick(name: str, words: str, **details: Any) -> html.Button:  # noqa: ANN401 - any attribute
    """Return a box that can be ticked; the scripts keep what is."""
    box = html.Span(className="tick", **HIDDEN_FROM_READERS)
    return action(
        name,
        box,
        role="checkbox",
        aria_checked="false",
        aria_label=words,
        className="tick-button",
        **details,
    )


def empty(title: str, why: Children, *ways_out: Component) -> html.Div:
    """Return the message that stands where there is nothing to show, with a way out."""
    return html.Div(
        [html.P(title, className="empty-title"), html.P(why), *ways_out], className="empty"
    )
