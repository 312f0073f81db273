"""Name, counts, search, and the buttons that concern the whole page."""

from dash import html
from dash.development.base_component import Component

from timeline.web.data.collection import Collection, May
from timeline.web.data.place import Place
from timeline.web.features.collections import layout as collections
from timeline.web.features.exports import layout as exports
from timeline.web.features.filters.view import counts_line
from timeline.web.page import ids, limits
from timeline.web.page.attributes import HIDDEN_FROM_READERS
from timeline.web.page.components import Field, Still
from timeline.web.page.pieces import action, hidden_words, icon


def layout(
    collection: Collection, place: Place | None = None, *, private: bool = False
) -> Component:
    """Return the header of a collection; where it is `private` its viewer has signed in."""
    return html.Header(
        [
            html.Div(
                [
                    Still(
                        html.H1([html.Span(className="logo", **HIDDEN_FROM_READERS), "Timeline"])
                    ),
                    *collections.layout(place, adds=collection.may.add),
                    html.P(counts_line(collection), id=ids.COUNTS, className="muted"),
                ],
                className="brand",
            ),
            Still(_search()),
            _buttons(collection, private=private),
        ],
        className="page-header",
    )


def _buttons(collection: Collection, *, private: bool) -> Component:
    before = [
        action(
            "filters",
            [icon("filter"), html.Span("Filters")],
            className="button only-narrow",
            aria_expanded="false",
            aria_controls=ids.FACETS,
        ),
        action(
            "copy-link",
            [icon("link"), html.Span("Copy link", className="button-words")],
            className="button quiet",
            aria_label="Copy link to this view",
        ),
        *_may(collection.may),
    ]
    after = [
        action(
            "theme",
            icon("theme"),
            className="icon-button",
            aria_label="Change between light and dark",
            title="Light or dark (t)",
        ),
        action(
            "help",
            icon("help"),
            className="icon-button",
            aria_label="Help and keys",
            title="Help and keys (?)",
        ),
        *([_sign_out()] if private else []),
    ]
    return html.Div([Still(before), exports.layout(), Still(after)], className="header-buttons")


def _may(may: May) -> list[Component]:
    if not may.change:
        told = "This timeline is only shown: nothing can be changed here."
        return [html.Span("Read-only", className="badge", title=told)]
    if not may.add:
        return []
    words = [icon("add"), html.Span("Add articles", className="button-words")]
    return [action("add", words, className="button", aria_label="Add articles", title="Add (u)")]


def _sign_out() -> Component:
    return html.Form(
        html.Button(
            [icon("out"), hidden_words("Sign out")],
            type="submit",
            className="icon-button",
            title="Sign out",
        ),
        action="/logout",
        method="post",
    )


def _search() -> Component:
    label = html.Label(
        "Search titles and sentences", htmlFor=ids.SEARCH, className="visually-hidden"
    )
    return html.Div(
        [
            icon("search"),
            label,
            Field(
                id=ids.SEARCH,
                type="search",
                placeholder="Search titles and sentences",
                maxLength=limits.SEARCH,
                autoComplete="off",
            ),
            html.Kbd("/", **HIDDEN_FROM_READERS),
        ],
        className="search",
        role="search",
    )
