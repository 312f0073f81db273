"""Name, counts, search, and the buttons that concern the whole page."""

from dash import html
from dash.development.base_component import Component

from timeline.web.data.collection import Collection, Permissions
from timeline.web.data.mount import Mount
from timeline.web.features.collections import layout as collections
from timeline.web.features.exports import layout as exports
from timeline.web.features.filters.search_help import search_help
from timeline.web.features.filters.view import counts_line
from timeline.web.http.base_path import base_path
from timeline.web.page import ids, limits
from timeline.web.page.attributes import HIDDEN_FROM_READERS
from timeline.web.page.components import Field, Still
from timeline.web.page.pieces import action, hidden_words, icon
from timeline.wording.strings import text


def layout(
    collection: Collection, mount: Mount | None = None, *, private: bool = False
) -> Component:
    """Return the header of a collection; where it is `private` its viewer has signed in."""
    return html.Header(
        [
            html.Div(
                [
                    Still(
                        html.H1(
                            [html.Span(className="logo", **HIDDEN_FROM_READERS), text("page.name")]
                        )
                    ),
                    *collections.layout(mount, adds=collection.may.add),
                    html.P(counts_line(collection), id=ids.COUNTS, className="muted"),
                ],
                className="brand",
            ),
            Still(_search(collection)),
            _buttons(collection, private=private),
        ],
        className="page-header",
    )


def _buttons(collection: Collection, *, private: bool) -> Component:
    before = [
        action(
            "filters",
            [icon("filter"), html.Span(text("page.filters"))],
            className="button only-narrow",
            aria_expanded="false",
            aria_controls=ids.FACETS,
        ),
        action(
            "copy-link",
            [icon("link"), html.Span(text("page.copy-link"), className="button-words")],
            className="button quiet",
            aria_label=text("page.copy-link-what"),
        ),
        *_may(collection.may),
    ]
    after = [
        action(
            "theme",
            icon("theme"),
            className="icon-button",
            aria_label=text("page.theme"),
            title=text("page.theme-key"),
        ),
        action(
            "help",
            icon("help"),
            className="icon-button",
            aria_label=text("page.help"),
            title=text("page.help-key"),
        ),
        *([_sign_out()] if private else []),
    ]
    return html.Div([Still(before), exports.layout(), Still(after)], className="header-buttons")


def _may(may: Permissions) -> list[Component]:
    if not may.change:
        why = text("answers.read-only")
        return [html.Span(text("page.read-only"), className="badge", title=why)]
    if not may.add:
        return []
    name = text("page.add")
    words = [icon("add"), html.Span(name, className="button-words")]
    title = text("page.add-key")
    return [action("add", words, className="button", aria_label=name, title=title)]


def _sign_out() -> Component:
    return html.Form(
        html.Button(
            [icon("out"), hidden_words(text("page.sign-out"))],
            type="submit",
            className="icon-button",
            title=text("page.sign-out"),
        ),
        action=f"{base_path()}/logout",
        method="post",
    )


def _search(collection: Collection) -> Component:
    label = html.Label(text("page.search"), htmlFor=ids.SEARCH, className="visually-hidden")
    return html.Div(
        [
            icon("search"),
            label,
            Field(
                id=ids.SEARCH,
                type="search",
                placeholder=text("page.search"),
                maxLength=limits.SEARCH,
                autoComplete="off",
                **{"aria-describedby": ids.SEARCH_HELP},
            ),
            html.Kbd("/", **HIDDEN_FROM_READERS),
            search_help(collection),
        ],
        className="search",
        role="search",
    )
