"""What stands in the panel while no event is selected: where to begin, and how."""

from dash import html
from dash.development.base_component import Component

from timeline.web.data.collection import Collection
from timeline.web.page.pieces import action, category_mark
from timeline.wording.dates import date_in_words
from timeline.wording.strings import counted, text

_KEYS = (("←", "→"), ("/",), ("?",))
_DO = ("evidence.step", "evidence.search", "evidence.all-keys")


def welcome(collection: Collection) -> Component:
    """Return what a click does, and name what is worth the first look."""
    return html.Div(
        [
            html.H2(text("evidence.none-selected")),
            html.P(text("evidence.begin")),
            *_disagreements(collection),
            *_undated(collection),
            *_told_most(collection),
            html.H3(text("evidence.keys")),
            html.Ul(
                [
                    html.Li([*map(html.Kbd, keys), f" {text(name)}"])
                    for keys, name in zip(_KEYS, _DO, strict=True)
                ],
                className="hints",
            ),
        ],
        className="evidence evidence-welcome",
    )


def _disagreements(collection: Collection) -> list[Component]:
    count = collection.totals["disputed"]["disputed"]
    if not count:
        return []
    words = text("evidence.show-disputed", events=counted(count, "disputed-event"))
    button = action("toggle", words, facet="disputed", value="disputed", className="link-button")
    return [html.H3(text("evidence.disputed-head")), html.P(button)]


def _undated(collection: Collection) -> list[Component]:
    if not collection.undated:
        return []
    button = action("tab", text("evidence.see-why"), tab="undated", className="link-button")
    words = text("evidence.not-dated", events=counted(collection.undated, "event"))
    return [html.H3(text("evidence.undated-head")), html.P([words, button])]


def _told_most(collection: Collection) -> list[Component]:
    rows = [
        html.Li(
            action(
                "select",
                [
                    category_mark(event.category.value),
                    html.Span(event.title, className="option-name", dir="auto"),
                    html.Span(date_in_words(event.when), className="told-when"),
                ],
                event=event.id,
                className="told-button",
            )
        )
        for event in collection.told_most
    ]
    if not rows:
        return []
    return [html.H3(text("evidence.most-told")), html.Ul(rows, className="told-most")]
